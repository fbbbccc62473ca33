import Procurement
import Testing

@testable import NoticeFeed

/// Notices without the eForms extension, as Germany publishes them below the thresholds.
@Suite struct UBLNoticeTests {
    private typealias Example = UBLExample

    private func buyers(_ parties: String...) throws -> Notice {
        try Example(body: parties.map(Example.buyer).joined()).read()
    }

    @Test func aBuyerMayBeWrittenWhereItIsMeant() throws {
        let sender =
            "<a:ServiceProviderParty>\(Example.party("Versandstelle", more: Example.company("0204:1")))"
            + "</a:ServiceProviderParty>"
        let address =
            "<a:PostalAddress><c:CityName>Seestadt</c:CityName><c:PostalZone>01234</c:PostalZone>"
            + "<c:CountrySubentityCode listName=\"nuts\">DE300</c:CountrySubentityCode>"
            + "<a:Country><c:IdentificationCode>DEU</c:IdentificationCode></a:Country></a:PostalAddress>"
        let size =
            "<c:IndustryClassificationCode listName=\"economic-operator-size\">small</c:IndustryClassificationCode>"
        let notice = try buyers(
            Example.party("Amt Seestadt", more: size + address + Example.company("991-00009-10") + sender))
        #expect(notice.id == "71000001")
        #expect(notice.buyers == ["org-1"])
        #expect(
            notice.organisations == [
                Organisation(
                    id: "org-1", name: LocalizedText("Amt Seestadt", language: "DEU"), nationalIDs: ["991-00009-10"],
                    country: "DE", nuts: NUTSCode("DE300"), city: "Seestadt", postalCode: "01234", size: .small)
            ])
    }

    @Test func theSameDescriptionIsTheSameParty() throws {
        let notice = try buyers(
            Example.party("Amt Ett"), Example.party("Amt Två"), Example.party("Amt Ett"),
            Example.party("Amt Ett", more: Example.company("17")))
        #expect(notice.buyers == ["org-1", "org-2", "org-3"])
        #expect(notice.organisations.map(\.nationalIDs) == [[], [], ["17"]])
    }

    @Test(arguments: [
        ("<c:ID schemeID=\"0192\">987654325</c:ID>", ["0192:987654325"]), ("<c:ID>987654325</c:ID>", ["987654325"]),
        ("<c:ID schemeID=\"0192\">0192:987654325</c:ID>", ["0192:987654325"]),
        ("<c:ID schemeID=\"NO:ORGNR\">987654325</c:ID>", ["987654325"]),
        ("<c:ID schemeName=\"organization\">ORG-0009</c:ID>", []),
    ])
    func aPartysIdentificationIsItsNumberWhereNoOtherIsGiven(id: String, numbers: [String]) throws {
        let identification = "<a:PartyIdentification>\(id)</a:PartyIdentification>"
        let notice = try buyers(Example.party("Norrvik kommune", more: identification))
        #expect(notice.organisations.map(\.nationalIDs) == [numbers])
        let both = try buyers(Example.party("Norrvik kommune", more: identification + Example.company("987 654 325")))
        #expect(both.organisations.map(\.nationalIDs) == [["987 654 325"]])
    }

    @Test func aPartyMayBeNamedByItsRegistration() throws {
        let entity =
            "<a:PartyLegalEntity><c:RegistrationName>Ett AS</c:RegistrationName><c:CompanyID>17</c:CompanyID>"
            + "<a:RegistrationAddress><c:CityName>Norrvik</c:CityName><a:Country><c:IdentificationCode>NO"
            + "</c:IdentificationCode></a:Country></a:RegistrationAddress></a:PartyLegalEntity>"
        let notice = try buyers(Example.party("", more: entity))
        #expect(notice.organisations.map { $0.name.text() } == ["Ett AS"])
        #expect(notice.organisations.map(\.country) == ["NO"])
        #expect(notice.organisations.map(\.city) == ["Norrvik"])
    }

    @Test func aPartyThatSaysNothingOfItselfIsNone() throws {
        let notice = try buyers(Example.party(""))
        #expect(notice.buyers.isEmpty && notice.organisations.isEmpty)
    }

    @Test func aReferenceMeansWhomItNamesWhateverStandsBesideIt() throws {
        let party =
            "<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>org-1</cbc:ID></cac:PartyIdentification>"
            + "<cac:PartyName><cbc:Name>Another</cbc:Name></cac:PartyName></cac:Party></cac:ContractingParty>"
        let inline =
            "<cac:ContractingParty><cac:Party><cac:PartyName><cbc:Name>Inline</cbc:Name></cac:PartyName></cac:Party>"
            + "</cac:ContractingParty>"
        let notice = try EFormsExample(
            extensions: "<efac:Organizations>\(EFormsExample.organisation("org-1"))</efac:Organizations>",
            body: party + inline
        ).read()
        #expect(notice.buyers == ["org-1", "org-2"])
        #expect(notice.organisations.map { $0.name.text() } == ["Ett AB", "Inline"])
    }

    @Test func readsTheDateThatWasWishedForWhereThereIsNoOther() throws {
        let wish = "<c:RequestedPublicationDate>2023-02-10</c:RequestedPublicationDate>"
        let alone = try Example(body: wish).read()
        #expect(alone.issued == nil)
        #expect(alone.published?.description == "2023-02-10")
        let both = try Example(body: "<c:IssueDate>2023-02-09+01:00</c:IssueDate>" + wish).read()
        #expect(both.issued?.description == "2023-02-09")
        #expect(both.published == nil)
    }

    @Test(arguments: ["2000-01-01", "2000-01-01+01:00", "1970-01-01Z", "1900-01-01"])
    func aDateThatOnlyFillsAPlaceIsNone(day: String) throws {
        let notice = try Example(
            body: "<c:IssueDate>\(day)</c:IssueDate>"
                + Example.result(lots: ["1"], winners: ["Ett"], more: "<c:AwardDate>\(day)</c:AwardDate>")
        ).read()
        #expect(notice.date == nil)
        #expect(notice.awards.map(\.concluded) == [nil])
    }
}
