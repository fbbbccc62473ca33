import Testing

@testable import NoticeFeed

@Suite struct ElementTests {
    private func element(_ xml: String) throws -> Element { try NoticeTree.document(xml.utf8).root }

    @Test func walksChildrenByLocalName() throws {
        let root = try element(
            """
            <x:Notice xmlns:x="urn:x" kind=" open ">
              <x:ID schemeName="notice-id">abc</x:ID>
              <Lot><Name>one</Name></Lot>
              <Lot><Name/></Lot>
              <Lot><Name>three</Name><Inner><Name>deep</Name></Inner></Lot>
            </x:Notice>
            """)
        #expect(root.name == "Notice")
        #expect(root.rootNamespace == "urn:x")
        #expect(root.attribute("kind") == "open")
        #expect(root.attribute("kind", is: "open"))
        #expect(root.attribute("other") == nil)
        #expect(root.first("ID")?.text == "abc")
        #expect(root.first("ID")?.attribute("schemeName") == "notice-id")
        #expect(root.first("ID")?.line == 2)
        #expect(root.all("Lot").map { $0.first("Name")?.text } == ["one", nil, "three"])
        #expect(root.path("Lot", "Inner", "Name")?.text == "deep")
        #expect(root.path("Lot", "Missing") == nil)
        #expect(root.descendants("Name").count == 4)
        #expect(root.children.map(\.name) == ["ID", "Lot", "Lot", "Lot"])
        #expect(root.path("Lot", "Name")?.parent?.name == "Lot")
        #expect(root.parent == nil)
        let name = ["Lot"].joined()
        #expect(root.first(name)?.first("Name")?.text == "one")
        #expect(root.all(name).count == 3)
        #expect(root.descendants(name).count == 3)
    }

    @Test func readsMixedTextInOrder() throws {
        let root = try element(
            "<T> <P>a  <FT>2</FT> b</P><P><![CDATA[c & d]]></P>\n  tail &amp; &#228;<br/>end </T>")
        #expect(root.fullText == "a 2 b\nc & d\ntail & ä\nend")
        #expect(root.first("P")?.text == "a  2 b")
        #expect(root.first("br")?.text == nil)
        #expect(root.first("br")?.hasText == false)
        #expect(try element("<A> x </A>").textIs("x"))
        #expect(try !element("<A>xy</A>").textIs("x"))
        #expect(try element("<A/>").fullText == nil)
    }

    /// Runs of words are copied as they stand; what comes out is the words with one space between them all the same.
    @Test func fullTextHasSingleSpacesHoweverItIsWritten() throws {
        let pieces = ["a", " ", "  ", "\n", "\t ", "<b>x</b>", "<b> y  z </b>", "å ", " &amp;"]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let root = try element("<A><i/>\(first)\(second)\(third)</A>")
                    let words = (root.text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    #expect(root.fullText == (words.isEmpty ? nil : words))
                }
            }
        }
    }
}
