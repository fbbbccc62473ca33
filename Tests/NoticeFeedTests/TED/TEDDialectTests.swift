import NoticeFeed
import Procurement
import Testing

@Suite struct TEDDialectTests {
    @Test func readsWhatTheCodedDataSays() throws {
        let notice = try TEDExample.notice(TEDExample.form("F03"))
        #expect(notice.id == "000777-2020")
        #expect(notice.version == 1)
        #expect(notice.publicationNumber == "2020/S 003-000777")
        #expect(notice.source == NoticeSource(dialect: .ted, schema: "R2.0.9.S05.E01"))
        #expect(notice.published?.description == "2020-01-06")
        #expect(notice.issued?.description == "2020-01-03")
        #expect(notice.languages == ["SWE"])
        #expect(notice.type == "F03")
        #expect(notice.procedure == Procedure(type: "open", legalBasis: "32014L0024"))
    }

    @Test func takesTheIdFromTheJournalWhereTheDocumentHasNone() throws {
        #expect(try TEDExample.notice(TEDExample.form("F02"), id: nil).id == "000777-2020")
        let root = try TEDExample.root(TEDExample.form("F02"), id: nil, publication: nil)
        let defect = #expect(throws: NoticeDefect.self) { try TEDDialect().notice(in: root) }
        #expect(defect?.reason == "no-notice-id")
        #expect(defect?.line == root.line)
    }

    @Test func readsTheOriginalsOnly() throws {
        let forms =
            TEDExample.form(
                "F02", object: TEDExample.object(title: "Cleaning"), language: "EN", category: "TRANSLATION")
            + TEDExample.form("F02")
        let notice = try TEDExample.notice(forms, documentType: "3")
        #expect(notice.title == LocalizedText("Städning av skolor", language: "SWE"))
        #expect(notice.organisations.count == 1)
        #expect(notice.lots.count == 1)
    }

    @Test func readsATranslationWhereNoOriginalIsMarked() throws {
        let forms =
            TEDExample.form(
                "F02", object: TEDExample.object(title: "Cleaning"), language: "EN", category: "TRANSLATION")
            + TEDExample.form("F02", category: "TRANSLATION")
        #expect(try TEDExample.notice(forms).title == LocalizedText("Städning av skolor", language: "SWE"))
        #expect(try TEDExample.notice(forms, languages: "PL").title == LocalizedText("Cleaning", language: "ENG"))
    }

    /// The same lots, awards and winners, told in two languages, are not counted twice.
    @Test func bringsLanguageVersionsTogether() throws {
        func form(_ language: String, _ words: [String]) -> String {
            TEDExample.form(
                "F03",
                object: TEDExample.object(
                    title: words[0], division: "<LOT_DIVISION/>",
                    lots: TEDExample.lot("1", words[1]) + TEDExample.lot("2", words[2])),
                awards: TEDExample.award(
                    lot: "2", TEDExample.awarded(TEDExample.contractor(words[3], number: "559999-0016"))),
                language: language)
        }
        let notice = try TEDExample.notice(
            form("SV", ["Städning", "Skolor", "Kontor", "Städ & Co AB".replacing("&", with: "&amp;")])
                + form("FI", ["Siivous", "Koulut", "Toimistot", "Siivous Oy"]),
            languages: "SV FI")
        #expect(notice.languages == ["SWE", "FIN"])
        #expect(notice.title.versions.map(\.text) == ["Städning", "Siivous"])
        #expect(notice.title.text(preferring: ["FIN"]) == "Siivous")
        #expect(notice.lots.map(\.id) == ["1", "2"])
        #expect(notice.lots[1].title.versions.map(\.language) == ["SWE", "FIN"])
        #expect(notice.awards.count == 1)
        #expect(notice.awards[0].winners.count == 1)
        #expect(notice.organisations.count == 2)
        #expect(
            notice.organisation(notice.awards[0].winners[0])?.name.versions.map(\.text) == [
                "Städ & Co AB", "Siivous Oy",
            ])
        #expect(notice.organisations[0].name == LocalizedText("Ekby kommun", language: "SWE"))
    }

    @Test func fallsBackOnTranslatedTitleAndName() throws {
        let form = #"<EEIG CATEGORY="ORIGINAL" LG="SV"><FD_EEIG/></EEIG>"#
        let notice = try TEDExample.notice(form, documentType: "G", coded: #"<ORIGINAL_CPV CODE="90910000"/>"#)
        #expect(notice.type == "EEIG")
        #expect(notice.purpose == .other)
        #expect(notice.title == LocalizedText("Sverige-Ekby: Städning", language: "SWE"))
        #expect(notice.buyers.compactMap { notice.organisation($0)?.name.text() } == ["Ekby kommun"])
        #expect(notice.cpv.map(\.description) == ["90910000"])
        #expect(notice.lots.isEmpty)
    }

    @Test func readsANoticeWithoutForm() throws {
        let notice = try TEDExample.notice(
            "", documentType: "3", codes: #"<DIRECTIVE VALUE="2014/25/EU"/>"#, procedure: "6")
        #expect(notice.purpose == .competition)
        #expect(notice.type == nil)
        #expect(notice.kind == .services)
        #expect(notice.procedure == Procedure(type: "neg-w-call", isAccelerated: true, legalBasis: "32014L0025"))
    }

    @Test func undoesDoubleEscaping() throws {
        let form = TEDExample.form("F02", object: TEDExample.object(title: "Drift &amp;amp; underhåll"))
        #expect(try TEDExample.notice(form).title.text() == "Drift & underhåll")
    }

    // MARK: Which notice belongs to which procedure

    @Test func aCallOpensItsProcedure() throws {
        let form = TEDExample.form("F02", procedure: "<NOTICE_NUMBER_OJ>2019/S 001-000012</NOTICE_NUMBER_OJ>")
        #expect(try TEDExample.notice(form).procedureID == "000777-2020")
    }

    @Test func aResultBelongsToTheProcedureOfItsCall() throws {
        let form = TEDExample.form("F03", procedure: "<NOTICE_NUMBER_OJ>2019/S 001-000012</NOTICE_NUMBER_OJ>")
        let notice = try TEDExample.notice(form)
        #expect(notice.procedureID == "000012-2019")
        #expect(notice.changes == nil)
        let coded = "<REF_NOTICE><NO_DOC_OJS>2019/S 001-000013</NO_DOC_OJS></REF_NOTICE>"
        #expect(try TEDExample.notice(TEDExample.form("F03"), coded: coded).procedureID == "000013-2019")
        #expect(try TEDExample.notice(TEDExample.form("F03")).procedureID == "000777-2020")
    }

    @Test func aCorrectionChangesTheNoticeItNames() throws {
        let form = """
            <F14_2014 CATEGORY="ORIGINAL" FORM="F14" LG="SV">
              <OBJECT_CONTRACT><TITLE><P>Städning</P></TITLE></OBJECT_CONTRACT>
              <COMPLEMENTARY_INFO><NOTICE_NUMBER_OJ>2019/S 001-000012</NOTICE_NUMBER_OJ></COMPLEMENTARY_INFO></F14_2014>
            """
        let notice = try TEDExample.notice(form, documentType: "2")
        #expect(notice.purpose == .correction)
        #expect(notice.changes == ChangedNotice(id: "000012-2019"))
        #expect(notice.procedureID == "000012-2019")
        #expect(notice.lots.isEmpty)
    }
}
