import Procurement
import Testing

@testable import NoticeFeed

@Suite struct TEDNoticeNumberTests {
    @Test(arguments: [
        ("188692-2016", "188692-2016"), ("2016/S 106-188692", "188692-2016"), ("000051-2020", "000051-2020"),
        ("51-2020", "000051-2020"), ("2020/S 001-000051", "000051-2020"), ("2023/S 1-1234567", "1234567-2023"),
        (" 2016 / S 106 - 188692 ", "188692-2016"),
    ])
    func readsBothForms(text: String, id: String) {
        #expect(TEDNoticeNumber.id(text)?.rawValue == id)
    }

    @Test(arguments: [
        "", "188692", "2016/S 106", "2016/T 106-188692", "abc-2016", "188692-16", "0-2016", "1-2-3-4-5", "188692-0016",
        "188692-9999",
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(TEDNoticeNumber.id(text) == nil)
    }
}

@Suite struct TEDAmountTests {
    private func amount(_ xml: String) throws -> Disclosed<Money> {
        TEDAmount.disclosed(try NoticeTree.document(xml.utf8).root, withheldAs: "not-val")
    }

    private func euros(_ amount: String?) -> Disclosed<Money> {
        amount.flatMap { Money(amount: $0, currency: "EUR") }.map { .stated($0) } ?? .missing
    }

    @Test func anUnreadableAmountIsMissing() throws {
        #expect(try amount(#"<VAL_TOTAL CURRENCY="SEK">cirka 5</VAL_TOTAL>"#) == .missing)
        #expect(try amount(#"<VAL_TOTAL CURRENCY="SEK">-5</VAL_TOTAL>"#) == .missing)
        #expect(TEDAmount.disclosed(nil, withheldAs: "not-val") == .missing)
    }

    /// What a program made of the text is believed only where the text doesn't say otherwise.
    @Test(
        arguments: [
            ("49700000000000000", "49 700", "49700"), ("49.70", "49 700,00", "49700"),
            ("1250000.50", "1 250 000,50", "1250000.50"),
            ("7526881.72", "", "7526881.72"), ("49700.00", "49.700", "49700"), ("49.70", "49.700", nil),
            ("49.700", "49.700", nil),
            ("49.700", "", nil), ("49700", "49.700,00", "49700"), ("49700.00", "EUR 49 700 (inkl. moms)", "49700"),
            ("49700000.00", "se bilaga", nil), ("123456", "1 2 3", nil), ("497000000", "49.70.00", nil),
        ] as [(String, String, String?)])
    func weighsTheTextAgainstWhatWasMadeOfIt(formatted: String, text: String, expected: String?) throws {
        let xml = #"<V CURRENCY="EUR"><VALUE_COST FMTVAL="\#(formatted)">\#(text)</VALUE_COST></V>"#
        #expect(try amount(xml) == euros(expected))
    }

    @Test func onlyMoneyHasACurrency() throws {
        #expect(try amount(#"<VAL_TOTAL CURRENCY="eur">5</VAL_TOTAL>"#) == euros("5"))
        #expect(try amount(#"<VAL_TOTAL CURRENCY="ABC">5</VAL_TOTAL>"#) == .missing)
        #expect(try amount(#"<VAL_TOTAL CURRENCY="OP_DATPRO">5</VAL_TOTAL>"#) == .missing)
    }
}

@Suite struct TEDProcedureTests {
    @Test(
        arguments: [
            ("PT_OPEN", "open"), ("PT_RESTRICTED", "restricted"), ("PT_ACCELERATED_RESTRICTED", "restricted"),
            ("PT_COMPETITIVE_NEGOTIATION", "neg-w-call"), ("PT_NEGOTIATED_WITH_PRIOR_CALL", "neg-w-call"),
            ("PT_INVOLVING_NEGOTIATION", "neg-w-call"), ("PT_NEGOTIATED_CHOICE", "neg-w-call"),
            ("PT_COMPETITIVE_DIALOGUE", "comp-dial"), ("PT_INNOVATION_PARTNERSHIP", "innovation"),
            ("PT_AWARD_CONTRACT_WITHOUT_CALL", "neg-wo-call"), ("PT_NEGOTIATED_WITHOUT_PUBLICATION", "neg-wo-call"),
            ("F18_PT_NEGOTIATED_WITHOUT_PUBLICATION_CONTRACT_NOTICE", "neg-wo-call"),
            ("F03_AWARD_WITHOUT_PRIOR_PUBLICATION", "neg-wo-call"),
            ("PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION", "oth-mult"),
            ("PT_COMPETITIVE_TENDERING", "comp-tend"), ("PT_DA_INTERNAL_OPERATOR", "neg-wo-call"), ("FRAMEWORK", nil),
            ("PT_UNHEARD_OF", nil),
        ] as [(String, String?)])
    func bringsElementsToTheCodesOfEForms(element: String, code: String?) {
        #expect(TEDProcedure.type(element: element) == code)
    }

    @Test(
        arguments: [
            ("1", "open"), ("2", "restricted"), ("3", "restricted"), ("4", "neg-w-call"), ("6", "neg-w-call"),
            ("B", "neg-w-call"), ("C", "comp-dial"), ("E", "oth-mult"), ("F", "neg-wo-call"), ("G", "innovation"),
            ("T", "neg-wo-call"), ("V", "neg-wo-call"), ("A", "neg-wo-call"), ("9", nil), ("Z", nil), (nil, nil),
        ] as [(String?, String?)])
    func bringsCodesToTheCodesOfEForms(code: String?, type: String?) {
        #expect(TEDProcedure.type(code: code) == type)
    }

    @Test(
        arguments: [("2014/24/EU", "32014L0024"), ("2009/81/EC", "32009L0081"), ("2014/24", nil), ("EU", nil)]
            as [(String, String?)])
    func namesTheDirective(directive: String, basis: String?) {
        #expect(TEDProcedure.legalBasis(directive: directive) == basis)
    }
}

@Suite struct TEDLanguageTests {
    @Test(arguments: [("SV", "SWE"), ("sv", "SWE"), ("SWE", "SWE"), ("EL", "ELL"), ("CS", "CES"), ("XX", "XX")])
    func bringsLanguagesToThreeLetters(text: String, code: String) {
        #expect(TEDLanguage.code(text) == code)
    }
}
