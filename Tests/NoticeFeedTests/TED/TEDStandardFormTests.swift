import NoticeFeed
import Procurement
import Testing

@Suite struct TEDStandardFormTests {
    private func notice(
        _ form: String = "F02", type: String? = nil, object: String = TEDExample.object(), procedure: String = "",
        codes: String = ""
    ) throws -> Notice {
        try TEDExample.notice(
            TEDExample.form(form, type: type, object: object, procedure: procedure), documentType: "3", codes: codes)
    }

    @Test func readsTheBuyers() throws {
        let buyers = [
            "ADDRESS_CONTRACTING_BODY", "ADDRESS_CONTRACTING_BODY_ADDITIONAL", "ADDRESS_CONTRACTING_BODY_ADDITIONAL",
        ]
        let names = ["Ekby kommun", "Vallby kommun", "Ekby kommun"]
        let body = zip(buyers, names).map { TEDExample.address($0, $1) }.joined()
        let form = TEDExample.form("F02").replacing(
            TEDExample.address("ADDRESS_CONTRACTING_BODY", "Ekby kommun", number: "212999-0012"), with: body)
        let notice = try TEDExample.notice(form)
        #expect(notice.buyers == ["org-1", "org-2"])
        let buyer = try #require(notice.organisation("org-1"))
        #expect(buyer.name.text() == "Ekby kommun")
        #expect(buyer.city == "Ekby")
        #expect(buyer.country == "SE")
        #expect(buyer.nuts?.code == "SE121")
        #expect(buyer.postalCode == "990 10")
        #expect(buyer.website == "https://example.org")
        #expect(buyer.size == nil)
        #expect(buyer.isNaturalPerson == nil)
    }

    @Test func anUndividedContractIsOneLot() throws {
        let description = """
            <OBJECT_DESCR ITEM="1"><CPV_ADDITIONAL><CPV_CODE CODE="90911300"/></CPV_ADDITIONAL><n2016:NUTS CODE="SE121"/>
              <SHORT_DESCR><P>Tre skolor.</P></SHORT_DESCR><VAL_OBJECT CURRENCY="SEK">900000</VAL_OBJECT></OBJECT_DESCR>
            """
        let notice = try notice(
            object: TEDExample.object(lots: description),
            procedure: "<DATE_RECEIPT_TENDERS>2020-02-10</DATE_RECEIPT_TENDERS>")
        #expect(notice.description.text() == "Daglig städning.\nÄven fönster.")
        #expect(notice.kind == .services)
        #expect(notice.cpv.map(\.description) == ["90910000", "90911300"])
        #expect(notice.nuts.map(\.code) == ["SE121"])
        let lot = try #require(notice.lots.first)
        #expect(notice.lots.count == 1)
        #expect(lot.id == "1")
        #expect(lot.role == .lot)
        #expect(lot.title.text() == "Städning av skolor")
        #expect(lot.description.text() == "Tre skolor.")
        #expect(lot.cpv.map(\.description) == ["90910000", "90911300"])
        #expect(lot.deadline?.description == "2020-02-10")
        #expect(lot.value == .stated(Money(hundredths: 90_000_000, currency: "SEK")))
        #expect(notice.value == lot.value)
    }

    @Test func readsLots() throws {
        let value = #"<VAL_OBJECT CURRENCY="SEK">0.01</VAL_OBJECT>"#
        let notice = try notice(
            object: TEDExample.object(
                value: #"<VAL_ESTIMATED_TOTAL CURRENCY="SEK">12500000000.00</VAL_ESTIMATED_TOTAL>"#,
                division: "<LOT_DIVISION/>",
                lots: TEDExample.lot("1", "Skolor", more: value) + TEDExample.lot(" 2 \n b", "Kontor")
                    + TEDExample.lot("1", "Bad")),
            codes: "<DT_DATE_FOR_SUBMISSION>20200210 12:00</DT_DATE_FOR_SUBMISSION>")
        #expect(notice.lots.map(\.id) == ["1", "2 b", "1 (2)"])
        #expect(notice.lots.map { $0.title.text() } == ["Skolor", "Kontor", "Bad"])
        #expect(notice.lots.allSatisfy { $0.deadline?.description == "2020-02-10" && $0.kind == .services })
        #expect(notice.lots.map(\.value) == [.stated(Money(hundredths: 1, currency: "SEK")), .missing, .missing])
        #expect(notice.value == .stated(Money(hundredths: 1_250_000_000_000, currency: "SEK")))
    }

    /// A prior information notice may plan several contracts, each with lots of its own.
    @Test func plannedContractsKeepTheirLotsApart() throws {
        let divided = TEDExample.object(
            title: "B", division: "<LOT_DIVISION/>", lots: TEDExample.lot("1", "B1") + TEDExample.lot("2", "B2"))
        let notice = try notice(
            "F01", type: "PRI_ONLY", object: TEDExample.object(title: "A") + divided + TEDExample.object(title: "C"))
        #expect(notice.title.text() == "A")
        #expect(notice.lots.map(\.id) == ["1", "2.1", "2.2", "3"])
        #expect(notice.lots.map { $0.title.text() } == ["A", "B1", "B2", "C"])
        #expect(notice.lots.allSatisfy { $0.role == .part })
        #expect(try self.notice("F01", type: "PRI_CALL_COMPETITION").lots[0].role == .lot)
    }

    @Test(
        arguments: [
            (
                #"<VAL_TOTAL CURRENCY="SEK">5</VAL_TOTAL><VAL_ESTIMATED_TOTAL CURRENCY="SEK">9</VAL_ESTIMATED_TOTAL>"#,
                500
            ),
            (#"<VAL_ESTIMATED_TOTAL CURRENCY="SEK">9</VAL_ESTIMATED_TOTAL>"#, 900),
            (#"<VAL_RANGE_TOTAL CURRENCY="SEK"><LOW>7</LOW><HIGH>7.00</HIGH></VAL_RANGE_TOTAL>"#, 700),
            (#"<VAL_RANGE_TOTAL CURRENCY="SEK"><LOW>7</LOW><HIGH>8</HIGH></VAL_RANGE_TOTAL>"#, nil),
            ("<VAL_TOTAL>5</VAL_TOTAL>", nil), ("", nil),
        ] as [(String, Int64?)])
    func readsTheValueOfTheWhole(xml: String, hundredths: Int64?) throws {
        let notice = try notice("F03", object: TEDExample.object(value: xml))
        #expect(notice.value == (hundredths.map { .stated(Money(hundredths: $0, currency: "SEK")) } ?? .missing))
    }

    @Test func aValueNotForPublicationIsWithheld() throws {
        let value = #"<VAL_TOTAL CURRENCY="SEK" PUBLICATION="NO">5</VAL_TOTAL>"#
        #expect(
            try notice("F06", object: TEDExample.object(value: value)).value == .withheld(Withholding(field: "not-val"))
        )
    }

    @Test func readsTheProcedure() throws {
        let procedure = try notice(
            procedure: "<PT_RESTRICTED/><ACCELERATED_PROC><P>Brådska</P></ACCELERATED_PROC><FRAMEWORK/><DPS/>"
        )
        .procedure
        #expect(
            procedure
                == Procedure(
                    type: "restricted", isAccelerated: true, framework: "fa", dynamicPurchasingSystem: "dps",
                    legalBasis: "32014L0024"))
        let direct = "<DIRECTIVE_2014_24_EU><PT_NEGOTIATED_WITHOUT_PUBLICATION/></DIRECTIVE_2014_24_EU>"
        #expect(try notice("F15", procedure: direct).procedure.type == "neg-wo-call")
    }

    /// What changed belongs to the contract: its value after the change, its new end.
    @Test func readsAModification() throws {
        let change = """
            <MODIFICATIONS_CONTRACT>
              <DESCRIPTION_PROCUREMENT><DATE_END>2024-06-30</DATE_END></DESCRIPTION_PROCUREMENT>
              <INFO_MODIFICATIONS><VALUES><VAL_TOTAL_BEFORE CURRENCY="SEK">10</VAL_TOTAL_BEFORE>
                <VAL_TOTAL_AFTER CURRENCY="SEK">12</VAL_TOTAL_AFTER></VALUES></INFO_MODIFICATIONS>
            </MODIFICATIONS_CONTRACT>
            """
        let award = TEDExample.award(
            TEDExample.awarded(
                TEDExample.contractor("Städ AB"), values: #"<VALUES><VAL_TOTAL CURRENCY="SEK">10</VAL_TOTAL></VALUES>"#)
        )
        let notice = try TEDExample.notice(TEDExample.form("F20", awards: award + change), documentType: "K")
        #expect(notice.value == .stated(Money(hundredths: 1200, currency: "SEK")))
        #expect(notice.awards.map(\.value) == [.stated(Money(hundredths: 1000, currency: "SEK"))])
        #expect(notice.awards[0].ends?.description == "2024-06-30")
        #expect(notice.awards[0].winners.count == 1)
    }

    /// Which contract it modifies: the notice that told of it, and the contract's number.
    @Test func aModificationNamesItsContract() throws {
        let procedure = "<PROCEDURE><NOTICE_NUMBER_OJ>2021/S 040-100001</NOTICE_NUMBER_OJ></PROCEDURE>"
        let award = "<AWARD_CONTRACT><CONTRACT_NO>UH-7</CONTRACT_NO></AWARD_CONTRACT>"
        let modification = try TEDExample.notice(
            TEDExample.form("F20", awards: procedure + award), documentType: "K")
        #expect(modification.modifies == ModifiedContract(notice: "100001-2021", sections: ["UH-7"]))
        #expect(try TEDExample.notice(TEDExample.form("F03", awards: procedure + award)).modifies == nil)
    }
}
