import Foundation
import GRDB
import Procurement

/// What imported lists say of industry codes and postcodes, for the whole of one reading.
struct FirmKeys {
    /// By code of SNI 2025: what is sure of it in SNI 2007, and what that is called.
    private var industries: [String: (sni2007: String, label: String?)] = [:]
    private var places: [Int: (county: NUTSCode?, municipality: String?)] = [:]

    /// - Parameter firm: whose codes alone are needed; `nil` for all of them.
    init(_ database: Database, for firm: FirmPortrait? = nil) throws {
        var pairs: [String: [(code: String, label: String?)]] = [:]
        let keys = "SELECT sni2025, sni2007, label FROM sni_keys"
        let industries = try firm.map {
            try database.importing(keys + " WHERE sni2025 = ? ORDER BY sni2007").with($0.sni)
        }
        for key in try (industries ?? database.importing(keys + " ORDER BY sni2025, sni2007")).all(Self.key) {
            pairs[key.new, default: []].append((key.old, key.label))
        }
        for (code, targets) in pairs {
            let common = targets.dropFirst().reduce(targets[0].code) { $0.commonPrefix(with: $1.code) }
            if common.utf8.count >= 2 {
                self.industries[code] = (common, targets.count == 1 ? targets[0].label : nil)
            }
        }
        let postcodes = "SELECT postcode, county, municipality FROM postcodes"
        let own = try firm.map { try database.importing(postcodes + " WHERE postcode = ?").with($0.postcode) }
        for place in try (own ?? database.importing(postcodes)).all(Self.place) {
            places[place.postcode] = (place.county, place.municipality)
        }
    }

    private static func key(_ row: ImportRow) throws -> (new: String, old: String, label: String?) {
        let (new, old) = (row.text(0), row.text(1))
        guard isIndustry(new), isIndustry(old) else { throw DamagedRow("a key of industries can't be read") }
        return (new, old, row.optionalText(2))
    }

    private static func place(_ row: ImportRow) throws -> (postcode: Int, county: NUTSCode?, municipality: String?) {
        let county = row.optionalText(1)
        let code = county.flatMap { NUTSCode($0) }
        guard (10_000...99_999).contains(row.number(0)), county == nil || code != nil else {
            throw DamagedRow("a postcode can't be read")
        }
        return (Int(row.number(0)), code, row.optionalText(2))
    }

    private static func isIndustry(_ text: String) -> Bool {
        (2...5).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// A code in SNI 2007. Where the key splits one into several, what all of them begin with is what is sure; with fewer
    /// than two digits nothing is.
    func mapped(_ code: String) -> (sni2007: String, label: String?)? { industries[code] }

    /// Where a postcode lies, by the list where that has it, else by the rule.
    func place(_ postcode: Int) -> (county: NUTSCode?, municipality: String?) {
        let listed = places[postcode]
        return (listed?.county ?? PostalCounty.of(postcode), listed?.municipality)
    }
}
