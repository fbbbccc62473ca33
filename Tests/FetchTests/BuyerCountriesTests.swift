import Testing

@testable import Fetch

@Suite struct BuyerCountriesTests {
    private func found(_ xml: String) -> Set<String> {
        Array(xml.utf8).withUnsafeBufferPointer { BuyerCountries($0).found }
    }

    private func organisation(_ id: String, _ country: String, touchPoint: String = "") -> String {
        """
        <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID schemeName="organization">\(id)</cbc:ID>
        </cac:PartyIdentification><cac:PostalAddress><cac:Country><cbc:IdentificationCode listName="country">\(country)\
        </cbc:IdentificationCode></cac:Country></cac:PostalAddress></efac:Company>\(touchPoint)</efac:Organization>
        """
    }

    private func notice(_ organisations: String, _ buyer: String, after: String = "") -> String {
        """
        <?xml version="1.0"?><urn:ContractNotice a='>'><!-- <cac:ContractingParty> --><Organizations>\(organisations)\
        </Organizations><cac:ContractingParty><cac:Party>\(buyer)</cac:Party></cac:ContractingParty>\(after)</urn:ContractNotice>
        """
    }

    private func buyer(_ id: String) -> String {
        "<cac:PartyIdentification><cbc:ID>\(id)</cbc:ID></cac:PartyIdentification>"
    }

    @Test func theBuyersCountryCountsAndNotTheWinners() {
        let both = organisation("ORG-1", "SWE") + organisation("ORG-2", "DEU")
        #expect(found(notice(both, buyer("ORG-1"))) == ["SE"])
        #expect(found(notice(both, buyer("ORG-2"))) == ["DE"])
    }

    @Test func aPartyThatIsDescribedInThePlace() {
        let party = "<PostalAddress><Country><IdentificationCode>DE</IdentificationCode></Country></PostalAddress>"
        #expect(found(notice("", party)) == ["DE"])
    }

    @Test func aContactPointOfTheBuyer() {
        let point = "<TouchPoint><PartyIdentification><ID>TPO-1</ID></PartyIdentification></TouchPoint>"
        #expect(found(notice(organisation("ORG-1", "NOR", touchPoint: point), buyer("TPO-1"))) == ["NO"])
    }

    @Test func thePartyOfAnotherNoticeIsNoBuyer() {
        let other =
            "<NoticeDocumentReference><ContractingParty><Party>\(buyer("ORG-2"))</Party></ContractingParty></NoticeDocumentReference>"
        let both = organisation("ORG-1", "SWE") + organisation("ORG-2", "DEU")
        #expect(found(notice(both, buyer("ORG-1"), after: other)) == ["SE"])
    }

    @Test func theHeadOfATEDForm() {
        #expect(found("<TED_EXPORT><NOTICE_DATA><ISO_COUNTRY VALUE=\"SE\"/></NOTICE_DATA></TED_EXPORT>") == ["SE"])
        #expect(found("<TED_EXPORT><n2:ISO_COUNTRY xmlns:n2='x' VALUE='UK'></n2:ISO_COUNTRY></TED_EXPORT>") == ["GB"])
    }

    @Test(arguments: ["", "<a", "no markup", "<a><b></a>", "<![CDATA[", "<!--", "<a b=\"", "</></></>"])
    func whatSaysNothingIsKept(_ text: String) {
        let countries = Array(text.utf8).withUnsafeBufferPointer { BuyerCountries($0) }
        #expect(countries.found.isEmpty)
        #expect(countries.admits(["SE"]))
    }

    @Test func onlyTheCountriesAskedForAreAdmitted() {
        let swedish = Array(notice(organisation("ORG-1", "SWE"), buyer("ORG-1")).utf8)
            .withUnsafeBufferPointer { BuyerCountries($0) }
        #expect(swedish.admits(["SE", "NO"]))
        #expect(swedish.admits([]))
        #expect(!swedish.admits(["DK"]))
    }
}
