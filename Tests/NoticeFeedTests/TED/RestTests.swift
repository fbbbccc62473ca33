import Testing

@testable import NoticeFeed

@Suite struct RestTests {
    @Test(arguments: [
        ("F03_PT_OPEN", "OPEN"), ("PT_", ""), ("PPT_A", "A"), ("PT_PT_B", "PT_B"), ("åPT_ö", "ö"),
    ])
    func isWhatStandsAfterTheFirst(_ text: String, _ rest: String) {
        #expect(text.rest(after: "PT_").map(String.init) == rest)
        #expect(text[...].rest(after: "PT_").map(String.init) == rest)
    }

    @Test(arguments: ["", "P", "PT", "P_T", "pt_"]) func isNothingWhereThePartIsNot(_ text: String) {
        #expect(text.rest(after: "PT_") == nil)
    }
}
