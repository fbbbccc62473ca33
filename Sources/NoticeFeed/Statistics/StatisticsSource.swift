/// Where the statistics' bytes come from, as often as they are begun anew.
enum StatisticsSource {
    case file(InputFile)
    /// The member of that number, from 0, of the archive at `path`: unpacked anew each time, so that nothing of it is held.
    case member(_ number: Int, ofArchive: String, limits: FeedLimits)

    /// Begins at the first byte.
    ///
    /// - Returns: what gives the next bytes; none at the end.
    func begin() throws(NoticeDefect) -> () throws -> [UInt8] {
        switch self {
        case .file(let file):
            file.rewind()
            return Self.pieces(of: file)
        case .member(let number, let path, let limits):
            let archive = try ArchiveReader(try InputFile(path: path), limits: limits)
            for _ in 0...number {
                guard archive.next() != nil else {
                    throw archive.failure
                        ?? NoticeDefect(reason: "unreadable", detail: "the archive was changed while it was being read")
                }
            }
            return Self.pieces(of: MemberSource(archive: archive))
        }
    }

    private static func pieces(of source: some ByteSource) -> () throws -> [UInt8] {
        var source = source
        return {
            var failure: NoticeDefect?
            let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                do throws(NoticeDefect) {
                    count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            return bytes
        }
    }
}
