/// Files that must be refused with a reason, and must not stop the import of the others.
enum BadFiles {
    /// - Parameters:
    ///   - notice: a notice that can be read, to be spoilt.
    ///   - records: two records of an export.
    static func add(to tree: inout FileTree, spoiling notice: PublishedNotice, records: [PublishedNotice]) {
        let good = EFormsWriter(notice: notice).markup().document()
        let bytes = Array(good.utf8)
        tree.add("bad/notices/empty.xml", "")
        tree.add(
            "bad/notices/not-xml.xml",
            "Det här är ett mejl som sparats med fel filändelse.\r\nHälsningar, registraturen\r\n")
        tree.add("bad/notices/truncated.xml", Array(bytes[..<(bytes.count * 3 / 5)]))
        tree.add("bad/notices/unknown-root.xml", "<?xml version=\"1.0\"?>\n<Faktura><Nummer>17</Nummer></Faktura>\n")
        tree.add("bad/notices/not-well-formed.xml", good.replacing("</cac:Party>", with: "</cac:Part>"))
        tree.add("bad/notices/no-notice-id.xml", lines(of: good) { !$0.contains("schemeName=\"notice-id\"") })
        tree.add(
            "bad/notices/doctype.xml",
            good.replacing(
                "encoding=\"UTF-8\"?>\n",
                with: "encoding=\"UTF-8\"?>\n<!DOCTYPE ContractAwardNotice [<!ENTITY ort \"Norrvika\">]>\n"
            ).replacing("<cbc:CityName>Norrvika<", with: "<cbc:CityName>&ort;<"))
        tree.add(
            "bad/notices/entity-bomb.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE Annonser [
              <!ENTITY a "skratt">
              <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
              <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
              <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
              <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
              <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
            ]>
            <Annonser><Annons><UpphandlingsID>SE1</UpphandlingsID><Rubrik>&f;</Rubrik></Annons></Annonser>

            """)
        tree.add(
            "bad/notices/external-entity.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE Annonser [<!ENTITY fil SYSTEM "file:///etc/hostname">]>
            <Annonser><Annons><UpphandlingsID>SE2</UpphandlingsID><Rubrik>&fil;</Rubrik></Annons></Annonser>

            """)
        // Says UTF-8 and isn't: Latin-1's ö is no UTF-8.
        tree.add("bad/notices/wrong-encoding.xml", bytes.replacing(Array("ö".utf8), with: [0xf6]))
        tree.add(
            "bad/notices/unknown-encoding.xml", good.replacing("encoding=\"UTF-8\"", with: "encoding=\"x-hemmagjord\""))
        // The head of a gzip file with nothing that can be unpacked behind it.
        tree.add("bad/notices/broken.tar.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 0x07, 0xff, 0x00, 0xff])
        // The good notice among bad ones is kept. It stands among the others too, so it changes nothing.
        tree.add(
            "bad/notices/some-bad.zip",
            Archive.zip([
                ("a-broken.xml", Array("<ContractNotice".utf8)), ("b-good.xml", bytes),
                ("c-unknown.xml", Array("<x/>".utf8)),
            ]))
        let export = AnnonsWriter.export(records).document()
        tree.add("bad/notices/one-of-two.xml", lines(of: export) { !$0.contains("<AnnonsID>\(records[0].id)<") })
        tree.add("bad/registers/suppliers.csv", RegisterWriter.badRegister())
        tree.add("bad/registers/suppliers-without-names.csv", "id,size\n\(MadeNumber.supplier(905).dashed),small\n")
    }

    private static func lines(of text: String, where keep: (Substring) -> Bool) -> String {
        text.split(separator: "\n").filter(keep).joined(separator: "\n") + "\n"
    }
}
