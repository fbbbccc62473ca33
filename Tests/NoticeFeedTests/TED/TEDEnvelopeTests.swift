import NoticeFeed
import Procurement
import Testing

/// A form in another envelope than `TED_EXPORT`.
@Suite struct TEDEnvelopeTests {
    private let dispatch =
        "<COMPLEMENTARY_INFO><DATE_DISPATCH_NOTICE>2019-03-04</DATE_DISPATCH_NOTICE></COMPLEMENTARY_INFO>"

    private func sent(_ forms: String, id: String = "<NO_DOC_EXT>2019-000123</NO_DOC_EXT>") -> String {
        """
        <TED_ESENDERS xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/reception" \
        xmlns:n2016="http://publications.europa.eu/resource/schema/ted/2016/nuts" VERSION="R2.0.9.S03">
        <SENDER><IDENTIFICATION><ESENDER_LOGIN>TED99</ESENDER_LOGIN>\(id)</IDENTIFICATION></SENDER>
        <FORM_SECTION>\(forms)</FORM_SECTION></TED_ESENDERS>
        """
    }

    private var award: String {
        TEDExample.form(
            "F03", awards: TEDExample.award(TEDExample.awarded(TEDExample.contractor("Ett AB"))) + dispatch)
    }

    @Test func readsWhatASenderSends() throws {
        let notice = try #require(try FeedReader.outcomes(of: sent(award)).first?.notice)
        #expect(notice.id == "2019-000123")
        #expect(notice.type == "F03")
        #expect(notice.purpose == .result)
        #expect(notice.source == NoticeSource(dialect: .ted, schema: "R2.0.9.S03"))
        #expect(notice.issued?.description == "2019-03-04")
        #expect(notice.buyers.compactMap { notice.organisation($0)?.name.text() } == ["Ekby kommun"])
        #expect(notice.awards.first?.winners.compactMap { notice.organisation($0)?.name.text() } == ["Ett AB"])
    }

    @Test func readsFormsOfTheFirstSchemaToo() throws {
        let form = """
            <CONTRACT LG="SV" CATEGORY="ORIGINAL" FORM="2"><FD_CONTRACT CTYPE="WORKS">
            <TITLE_CONTRACT><P>Bro</P></TITLE_CONTRACT><NOTICE_DISPATCH_DATE><DAY>4</DAY><MONTH>3</MONTH><YEAR>2014</YEAR>
            </NOTICE_DISPATCH_DATE></FD_CONTRACT></CONTRACT>
            """
        let notice = try #require(try FeedReader.outcomes(of: sent(form)).first?.notice)
        #expect(notice.title.text() == "Bro")
        #expect(notice.type == "F02")
        #expect(notice.issued?.description == "2014-03-04")
    }

    @Test func aSenderMustCallItSomething() throws {
        let refusal = try FeedReader.outcomes(of: sent(award, id: "")).first?.refusal
        #expect(refusal?.reason == "no-notice-id")
        #expect(refusal?.detail.contains("NO_DOC_EXT") == true)
    }

    @Test func readsABareForm() throws {
        let form =
            "<FORM_SECTION>\(award.replacing("n2016:", with: ""))<NOTICE_UUID>55adef7d-1</NOTICE_UUID></FORM_SECTION>"
        #expect(try FeedReader.outcomes(of: form).map(\.summary) == ["55adef7d-1"])
    }

    /// What is around them doesn't matter, and each is read once.
    @Test func passesOverWhateverIsAround() throws {
        let export = """
            <TED_EXPORT DOC_ID="000778-2020"><FORM_SECTION>\(award.replacing("n2016:", with: ""))</FORM_SECTION></TED_EXPORT>
            """
        let outcomes = try FeedReader.outcomes(
            of: "<OPEN-DATA><HEADER/>\(export)<ITEM>\(sent(award))</ITEM></OPEN-DATA>")
        #expect(outcomes.map(\.summary) == ["000778-2020", "2019-000123"])
    }
}
