import Foundation

/// The corpora to measure with, which are not part of the repository.
enum Corpora {
    /// The folder that TORG_CORPUS names.
    static let folder = ProcessInfo.processInfo.environment["TORG_CORPUS"]

    /// A path within; empty where there are none.
    static func path(_ path: String) -> String { (folder ?? "") + "/" + path }
}
