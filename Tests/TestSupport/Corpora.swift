import Foundation

/// The corpora to measure with, which are not part of the repository.
package enum Corpora {
    /// The folder that `TORG_CORPUS` names.
    package static let folder = TestVariable.corpus.value

    /// A path within, where it is there.
    package static func path(_ path: String) -> String? {
        guard let folder, FileManager.default.fileExists(atPath: folder + "/" + path) else { return nil }
        return folder + "/" + path
    }

    /// Of JSONTestSuite, those whose names begin with `prefix`: `y_` is JSON, `n_` is none, `i_` may be either.
    package static func hostileJSON(_ prefix: String = "") throws -> [(name: String, bytes: [UInt8])] {
        guard let folder = path("hostile/json") else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasPrefix(prefix) }
            .map { ($0, Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))) }
    }
}
