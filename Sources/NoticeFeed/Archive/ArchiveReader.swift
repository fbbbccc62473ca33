import CLibArchive
import Glibc

/// Walks the members of a gzip, tar or zip file, or of one that is a member of another, through libarchive. The one owner
/// of its C handle.
///
/// libarchive gets the descriptor of a file that is open already, or bytes, and may read tar, zip and gzip only. Nothing is
/// ever written to disk. What is unpacked is bounded by `FeedLimits`, at all depths together.
final class ArchiveReader {
    private let handle: OpaquePointer
    private let names: MemberNames
    private let budget: UnpackingBudget
    private var limits: FeedLimits { budget.limits }
    /// Kept open for as long as libarchive reads from it.
    private let source: Source
    /// Bytes of the paths that lead to this archive within the file.
    private let outerPathBytes: Int
    private var entryBytes = 0
    private var entryPathBytes = 0
    private var hasEntry = false
    /// Why nothing more can be read.
    private(set) var failure: NoticeDefect?

    /// What the packed bytes come from.
    private enum Source {
        case file(InputFile)
        case member(ArchiveInput)
    }

    /// - Throws: `NoticeDefect` where the file is none of the archives that are read.
    convenience init(_ file: InputFile, limits: FeedLimits) throws(NoticeDefect) {
        let budget = UnpackingBudget(limits: limits, packed: file.size)
        try self.init(.file(file), budget: budget, names: MemberNames(), outerPathBytes: 0)
    }

    /// The archive that the present member of `outer` is.
    ///
    /// - Parameter beginning: what was read of the member already.
    /// - Throws: `NoticeDefect` where it is none of the archives that are read.
    convenience init(within outer: ArchiveReader, beginning: [UInt8]) throws(NoticeDefect) {
        let input = ArchiveInput(beginning: beginning, source: MemberSource(archive: outer))
        try self.init(
            .member(input), budget: outer.budget, names: outer.names,
            outerPathBytes: outer.outerPathBytes + outer.entryPathBytes)
    }

    private init(
        _ source: Source, budget: UnpackingBudget, names: MemberNames, outerPathBytes: Int
    ) throws(NoticeDefect) {
        guard let handle = archive_read_new() else {
            throw NoticeDefect(reason: "no-memory", detail: "no memory left to unpack it")
        }
        self.handle = handle
        self.names = names
        self.budget = budget
        self.source = source
        self.outerPathBytes = outerPathBytes
        // One layer: left to find out by itself, libarchive unpacks gzip in gzip, and what is between is bounded by nothing.
        if isGzip { archive_read_append_filter(handle, ARCHIVE_FILTER_GZIP) }
        archive_read_support_format_tar(handle)
        archive_read_support_format_zip(handle)
        // A gzip of one document is an archive of one member to libarchive.
        archive_read_support_format_raw(handle)
        let result =
            switch source {
            case .file(let file): archive_read_open_fd(handle, file.descriptor, 64 << 10)
            case .member(let input): input.open(handle)
            }
        guard result == ARCHIVE_OK else { throw broken }
    }

    private var isGzip: Bool {
        switch source {
        case .file(let file): file.peek(2) == [0x1F, 0x8B]
        case .member(let input): input.isGzip
        }
    }

    /// Whether nothing more can be read of the whole file, as whoever reads on in it has been told.
    var hasEnded: Bool { failure != nil || budget.defect != nil }

    deinit { archive_read_free(handle) }

    /// One member that holds bytes.
    struct Member {
        /// Its path within the archive; `nil` where the archive is a single packed file.
        var path: String?
        /// What is wrong with it, where it is not to be read.
        var defect: NoticeDefect?
    }

    /// Goes on to the next member, past whatever is left of the one before; folders and hidden files are passed over.
    ///
    /// - Returns: `nil` at the end, or where the archive is broken: then `failure` says why.
    func next() -> Member? {
        guard !hasEnded else { return nil }
        do throws(NoticeDefect) {
            while true {
                try drain()
                var entry: OpaquePointer?
                let result = names.readable { archive_read_next_header(handle, &entry) }
                if result == ARCHIVE_EOF { return nil }
                guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw broken }
                hasEntry = true
                entryBytes = 0
                entryPathBytes = 0
                try budget.countEntry()
                if let member = member(entry) { return member }
            }
        } catch {
            failure = error
            return nil
        }
    }

    /// What an entry's header says; `nil` for a folder or a hidden file.
    private func member(_ entry: OpaquePointer) -> Member? {
        let type = mode_t(archive_entry_filetype(entry))
        if type == S_IFDIR { return nil }
        if archive_format(handle) == ARCHIVE_FORMAT_RAW { return Member() }
        let name = names.readable { archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) }
        let bytes = name.map { UnsafeBufferPointer(start: $0, count: strnlen($0, limits.pathBytes + 1)) }
        entryPathBytes = bytes?.count ?? 0
        let path = Self.readable(bytes.map { String(decoding: $0.lazy.map(UInt8.init(bitPattern:)), as: UTF8.self) })
        if path.split(separator: "/").contains(where: { $0.hasPrefix(".") && $0 != "." && $0 != ".." }) { return nil }
        var member = Member(path: path)
        if outerPathBytes + entryPathBytes > limits.pathBytes {
            member.path = path.prefix(80) + "…"
            member.defect = .limit("path-too-long", "its path goes on", "pathBytes", limits.pathBytes, line: nil)
        } else if type != S_IFREG || archive_entry_hardlink(entry) != nil {
            member.defect = NoticeDefect(
                reason: "not-a-file", detail: "a link or a device: only files in an archive are read")
        } else if archive_entry_is_encrypted(entry) != 0 {
            member.defect = NoticeDefect(
                reason: "encrypted", detail: "encrypted with a password: pack it again without one")
        } else if archive_entry_size_is_set(entry) != 0, archive_entry_size(entry) > limits.entryBytes {
            member.defect = entryTooLarge
        }
        return member
    }

    /// A member's path as one may print it: control characters would let it pass for other output.
    private static func readable(_ path: String?) -> String {
        guard let path, !path.isEmpty else { return "?" }
        // C0 and DEL are single bytes; C1 begins with 0xC2 in UTF-8.
        if path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }) { return path }
        return String(path.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "?" : $0 })
    }

    /// Reads on in the present member.
    ///
    /// - Returns: how many bytes were filled; 0 at its end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(NoticeDefect) -> Int {
        if let failure { throw failure }
        do throws(NoticeDefect) {
            let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw broken }
            entryBytes += count
            try budget.count(bytes: count)
            return count
        } catch {
            failure = error
            throw error
        }
    }

    /// True once the present member is larger than a member may be.
    var isEntryTooLarge: Bool { entryBytes > limits.entryBytes }

    var entryTooLarge: NoticeDefect {
        .limit("entry-too-large", "the unpacked file goes on", "entryBytes", limits.entryBytes, line: nil)
    }

    /// Unpacks what is left of the present member into nothing, so that the limits see it. In a zip file libarchive goes
    /// to the next member without unpacking; in one that comes in pieces it can't.
    private func drain() throws(NoticeDefect) {
        if case .file = source, archive_format(handle) == ARCHIVE_FORMAT_ZIP { return }
        guard hasEntry else { return }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var count = 0
        repeat {
            count = try buffer.withUnsafeMutableBufferPointer { bytes throws(NoticeDefect) in
                try read(into: UnsafeMutableRawBufferPointer(bytes))
            }
        } while count > 0
    }

    private var broken: NoticeDefect {
        // The fault lies in what the archive is within.
        if case .member(let input) = source, let failure = input.failure { return failure }
        let words = archive_error_string(handle).map { String(cString: $0) } ?? "error \(archive_errno(handle))"
        return NoticeDefect(
            reason: "broken-archive",
            detail:
                "the archive can't be unpacked from here on (\(words.prefix(200))): a whole gzip, tar or zip is needed")
    }
}

/// The bytes of the member that an archive stands at.
struct MemberSource: ByteSource {
    let archive: ArchiveReader

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(NoticeDefect) -> Int {
        let count = try archive.read(into: buffer)
        if archive.isEntryTooLarge { throw archive.entryTooLarge }
        return count
    }
}
