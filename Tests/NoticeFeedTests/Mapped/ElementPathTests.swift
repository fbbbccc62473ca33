import Testing

@testable import NoticeFeed

@Suite struct ElementPathTests {
    private func values(_ path: String, _ xml: String) throws -> [String] {
        let path = try #require(ElementPath(path))
        return path.elements(in: try NoticeTree.document(xml.utf8).root).compactMap { path.value(of: $0) }
    }

    @Test func findsElementsAndAttributes() throws {
        let xml = #"<A x="0"><B x="1">b<C>c</C></B><B><C x="2"/><C>d</C></B>e</A>"#
        #expect(try values("B/C", xml) == ["c", "d"])
        #expect(try values("B/@x", xml) == ["1"])
        #expect(try values("B/C/@x", xml) == ["2"])
        #expect(try values("@x", xml) == ["0"])
        #expect(try values(".", xml) == ["bcde"])
        #expect(try values("C", xml).isEmpty)
    }

    @Test func namesCountWithoutPrefix() throws {
        #expect(try values("B/@x", #"<n:A xmlns:n="urn:n"><n:B n:x="1"/></n:A>"#) == ["1"])
    }

    /// `ä` may be one character or `a` with a mark over it, in the mapping and in the export.
    @Test(arguments: ["v\u{E4}rde", "va\u{308}rde"], ["v\u{E4}rde", "va\u{308}rde"])
    func swedishLettersMatchHoweverTheyAreEncoded(inMapping: String, inExport: String) throws {
        #expect(try values(inMapping, "<A><\(inExport)>5</\(inExport)></A>") == ["5"])
        #expect(try values("@" + inMapping, "<A \(inExport)=\"5\"/>") == ["5"])
    }

    @Test(arguments: [
        "", "/", "A/", "/A", "A//B", "A B", "@", "A/@", "@x/A", "A@x", "n:A", "../A", "./A", "A/.", "*", "A/*",
    ])
    func refusesWhatIsNoPath(text: String) {
        #expect(ElementPath(text) == nil)
    }
}
