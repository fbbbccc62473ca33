import Testing

@testable import Procurement

@Suite struct PublicationNumberTests {
    @Test(arguments: [
        ("00123456-2024", "123456-2024"), ("123456-2024", "123456-2024"), ("012345-2016", "12345-2016"),
        ("2016/S 106-188692", "188692-2016"), ("2016/S106-188692", "188692-2016"), ("2021/s 040-100001", "100001-2021"),
    ])
    func isOneHoweverItIsWritten(text: String, form: String) {
        #expect(PublicationNumber(text)?.description == form)
    }

    @Test(arguments: [
        "", "-", "123456", "123456-24", "2022-919032", "123456789-2024", "0-2024", "123456-2024-01", "12a456-2024",
        "2016/T 106-188692", "2016/S -188692", "6bc75979-ce6c-46eb-81a6-eee543697dec", "١٢٣-2024", "UH-2024",
        "1234-0999",
    ])
    func nothingElseIsOne(text: String) {
        #expect(PublicationNumber(text) == nil)
    }
}
