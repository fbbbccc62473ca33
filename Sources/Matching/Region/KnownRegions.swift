import Procurement

extension NUTSCode {
    /// Whether there is such a region, as far as Torg knows: in Sweden every level of NUTS 2021, elsewhere the country
    /// alone. `SEZ` and `SEZZZ` are Sweden without a place.
    package var isKnown: Bool {
        guard CountryCode.isKnown(country) else { return false }
        guard country == "SE" else { return true }
        let rest = code.dropFirst(2)
        return rest.allSatisfy { $0 == "Z" } || SwedishCounty.regions.values.contains { $0.code.hasPrefix(code) }
    }
}
