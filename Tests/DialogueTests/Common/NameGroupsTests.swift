import Procurement
import Testing

@testable import Dialogue

@Suite struct NameGroupsTests {
    private func groups(_ names: [String]) -> [String: String] {
        let found = NameGroups.find(names.map { (SupplierID($0), $0) })
        return Dictionary(uniqueKeysWithValues: found.map { ($0.key.rawValue, $0.value) })
    }

    @Test func companiesWhoseNamesBeginAlikeAreOneGroupHoweverTheyAreWritten() {
        #expect(
            groups(["Attendo LSS AB", "AB ATTENDO SVERIGE", "Humana Ekeliden AB", "NCC AKTIEBOLAG", "NCC Sverige AB"])
                == [
                    "Attendo LSS AB": "Attendo", "AB ATTENDO SVERIGE": "Attendo", "NCC AKTIEBOLAG": "NCC",
                    "NCC Sverige AB": "NCC",
                ])
    }

    @Test(arguments: [
        ["GÖTEBORGS BUSS AB", "Göteborgs Brandservice AB"], ["Umeå Taxi AB", "Umeå Plåt AB"],
        ["Svensk Hiss AB", "Svensk Tvätt AB"], ["Bengt Dahls Rör AB", "Bengt Ek AB"], ["AB", "Aktiebolaget"],
        ["3D Form AB", "3D Tak AB"],
    ])
    func placesGivenNamesAndWordsOfAnyFirmAreNone(names: [String]) {
        #expect(groups(names).isEmpty)
    }
}
