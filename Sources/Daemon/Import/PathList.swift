import Foundation
import SystemPackage

/// The paths that a reader is given on standard input, each ended by a NUL.
///
/// A folder of 100,000 files is longer than any argument list. They lie in a file that no folder shows any more, and not in
/// a pipe: a reader that ends before it has read them must not leave a writer behind that waits for it or breaks on it.
enum PathList {
    /// Writes `paths` and hands over the file, open for reading alone; the caller closes it.
    static func open(_ paths: [String], in folder: String = NSTemporaryDirectory()) throws -> FileDescriptor {
        let path = FilePath(folder).appending("torg-paths-\(UUID().uuidString)")
        let writing = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
        return try writing.closeAfter {
            let reading: FileDescriptor
            do {
                defer { unlink(path.string) }
                reading = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
            }
            do { try writing.writeAll(paths.map { $0 + "\0" }.joined().utf8) } catch {
                try? reading.close()
                throw error
            }
            return reading
        }
    }
}
