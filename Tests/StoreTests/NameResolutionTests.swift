import Procurement
import Testing

@testable import Store

@Suite struct NameResolutionTests {
    private static let company = OrganisationNumber(country: "SE", number: "5568592918")
    private static let other = OrganisationNumber(country: "SE", number: "5164049768")
    private static let finnish = OrganisationNumber(country: "FI", number: "28562988")
    private static let person = OrganisationNumber(country: "SE", number: "6408233234")

    private static func party(
        _ form: String? = nil, _ country: String? = nil, number: OrganisationNumber? = nil
    ) -> Party {
        Party(
            number: number, name: "Foo", stem: "foo", form: form, country: number?.country ?? country,
            isPerson: form == LegalForm.person, size: nil, nuts: nil)
    }

    private static func key(_ form: String?, _ country: String?, among parties: Party...) -> SupplierKey {
        NameResolution(
            stem: "foo", parties: parties, persons: Set(parties.compactMap(\.number).filter(\.isPersonal))
        ).key(form: form, country: country)
    }

    @Test func aBareNameJoinsTheOnlyNumberThatBearsIt() {
        #expect(Self.key(nil, nil, among: Self.party("ab", number: Self.company)) == .number(Self.company))
        #expect(Self.key("ab", "SE", among: Self.party(nil, number: Self.company)) == .number(Self.company))
    }

    @Test func twoNumbersLeaveABareNameAlone() {
        let key = Self.key(
            "ab", "SE", among: Self.party("ab", number: Self.company), Self.party("ab", number: Self.other))
        #expect(key == .name(stem: "foo", form: "ab", country: "SE"))
    }

    @Test func anotherCountrysNumberIsNotJoined() {
        let parties = (Self.party("ab", number: Self.company), Self.party("oy", number: Self.finnish))
        #expect(Self.key(nil, "FI", among: parties.0, parties.1) == .number(Self.finnish))
        #expect(Self.key(nil, "SE", among: parties.0, parties.1) == .number(Self.company))
        #expect(Self.key(nil, "NO", among: parties.0, parties.1) == .name(stem: "foo", form: nil, country: "NO"))
        // Without a country the home country's is meant.
        #expect(Self.key(nil, nil, among: parties.0, parties.1) == .number(Self.company))
    }

    @Test func anotherLegalFormIsAnotherCompany() {
        #expect(
            Self.key("hb", "SE", among: Self.party("ab", number: Self.company))
                == .name(stem: "foo", form: "hb", country: "SE"))
        #expect(
            Self.key(nil, "SE", among: Self.party("ab", "SE"), Self.party("hb", "SE"))
                == .name(stem: "foo", form: SupplierKey.ambiguous, country: "SE"))
    }

    @Test func betweenCompanyAndSoleTraderABareNameIsTheSoleTraders() {
        let parties = (Self.party("ab", number: Self.company), Self.party(LegalForm.person, number: Self.person))
        #expect(Self.key(nil, "SE", among: parties.0, parties.1) == .number(Self.person))
        #expect(Self.key("ab", "SE", among: parties.0, parties.1) == .number(Self.company))
    }

    /// Keys that differ give ids that differ, for every set of up to three parties: the likeliest form and country are
    /// left out of ids, so a careless rule would let two suppliers share one.
    @Test func noTwoSuppliersShareAnID() {
        let ids = SupplierIDs(pepper: .init(repeating: 7, count: 32))
        var parties: [Party] = []
        for form in [nil, "ab", "oy", LegalForm.person] {
            for country in [nil, "SE", "FI", "NO"] { parties.append(Self.party(form, country)) }
            for number in [Self.company, Self.other, Self.finnish] { parties.append(Self.party(form, number: number)) }
        }
        parties.append(Self.party(LegalForm.person, number: Self.person))
        var checked = 0
        for first in parties.indices {
            for second in first..<parties.count {
                for third in second..<parties.count {
                    let set = [parties[first], parties[second], parties[third]]
                    let persons = Set(set.filter(\.isPerson).compactMap(\.number).filter { $0.country != "SE" })
                    let resolution = NameResolution(stem: "foo", parties: set, persons: persons.union([Self.person]))
                    let keys = Set(set.map { resolution.key(of: $0) })
                    let names = Set(keys.map { ids.id(of: $0, isPerson: false) })
                    #expect(names.count == keys.count, "\(set)")
                    checked += 1
                }
            }
        }
        #expect(checked > 4_000)
    }
}
