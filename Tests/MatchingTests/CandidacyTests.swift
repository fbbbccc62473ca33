import Procurement
import Testing

@testable import Matching

@Suite struct CandidacyTests {
    private func candidacy(
        _ name: String, number: OrganisationNumber? = nil, form: String? = nil, isPerson: Bool = false
    ) -> Candidacy {
        var supplier = Supplier(id: "s", name: name)
        supplier.number = number
        supplier.isNaturalPerson = isPerson
        if let form {
            var entry = RegisterEntry(name: name)
            entry.legalForm = form
            supplier.register = entry
        }
        return Candidacy(supplier)
    }

    @Test(arguments: [
        "Personuppgift", "Personuppgift 2", "Enligt upphandlingsprotokoll", "Sekretess", "Anonym", "[maskerat]",
    ])
    func masksAreNoCandidates(name: String) { #expect(candidacy(name) == .masked) }

    @Test func aFirmOfSuchANameIsNoMask() {
        #expect(candidacy("Sekretess AB") == .open)
        #expect(candidacy("Anonym", number: OrganisationNumber(country: "SE", number: "5568592918")) == .open)
    }

    @Test(arguments: [
        "Umeå kommun", "Region Skåne", "Södertörns brandförsvarsförbund kommunalförbund", "Länsstyrelsen i Uppsala län",
        "Göteborgs stad", "Västra Götalandsregionen", "Oslo kommune",
    ])
    func authoritiesAreToldByName(name: String) { #expect(candidacy(name) == .authority) }

    @Test(arguments: [
        "Umeå kommunföretag AB", "Kommun Fastigheter i Umeå Aktiebolag", "Region Bygg i Skåne AB", "Stenverket",
        "Regionservice",
        "Kommunalförbundens ekonomiska förening", "Stadshotellet", "Regional Taxi",
    ])
    func firmsAreCandidates(name: String) { #expect(candidacy(name) == .open) }

    @Test func aNumberTellsMoreThanAName() {
        let town = OrganisationNumber(country: "SE", number: "2120002627")
        let parish = OrganisationNumber(country: "SE", number: "2520001234")
        let firm = OrganisationNumber(country: "SE", number: "5568592918")
        #expect(candidacy("Serviceförvaltningen", number: town) == .authority)
        #expect(candidacy("Församlingen", number: parish) == .open)
        #expect(candidacy("Region Väst", number: firm) == .open)
        #expect(candidacy("Taxi", number: OrganisationNumber(country: "FI", number: "21234567")) == .open)
    }

    @Test(arguments: FirmStatus.Kind.allCases)
    func whoIsGoneIsNoCandidateAndWhoIsWoundUpIs(kind: FirmStatus.Kind) {
        var supplier = Supplier(id: "s", name: "Rena Golv AB")
        var entry = RegisterEntry(name: supplier.name)
        entry.firm = FirmFacts()
        entry.firm?.status = FirmStatus(kind)
        supplier.register = entry
        let stays = kind == .inLiquidation || kind == .inReconstruction
        #expect(Candidacy(supplier) == (stays ? .open : .gone))
        #expect(FirmStatus(kind).isGone == !stays)
    }

    @Test func aLegalFormTellsMost() {
        #expect(candidacy("Serviceförvaltningen", form: "Kommuner") == .authority)
        #expect(candidacy("Räddningstjänsten", form: "Kommunalförbund") == .authority)
        #expect(candidacy("Rymdstyrelsen", form: "Statliga enheter") == .authority)
        #expect(candidacy("Region Väst", form: "Övriga aktiebolag") == .open)
    }

    /// Who is no candidate is in no list and counts nowhere, and is told why.
    @Test func noListHasThem() throws {
        var market = Market()
        let firm = market.supplier("a", name: "Umeå Taxi AB")
        let town = market.supplier("b", name: "Umeå kommun")
        let mask = market.supplier("c", name: "Personuppgift")
        market.supplier("d", name: "Lunds Taxi AB")
        market.procurement("1", "Skolskjuts med taxi", cpv: "60120000", won: [firm, town, mask])
        let snapshot = market.snapshot()
        let query = MatchQuery("Skolskjuts med taxi", cpv: "60120000")
        for limit in [1, 10] {
            let result = Ranker(snapshot).rank(query, MatchOptions(limit: limit, listsNewcomers: true))
            #expect(result.considered == 2)
            let listed = Set((result.matches + (result.newcomers ?? [])).map(\.supplier))
            #expect(listed.isDisjoint(with: [town, mask]))
        }
        for (supplier, word) in [(town, "authority"), (mask, "withheld")] {
            let standing = try #require(Ranker(snapshot).standing(of: supplier, for: query))
            #expect(standing.match == nil && standing.reasons.count == 1 && standing.reasons[0].contains(word))
        }
    }
}
