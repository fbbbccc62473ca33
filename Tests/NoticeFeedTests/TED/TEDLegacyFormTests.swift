import NoticeFeed
import Procurement
import Testing

/// Forms of R2.0.8, whose elements differ from form to form and mean the same.
@Suite struct TEDLegacyFormTests {
    private static let buyer = """
        <NAME_ADDRESSES_CONTACT_X><CA_CE_CONCESSIONAIRE_PROFILE>
          <ORGANISATION><OFFICIALNAME>Ekby kommun</OFFICIALNAME><NATIONALID>212999-0012</NATIONALID></ORGANISATION>
          <TOWN>Ekby</TOWN><COUNTRY VALUE="SE"/></CA_CE_CONCESSIONAIRE_PROFILE>
          <INTERNET_ADDRESSES_X><URL_GENERAL>https://www.ekby.example</URL_GENERAL></INTERNET_ADDRESSES_X></NAME_ADDRESSES_CONTACT_X>
        """
    private static let cpv = """
        <CPV><CPV_MAIN><CPV_CODE CODE="90910000"/></CPV_MAIN><CPV_ADDITIONAL><CPV_CODE CODE="90911300"/></CPV_ADDITIONAL></CPV>
        """

    private func notice(_ name: String, form: String, _ body: String, type: String) throws -> Notice {
        let xml = """
            <\(name) CATEGORY="ORIGINAL" FORM="\(form)" LG="SV" VERSION="R2.0.8.S04.E01"><FD_\(name) CTYPE="SERVICES">
              <SECTION_I>\(Self.buyer)</SECTION_I>\(body)</FD_\(name)></\(name)>
            """
        return try TEDExample.notice(xml, documentType: type, procedure: "9")
    }

    private func operatorNamed(_ name: String) -> String {
        """
        <ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME>
          <ORGANISATION><OFFICIALNAME>\(name)</OFFICIALNAME></ORGANISATION><TOWN>Ekby</TOWN><COUNTRY VALUE="SE"/>
        </CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS>
        """
    }

    /// Every form's own words for title and description, with purpose and deadline.
    @Test(arguments: [
        ("CONTRACT", "2", "3", "TITLE_CONTRACT", "SHORT_CONTRACT_DESCRIPTION", NoticePurpose.competition),
        ("CONTRACT_UTILITIES", "5", "3", "TITLE_CONTRACT", "SHORT_CONTRACT_DESCRIPTION", .competition),
        ("QUALIFICATION_SYSTEM_UTILITIES", "7", "O", "TITLE_QUALIFICATION_SYSTEM", "DESCRIPTION", .competition),
        ("SIMPLIFIED_CONTRACT", "9", "3", "TITLE_CONTRACT", "SHORT_DESCRIPTION_CONTRACT", .competition),
        ("CONCESSION", "10", "3", "TITLE_CONTRACT", "DESCRIPTION_OF_CONTRACT", .competition),
        ("CONTRACT_CONCESSIONAIRE", "11", "3", "TITLE_CONTRACT", "SHORT_DESCRIPTION_CONTRACT", .competition),
        ("DESIGN_CONTEST", "12", "D", "TITLE_DESIGN_CONTACT_NOTICE", "SHORT_DESCRIPTION_CONTRACT", .competition),
        ("PRIOR_INFORMATION", "1", "0", "TITLE_CONTRACT", "DESCRIPTION_OF_CONTRACT", .planning),
        ("PERIODIC_INDICATIVE_UTILITIES", "4", "P", "TITLE_CONTRACT", "DESCRIPTION_OF_CONTRACT", .planning),
        ("PRIOR_INFORMATION_DEFENCE", "16", "0", "TITLE_CONTRACT", "TOTAL_QUANTITY_OR_SCOPE", .planning),
        ("BUYER_PROFILE", "8", "B", "TITLE_CONTRACT", "SHORT_CONTRACT_DESCRIPTION", .planning),
        (
            "VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE", "15", "V", "TITLE_CONTRACT", "SHORT_CONTRACT_DESCRIPTION",
            .directAward
        ),
    ])
    func readsTheObject(
        name: String, form: String, type: String, title: String, description: String, purpose: NoticePurpose
    ) throws {
        let notice = try notice(
            name, form: form,
            """
            <OBJECT_X><DESCRIPTION_X><\(title)><P>Städning</P></\(title)><LOCATION_NUTS><NUTS CODE="SE121"/></LOCATION_NUTS>
              <\(description)><P>Daglig</P><P>städning.</P></\(description)>\(Self.cpv)</DESCRIPTION_X></OBJECT_X>
            <PROCEDURE_X><RECEIPT_LIMIT_DATE><DAY>10</DAY><MONTH>02</MONTH><YEAR>2020</YEAR></RECEIPT_LIMIT_DATE></PROCEDURE_X>
            """, type: type)
        #expect(notice.purpose == purpose)
        #expect(notice.title == LocalizedText("Städning", language: "SWE"))
        #expect(notice.description.text() == "Daglig\nstädning.")
        #expect(notice.kind == .services)
        #expect(notice.cpv.map(\.description) == ["90910000", "90911300"])
        #expect(notice.nuts.map(\.code) == ["SE121"])
        let buyer = try #require(notice.buyers.first.flatMap(notice.organisation))
        #expect(buyer.name.text() == "Ekby kommun")
        #expect(buyer.nationalIDs == ["212999-0012"])
        #expect(buyer.website == "https://www.ekby.example")
        #expect(notice.lots.map(\.id) == ["1"])
        #expect(notice.lots[0].deadline?.description == "2020-02-10")
        #expect(notice.lots[0].role == (purpose == .planning ? .part : .lot))
    }

    @Test func readsLots() throws {
        let notice = try notice(
            "CONTRACT_DEFENCE", form: "17",
            """
            <DESCRIPTION_X><TITLE_CONTRACT><P>Fordon</P></TITLE_CONTRACT>\(Self.cpv)
              <F17_FRAMEWORK><SINGLE_OPERATOR/><TOTAL_ESTIMATED><COSTS_RANGE_AND_CURRENCY CURRENCY="SEK">
                <VALUE_COST FMTVAL="9000000.00">9 000 000,00</VALUE_COST></COSTS_RANGE_AND_CURRENCY></TOTAL_ESTIMATED></F17_FRAMEWORK>
              <F17_DIVISION_INTO_LOTS><F17_DIV_INTO_LOT_YES>
                <F17_ANNEX_B ITEM="1"><LOT_NUMBER>1</LOT_NUMBER><LOT_TITLE>Lätta</LOT_TITLE>
                  <LOT_DESCRIPTION><P>Tio.</P></LOT_DESCRIPTION><CPV><CPV_MAIN><CPV_CODE CODE="35400000"/></CPV_MAIN></CPV>
                  <NATURE_QUANTITY_SCOPE><COSTS_RANGE_AND_CURRENCY CURRENCY="SEK"><RANGE_VALUE_COST>
                    <LOW_VALUE>1</LOW_VALUE><HIGH_VALUE>2</HIGH_VALUE></RANGE_VALUE_COST></COSTS_RANGE_AND_CURRENCY>
                  </NATURE_QUANTITY_SCOPE></F17_ANNEX_B>
                <F17_ANNEX_B ITEM="2"><LOT_TITLE>Tunga</LOT_TITLE><NATURE_QUANTITY_SCOPE>
                  <COSTS_RANGE_AND_CURRENCY CURRENCY="SEK"><VALUE_COST>4 000 000,50</VALUE_COST></COSTS_RANGE_AND_CURRENCY>
                  </NATURE_QUANTITY_SCOPE></F17_ANNEX_B></F17_DIV_INTO_LOT_YES></F17_DIVISION_INTO_LOTS></DESCRIPTION_X>
            <PROCEDURE_X><TYPE><PT_ACCELERATED_NEGOTIATED/></TYPE></PROCEDURE_X>
            """, type: "3")
        #expect(notice.lots.map(\.id) == ["1", "2"])
        #expect(notice.lots.map { $0.title.text() } == ["Lätta", "Tunga"])
        #expect(notice.lots[0].description.text() == "Tio.")
        #expect(notice.lots.map(\.value) == [.missing, .stated(Money(hundredths: 400_000_050, currency: "SEK"))])
        #expect(notice.value == .stated(Money(hundredths: 900_000_000, currency: "SEK")))
        #expect(notice.cpv.map(\.description) == ["90910000", "90911300", "35400000"])
        #expect(notice.procedure.type == "neg-w-call")
        #expect(notice.procedure.isAccelerated == true)
        #expect(notice.procedure.framework == "fa")
    }

    /// The forms call an award by different names, and nest it differently.
    @Test(arguments: [
        ("CONTRACT_AWARD", "3", "AWARD_OF_CONTRACT"), ("CONTRACT_AWARD_DEFENCE", "18", "AWARD_OF_CONTRACT_DEFENCE"),
        ("CONTRACT_AWARD_UTILITIES", "6", "AWARD_AND_CONTRACT_VALUE"), ("CONTRACT_MOVE", "T02", "AWARD_CONTRACT_MOVE"),
    ])
    func readsAwards(name: String, form: String, award: String) throws {
        let notice = try notice(
            name, form: form,
            """
            <OBJECT_X><TITLE_CONTRACT><P>Städning</P></TITLE_CONTRACT>\(Self.cpv)
              <TOTAL_FINAL_VALUE><COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="SEK"><VALUE_COST FMTVAL="300">300</VALUE_COST>
              </COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></TOTAL_FINAL_VALUE></OBJECT_X>
            <WRAPPER><\(award)><CONTRACT_NUMBER>7</CONTRACT_NUMBER><LOT_NUMBER>1, 2</LOT_NUMBER>
              <CONTRACT_TITLE><P>Skolor</P></CONTRACT_TITLE>
              <CONTRACT_AWARD_DATE><DAY>02</DAY><MONTH>01</MONTH><YEAR>2020</YEAR></CONTRACT_AWARD_DATE>
              <OFFERS_RECEIVED_NUMBER>4</OFFERS_RECEIVED_NUMBER>\(operatorNamed("Städ AB"))
              <CONTRACT_VALUE_INFORMATION>
                <INITIAL_ESTIMATED_TOTAL_VALUE_CONTRACT CURRENCY="SEK"><VALUE_COST>99</VALUE_COST></INITIAL_ESTIMATED_TOTAL_VALUE_CONTRACT>
                <COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="SEK"><VALUE_COST FMTVAL="100.50">100,50</VALUE_COST>
                </COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></CONTRACT_VALUE_INFORMATION></\(award)>
            <\(award)><LOT_NUMBER>3</LOT_NUMBER><CONTRACT_TITLE><P>Kontor</P></CONTRACT_TITLE></\(award)></WRAPPER>
            <APPEAL><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION><OFFICIALNAME>Domstolen</OFFICIALNAME></ORGANISATION>
              </CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></APPEAL>
            """, type: "7")
        #expect(notice.purpose == .result)
        #expect(notice.value == .stated(Money(hundredths: 30_000, currency: "SEK")))
        #expect(notice.title.text() == "Städning")
        #expect(notice.awards.count == 2)
        let first = try #require(notice.awards.first)
        #expect(first.lots == ["1", "2"])
        #expect(first.outcome == .awarded(winnersWithheld: false))
        #expect(first.winners.compactMap { notice.organisation($0)?.name.text() } == ["Städ AB"])
        #expect(first.value == .stated(Money(hundredths: 10_050, currency: "SEK")))
        #expect(first.tendersReceived == .stated(4))
        #expect(first.concluded?.description == "2020-01-02")
        #expect(first.contractNumber == "7")
        #expect(first.title.text() == "Skolor")
        #expect(notice.awards[1].outcome == .unstated)
        // The awards are all that these forms say about lots.
        #expect(notice.lots.map(\.id) == ["1", "2", "3"])
        #expect(notice.lots[2].title.text() == "Kontor")
        #expect(notice.organisations.count == 2)
    }

    @Test func readsTheEarlierNotice() throws {
        let notice = try notice(
            "CONTRACT_AWARD", form: "3",
            """
            <ADMIN_X><PREVIOUS_PUBLICATION_NOTICE_F3><NOTICE_NUMBER_OJ>2019/S 001-000010</NOTICE_NUMBER_OJ></PREVIOUS_PUBLICATION_NOTICE_F3>
              <CNT_NOTICE_INFORMATION><NOTICE_NUMBER_OJ>2019/S 101-000020</NOTICE_NUMBER_OJ></CNT_NOTICE_INFORMATION></ADMIN_X>
            """, type: "7")
        #expect(notice.procedureID == "000020-2019")
    }

    @Test func takesTheTotalFromTheCodedData() throws {
        let coded = """
            <VALUES_LIST><VALUES TYPE="CONTRACT"><SINGLE_VALUE><VALUE CURRENCY="SEK">1</VALUE></SINGLE_VALUE></VALUES>
              <VALUES TYPE="GLOBAL"><SINGLE_VALUE><VALUE CURRENCY="SEK">10 000 000,50</VALUE></SINGLE_VALUE></VALUES></VALUES_LIST>
            """
        let form = #"<CONTRACT CATEGORY="ORIGINAL" FORM="2" LG="SV"><FD_CONTRACT/></CONTRACT>"#
        #expect(
            try TEDExample.notice(form, documentType: "3", coded: coded).value
                == .stated(Money(hundredths: 1_000_000_050, currency: "SEK")))
    }

    @Test func aTextNoticeHasItsText() throws {
        let form = """
            <OTH_NOT CATEGORY="ORIGINAL" LG="SV"><FD_OTH_NOT><TI_DOC><P>Kraftledning</P></TI_DOC>
              <CONTENTS><P>Projekt 12</P><P>Anbud: <FT>21</FT></P></CONTENTS></FD_OTH_NOT></OTH_NOT>
            """
        let notice = try TEDExample.notice(form, documentType: "7")
        #expect(notice.type == "OTH_NOT")
        #expect(notice.purpose == .result)
        #expect(notice.title.text() == "Kraftledning")
        #expect(notice.description.text() == "Projekt 12\nAnbud: 21")
        #expect(notice.lots.isEmpty)
        #expect(notice.awards.isEmpty)
    }
}
