import Foundation

/// The files of the repository that the tests read.
package enum Repository {
    /// Its folder.
    package static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Of a file or folder in it, such as `Fixtures/notices`.
    package static func path(_ name: String) -> String { root + "/" + name }

    package static func url(_ name: String) -> URL { URL(filePath: path(name)) }

    package static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    /// What is on record as `name`, to be compared with `text`; with `TORG_RECORD=1` written anew first.
    package static func recorded(_ text: String, as name: String) throws -> String {
        if TestVariable.record.value == "1", TestVariable.unattended.value == nil {
            try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        }
        return try self.text(name)
    }
}
