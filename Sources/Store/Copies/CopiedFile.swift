import Crypto
import Foundation
import Glibc

/// Files that are copied and checked by their bytes.
package enum CopiedFile {
    private static let chunk = 1 << 20

    /// 64 hexadecimal digits: the SHA-256 of a file's bytes.
    ///
    /// - Throws: `StoreError`, `CancellationError`.
    package static func sha256(_ path: String) throws -> String {
        try reading(path) { _ in }
    }

    /// Copies a file to a place where nothing is yet, and waits until it is on the disk. Only its owner may read the copy,
    /// and nobody write to it.
    ///
    /// - Returns: the SHA-256 of the very bytes that were written.
    /// - Throws: `StoreError`, `CancellationError`; nothing is left behind then.
    package static func copy(_ path: String, to place: String) throws -> String {
        let target = open(place, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0o400)
        guard target >= 0 else { throw StoreError.system(place) }
        defer { close(target) }
        do {
            let digest = try reading(path) { bytes in
                var rest = bytes
                while !rest.isEmpty {
                    let count = write(target, rest.baseAddress, rest.count)
                    guard count > 0 else { throw StoreError.system(place) }
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                }
            }
            guard fsync(target) == 0 else { throw StoreError.system(place) }
            return digest
        } catch {
            unlink(place)
            throw error
        }
    }

    /// Opens a file to read, where others may have put something else: no link is followed, and no pipe waited for.
    ///
    /// - Returns: the descriptor, which is the caller's to close, and the file's bytes.
    /// - Throws: `StoreError`.
    package static func opened(_ path: String) throws(StoreError) -> (descriptor: Int32, bytes: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .unavailable(path: path, detail: "it is no regular file")
        }
        return (descriptor, Int(status.st_size))
    }

    private static func reading(_ path: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws -> String {
        let (source, size) = try opened(path)
        defer { close(source) }
        var left = size
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: chunk)
        while true {
            try Task.checkCancellation()
            let count = buffer.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw StoreError.system(path) }
            if count == 0 { break }
            left -= count
            guard left >= 0 else { throw StoreError.unavailable(path: path, detail: "it grows while it is read") }
            try buffer.withUnsafeBytes { bytes in
                let part = UnsafeRawBufferPointer(rebasing: bytes[..<count])
                hash.update(bufferPointer: part)
                try take(part)
            }
        }
        return hash.finalize().hexadecimal
    }
}

extension StoreError {
    /// Why the system's last call on a file failed, by `errno`.
    package static func system(_ path: String) -> StoreError {
        errno == ENOSPC || errno == EDQUOT
            ? .full(path: path) : .unavailable(path: path, detail: String(cString: strerror(errno)))
    }
}
