import Glibc

/// One regular file, open for reading. The one owner of its descriptor.
final class InputFile: ByteSource {
    let descriptor: Int32
    /// In bytes, as it was when the file was opened.
    let size: Int

    /// - Throws: `NoticeDefect` where it can't be opened or is no regular file.
    init(path: String) throws(NoticeDefect) {
        // O_NONBLOCK, so that a FIFO in a feed folder can't hold everything up before it is refused.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT, path.unicodeScalars.contains("\u{FFFD}") {
                throw NoticeDefect(
                    reason: "file-name",
                    detail:
                        "its name isn't UTF-8, in which names of files are read: rename it, or pack it into an archive")
            }
            throw NoticeDefect(
                reason: "unreadable", detail: "can't be opened: \(Self.words(errno)); it must be a readable file")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw NoticeDefect(reason: "not-a-file", detail: "neither a regular file nor a folder of them")
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(NoticeDefect) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else {
                throw NoticeDefect(
                    reason: "unreadable", detail: "reading stopped: \(Self.words(errno)); try again, or copy it anew")
            }
        }
    }

    /// The first bytes, without moving the place that is read next.
    func peek(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, 0) }
        return Array(bytes.prefix(max(0, read)))
    }

    /// Goes back to the first byte.
    func rewind() { lseek(descriptor, 0, SEEK_SET) }

    private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
