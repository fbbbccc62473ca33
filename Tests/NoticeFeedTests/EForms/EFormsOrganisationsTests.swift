import Procurement
import Testing

@testable import NoticeFeed

@Suite struct EFormsOrganisationsTests {
    private func organisations(_ xml: String) throws -> [Organisation] {
        try EFormsExample(extensions: "<efac:Organizations>\(xml)</efac:Organizations>").read().organisations
    }

    @Test func readsWhatIsSaidOfACompany() throws {
        let company = """
            <efbc:CompanySizeCode>small</efbc:CompanySizeCode><cbc:WebsiteURI>https://ett.example</cbc:WebsiteURI>\
            <cac:PostalAddress><cbc:CityName>Umeå</cbc:CityName><cbc:PostalZone>901 05</cbc:PostalZone>\
            <cbc:CountrySubentityCode listName="nuts-lvl3">SE331</cbc:CountrySubentityCode>\
            <cac:Country><cbc:IdentificationCode>SWE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>\
            <cac:PartyLegalEntity><cbc:CompanyID>499001-0011</cbc:CompanyID></cac:PartyLegalEntity>\
            <cac:PartyLegalEntity><cbc:CompanyID>SE499001001101</cbc:CompanyID></cac:PartyLegalEntity>
            """
        let natural = "<efbc:NaturalPersonIndicator>true</efbc:NaturalPersonIndicator>"
        let read = try organisations(EFormsExample.organisation("ORG-1", more: natural, company: company))
        #expect(
            read == [
                Organisation(
                    id: "ORG-1", name: LocalizedText("Ett AB", language: "SWE"),
                    nationalIDs: ["499001-0011", "SE499001001101"], country: "SE", nuts: NUTSCode("SE331"),
                    city: "Umeå",
                    postalCode: "901 05", website: "https://ett.example", size: .small, isNaturalPerson: true)
            ])
    }

    @Test func leavesOutWhatIsMasked() throws {
        let masked = """
            <efbc:CompanySizeCode>unpublished</efbc:CompanySizeCode>\
            <cac:PartyLegalEntity><cbc:CompanyID>unpublished</cbc:CompanyID></cac:PartyLegalEntity>
            """
        let read = try organisations(EFormsExample.organisation("ORG-1", name: "unpublished", company: masked))
        #expect(read == [Organisation(id: "ORG-1")])
    }

    @Test func keepsTheFirstOfTwoWithOneName() throws {
        let read = try organisations(
            EFormsExample.organisation("ORG-1", name: "Ett") + EFormsExample.organisation("ORG-1", name: "Två")
                + "<efac:Organization/>")
        #expect(read.map { $0.name.text() } == ["Ett"])
    }

    @Test func readsNamesInSeveralLanguages() throws {
        let english = "<cac:PartyName><cbc:Name languageID=\"ENG\">One &amp;amp; Co</cbc:Name></cac:PartyName>"
        let read = try organisations(EFormsExample.organisation("ORG-1", company: english))
        #expect(read.first?.name.text(preferring: ["ENG"]) == "One & Co")
        #expect(read.first?.name.text(preferring: ["SWE"]) == "Ett AB")
    }
}
