import CLibArchive
import Glibc
import Procurement

/// Writes a tar.gz: the same files give the same bytes. The one owner of its C handle.
final class PackageWriter {
    private let handle: OpaquePointer
    private let path: String
    private let descriptor: Int32
    private let day: CalendarDate
    private(set) var count = 0

    /// - Parameter day: what its files are dated.
    init(path: String, day: CalendarDate) throws(FetchFailure) {
        self.path = path
        self.day = day
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw .disk(path: path, call: "open", number: errno) }
        guard let handle = archive_write_new() else {
            throw .disk(path: path, call: "archive_write_new", number: ENOMEM)
        }
        self.descriptor = descriptor
        self.handle = handle
        archive_write_add_filter_gzip(handle)
        archive_write_set_filter_option(handle, "gzip", "timestamp", nil)
        archive_write_set_format_pax_restricted(handle)
        guard archive_write_open_fd(handle, descriptor) == ARCHIVE_OK else { throw failure("open") }
    }

    deinit {
        archive_write_free(handle)
        close(descriptor)
    }

    func add(_ name: String, _ bytes: [UInt8]) throws(FetchFailure) {
        guard let entry = archive_entry_new() else { throw failure("archive_entry_new") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, Int64(bytes.count))
        archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG as mode_t))
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_mtime(entry, Int(day.daysSinceEpoch) * 86_400, 0)
        guard archive_write_header(handle, entry) == ARCHIVE_OK else { throw failure("write") }
        let written = bytes.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw failure("write") }
        count += 1
    }

    /// Ends the archive, and waits until it is on the disk.
    func finish() throws(FetchFailure) {
        guard archive_write_close(handle) == ARCHIVE_OK else { throw failure("write") }
        guard fsync(descriptor) == 0 else { throw .disk(path: path, call: "fsync", number: errno) }
    }

    private func failure(_ call: String) -> FetchFailure {
        .disk(path: path, call: call, number: archive_errno(handle) == 0 ? EIO : archive_errno(handle))
    }
}
