import CLibArchive
import Glibc

/// Walks the files of a tar.gz. The one owner of its C handle.
///
/// libarchive may read tar within gzip, and nothing else, and writes nothing to disk. What is unpacked is bounded.
final class PackageReader {
    /// The most that one file in it, all of them together, and their number may be.
    struct Limits {
        var entryBytes = 128 << 20
        var bytes = 64 << 30
        var entries = 500_000
        /// Unpacked to packed, above `ratioFloor` bytes.
        var ratio = 200
        var ratioFloor = 64 << 20
    }

    struct Member {
        /// As it stands in the archive, in printable characters.
        let path: String
        let bytes: [UInt8]
    }

    private let handle: OpaquePointer
    private let limits: Limits
    private let packed: Int
    private var unpacked = 0
    private var entries = 0
    /// Kept for as long as libarchive reads from it.
    private let memory: UnsafeMutableRawBufferPointer?
    private let descriptor: Int32

    convenience init(path: String, limits: Limits = Limits()) throws(FetchFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .disk(path: path, call: "open", number: errno) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        lseek(descriptor, 0, SEEK_SET)
        try self.init(limits: limits, packed: size, memory: nil, descriptor: descriptor)
    }

    /// An archive within another.
    convenience init(bytes: [UInt8], limits: Limits = Limits()) throws(FetchFailure) {
        try self.init(limits: limits, packed: bytes.count, memory: bytes, descriptor: -1)
    }

    private init(limits: Limits, packed: Int, memory: [UInt8]?, descriptor: Int32) throws(FetchFailure) {
        guard let handle = archive_read_new() else { throw .broken("no memory left to unpack it") }
        self.handle = handle
        self.limits = limits
        self.packed = packed
        self.memory = memory.map { bytes in
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
            copy.copyBytes(from: bytes)
            return copy
        }
        self.descriptor = descriptor
        // One layer: left to find out by itself, libarchive would unpack gzip in gzip.
        archive_read_append_filter(handle, ARCHIVE_FILTER_GZIP)
        archive_read_support_format_tar(handle)
        let result =
            if let memory = self.memory {
                archive_read_open_memory(handle, memory.baseAddress, memory.count)
            } else {
                archive_read_open_fd(handle, descriptor, 256 << 10)
            }
        guard result == ARCHIVE_OK else { throw broken }
    }

    deinit {
        archive_read_free(handle)
        memory?.deallocate()
        if descriptor >= 0 { close(descriptor) }
    }

    /// The next file; folders, links and what isn't a file are passed over. `nil` at the end.
    func next() throws(FetchFailure) -> Member? {
        while true {
            var entry: OpaquePointer?
            let result = archive_read_next_header(handle, &entry)
            if result == ARCHIVE_EOF { return nil }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw broken }
            entries += 1
            guard entries <= limits.entries else { throw .broken("more than \(limits.entries) files") }
            guard archive_entry_filetype(entry) & S_IFMT == S_IFREG, archive_entry_hardlink(entry) == nil else {
                continue
            }
            let path = (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)).map { String(cString: $0) }
            return Member(path: (path ?? "?").printable, bytes: try content(size: Int(archive_entry_size(entry))))
        }
    }

    private func content(size: Int) throws(FetchFailure) -> [UInt8] {
        guard size <= limits.entryBytes else { throw .broken("a file in it is larger than \(limits.entryBytes) bytes") }
        unpacked += size
        guard unpacked <= limits.bytes, unpacked <= limits.ratioFloor || unpacked / max(1, packed) <= limits.ratio
        else {
            throw .broken("it unpacks to \(unpacked) bytes and more from \(packed)")
        }
        // Of a tar entry exactly so much comes as its header says.
        var filled = 0
        let handle = handle
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while filled < size {
                let part = archive_read_data(handle, buffer.baseAddress.map { $0 + filled }, size - filled)
                if part <= 0 { break }
                filled += part
            }
            count = filled
        }
        guard filled == size else { throw broken }
        return bytes
    }

    private var broken: FetchFailure {
        .broken(
            (archive_error_string(handle).map { String(cString: $0) } ?? "error \(archive_errno(handle))").printable)
    }
}
