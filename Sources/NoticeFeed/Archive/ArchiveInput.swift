import CLibArchive

/// The packed bytes of an archive that is a member of another, handed to libarchive as it asks for them.
final class ArchiveInput {
    private static let piece = 64 << 10

    /// What was read of the member already, to see what it is.
    private var beginning: ArraySlice<UInt8>
    private var source: MemberSource
    /// What libarchive was handed last; it may look at it until it asks for more.
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ArchiveInput.piece, alignment: 1)
    /// Why the outer archive gives no more.
    private(set) var failure: NoticeDefect?

    init(beginning: [UInt8], source: MemberSource) {
        self.beginning = beginning[...]
        self.source = source
    }

    deinit { buffer.deallocate() }

    var isGzip: Bool { beginning.starts(with: [0x1F, 0x8B]) }

    /// Lets libarchive read from here. The input must be kept for as long as the handle is.
    func open(_ handle: OpaquePointer) -> Int32 {
        archive_read_open(
            handle, Unmanaged.passUnretained(self).toOpaque(), nil,
            { _, input, block in
                guard let input, let block else { return -1 }
                return Unmanaged<ArchiveInput>.fromOpaque(input).takeUnretainedValue().read(block)
            }, nil)
    }

    private func read(_ block: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        block.pointee = UnsafeRawPointer(buffer.baseAddress)
        if !beginning.isEmpty {
            let part = beginning.prefix(buffer.count)
            buffer.copyBytes(from: part)
            beginning = beginning[part.endIndex...]
            return part.count
        }
        do throws(NoticeDefect) {
            return try source.read(into: buffer)
        } catch {
            failure = error
            return -1
        }
    }
}
