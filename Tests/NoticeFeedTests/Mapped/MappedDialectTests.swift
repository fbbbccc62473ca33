import NoticeFeed
import Procurement
import Testing

@Suite struct MappedDialectTests {
    @Test func recognisesItsOwnElement() throws {
        let open = MappedDialect(try MappedExample.mapping())
        #expect(open.roots == ["Annons"])
        #expect(open.recognises(root: "Annons", namespace: "urn:x"))
        let bound = MappedDialect(try MappedExample.mapping("namespace: urn:a"))
        #expect(bound.recognises(root: "Annons", namespace: "urn:a"))
        #expect(!bound.recognises(root: "Annons", namespace: nil))
    }

    @Test func aNoticeNeedsAnId() throws {
        let dialect = MappedDialect(try MappedExample.mapping(fields: ""))
        let root = try NoticeTree.document("<Annons>\n<ID> </ID></Annons>".utf8).root
        let defect = #expect(throws: NoticeDefect.self) { try dialect.notice(in: root) }
        #expect(defect?.reason == "no-notice-id")
        #expect(defect?.line == 1)
        #expect(defect?.detail == "The mapping test reads the notice's id from ID, which is missing or empty.")
    }

    /// What can't be read is not stated; the notice is read all the same.
    @Test func oddValuesAreLeftOut() throws {
        let notice = try MappedExample.notice(
            "defaults: {currency: SEK, language: sv}",
            fields: "published: Datum\nvalue: Värde\ncpv: CPV\nnuts: NUTS\nversion: Version\nprocedure-type: Typ",
            xml:
                "<Datum>i mars</Datum><Värde>ej angivet</Värde><CPV>okänd</CPV><CPV>72000000</CPV><NUTS>?</NUTS><Version/><Typ>hemlig</Typ>"
        )
        #expect(notice.published == nil)
        #expect(notice.value == .missing)
        #expect(notice.cpv.map(\.description) == ["72000000"])
        #expect(notice.nuts.isEmpty)
        #expect(notice.version == 1)
        #expect(notice.procedure.type == nil)
        #expect(notice.purpose == .competition)
        #expect(notice.languages == ["SWE"])
        #expect(notice.lots.map(\.id) == ["1"])
    }

    @Test func triesPathsOneAfterTheOther() throws {
        let fields = "description: [Text, Kort]\ncpv: [Huvudkod, Kod]"
        let notice = try MappedExample.notice(
            fields: fields, xml: "<Text/><Kort>b</Kort><Kod>72000000</Kod><Huvudkod>48000000</Huvudkod>")
        #expect(notice.description.text() == "b")
        #expect(notice.cpv.map(\.description) == ["48000000", "72000000"])
    }

    @Test func takesListsApart() throws {
        let notice = try MappedExample.notice(
            fields: "cpv: {path: Koder, separator: \";\"}", xml: "<Koder>72000000; 48000000-8 ;x</Koder>")
        #expect(notice.cpv.map(\.description) == ["72000000", "48000000"])
    }

    @Test func readsWordsByTheirTable() throws {
        let fields = "kind: {path: Typ, values: {IT-tjänst: services}}\nprocedure-type: Förfarande"
        let notice = try MappedExample.notice(
            fields: fields, xml: "<Typ> it-TJÄNST </Typ><Förfarande>Open</Förfarande>")
        #expect(notice.kind == .services)
        #expect(notice.procedure.type == "open")
    }

    @Test func readsTextsInTheirLanguages() throws {
        let fields = "description: {path: Text, language: \"@språk\"}"
        let notice = try MappedExample.notice(
            "defaults: {language: sv}", fields: fields,
            xml: #"<Text språk="en-GB">Cleaning</Text><Text språk="fi">Siivous</Text><Text>Städning</Text>"#)
        #expect(notice.description.versions.map(\.language) == ["ENG", "FIN", "SWE"])
    }

    /// A flag is said by being there, unless it says no.
    @Test(arguments: [
        ("<Avbruten/>", true), ("<Avbruten>Ja</Avbruten>", true), ("<Avbruten>för dyrt</Avbruten>", true),
        ("<Avbruten>nej</Avbruten>", false), ("", false),
    ])
    func readsFlags(xml: String, isSet: Bool) throws {
        let notice = try MappedExample.notice(
            "formats: {yes: [ja], no: [nej]}\nawards: {each: Tilldelning, no-winner: Avbruten}",
            xml: "<Tilldelning>\(xml)</Tilldelning>")
        #expect(notice.awards.map(\.outcome) == [isSet ? .noWinner(reason: nil) : .unstated])
        #expect(notice.purpose == .result)
    }

    /// Missing, withheld and none are three things; withheld names don't get out.
    @Test func keepsWithheldApartFromMissing() throws {
        let lines = """
            defaults: {currency: SEK}
            awards:
              each: Tilldelning
              value: Belopp
              value-withheld: Belopp/@hemligt
              tenders: Antal
              tenders-withheld: Antal/@hemligt
              winners-withheld: Sekretess
              winners: {each: Vinnare, name: .}
            """
        let notice = try MappedExample.notice(
            lines,
            xml: """
                <Tilldelning><Belopp hemligt="x">7</Belopp><Antal hemligt="x"/><Sekretess/><Vinnare>Hemlig AB</Vinnare></Tilldelning>
                <Tilldelning><Belopp>7</Belopp><Antal>0</Antal><Vinnare>Öppen AB</Vinnare><Vinnare/></Tilldelning><Tilldelning/>
                """)
        #expect(
            notice.awards.map(\.outcome) == [
                .awarded(winnersWithheld: true), .awarded(winnersWithheld: false), .unstated,
            ])
        #expect(
            notice.awards.map(\.value) == [
                .withheld(Withholding(field: "win-ten-val")), .stated(Money(hundredths: 700, currency: "SEK")),
                .missing,
            ])
        #expect(
            notice.awards.map(\.tendersReceived) == [
                .withheld(Withholding(field: "rec-sub-cou")), .stated(0), .missing,
            ])
        #expect(notice.organisations.compactMap { $0.name.text() } == ["Öppen AB"])
        #expect(notice.withheld.compactMap(\.field) == ["win-ten-val", "rec-sub-cou"])
    }

    /// Another portal is another file: attributes instead of elements, other dates and numbers, another language.
    @Test func readsAnExportOfAnotherShape() throws {
        let mapping = try FeedMapping.read(
            """
            mapping: hankinnat
            notice: tender
            namespace: urn:example:hankinnat
            defaults: {language: fi}
            formats:
              dates: [d.M.yyyy]
              decimal: ","
              thousands: ["."]
              yes: [kyllä]
              no: [ei]
            fields:
              id: "@ref"
              procedure: "@case"
              purpose: {constant: result}
              title: {path: names/name, language: "@lang"}
              published: "@date"
              kind: {path: type/@code, values: {P: services, T: supplies, U: works}}
              cpv: {path: "@cpv", separator: ","}
            buyers: {each: ., name: "@buyer", number: "@buyer-id", country: {constant: FI}}
            lots: {each: parts/part, id: "@no", title: .}
            awards:
              each: result/win
              lots: "@parts"
              value: "@sum"
              value-currency: {constant: EUR}
              winners: {each: company, name: ., number: "@id", size: {path: "@class", values: {iso: large, pk: sme}}}
            """, file: "hankinnat.yaml")
        let xml = """
            <tender xmlns="urn:example:hankinnat" ref="H-1" case="C-9" date="1.3.2024" cpv="72000000,48000000" buyer="Kylän kunta" buyer-id="0000001-9">
              <names><name lang="fi">Ohjelmisto</name><name lang="sv">Programvara</name></names><type code="T"/>
              <parts><part no="1">Lisenssit</part><part no="2">Tuki</part></parts>
              <result><win parts="1-2" sum="1.250.000,50"><company id="0000002-7" class="pk">Koodi Oy</company></win></result>
            </tender>
            """
        let notice = try MappedDialect(mapping).notice(in: NoticeTree.document(xml.utf8).root)
        #expect(notice.id == "H-1")
        #expect(notice.procedureID == "C-9")
        #expect(notice.source == NoticeSource(dialect: .mapped, schema: "hankinnat"))
        #expect(notice.title.versions.map(\.language) == ["FIN", "SWE"])
        #expect(notice.published?.description == "2024-03-01")
        #expect(notice.kind == .supplies)
        #expect(notice.cpv.count == 2)
        #expect(notice.buyers.compactMap { notice.organisation($0)?.country } == ["FI"])
        #expect(notice.lots.map { $0.title.text() } == ["Lisenssit", "Tuki"])
        #expect(notice.awards.map(\.lots) == [["1", "2"]])
        #expect(notice.awards[0].value == .stated(Money(hundredths: 125_000_050, currency: "EUR")))
        let winner = try #require(notice.organisation(notice.awards[0].winners[0]))
        #expect(winner.name.text() == "Koodi Oy")
        #expect(winner.nationalIDs == ["0000002-7"])
        #expect(winner.size == .sme)
    }
}
