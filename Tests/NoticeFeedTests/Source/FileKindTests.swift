import TestSupport
import Testing

@testable import NoticeFeed

@Suite struct FileKindTests {
    @Test func tellsArchivesByTheirFirstBytes() {
        #expect(FileKind([0x1F, 0x8B, 8, 0]) == .archive)
        #expect(FileKind("PK\u{3}\u{4}…".utf8) == .archive)
        #expect(FileKind("PK\u{5}\u{6}".utf8) == .archive)
        #expect(FileKind(ArchiveBuilder.tar([.init("a", "b")])) == .archive)
        #expect(FileKind("BZh9".utf8) == .unsupported("bzip2"))
        #expect(FileKind([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) == .unsupported("xz"))
        #expect(FileKind("<a/>".utf8) == .plain)
        #expect(FileKind([]) == .plain)
        #expect(FileKind("PK".utf8) == .plain)
    }
}
