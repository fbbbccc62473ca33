import Foundation

/// A folder of its own for one test, gone when the test is.
package final class TemporaryFolder: Sendable {
    /// Short, because a socket path holds 103 bytes.
    package let path: String

    package init() throws {
        var template = Array("/tmp/torg-XXXXXX\0".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw CocoaError(.fileWriteUnknown) }
        path = made
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package var socket: String { file("s") }

    package func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file, and the folders that it lies in; gives its path.
    @discardableResult
    package func write(_ data: Data, to name: String) throws -> String {
        let file = file(name)
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try data.write(to: URL(filePath: file))
        return file
    }

    @discardableResult
    package func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> String { try write(Data(bytes), to: name) }
}
