/// Countries as the notices write them: eForms in ISO 3166 alpha-3, TED in alpha-2, NUTS with EL and UK.
package enum CountryCode {
    private static let alpha3: [String: String] = [
        "AUT": "AT", "BEL": "BE", "BGR": "BG", "CHE": "CH", "CYP": "CY", "CZE": "CZ", "DEU": "DE", "DNK": "DK",
        "ESP": "ES", "EST": "EE", "FIN": "FI", "FRA": "FR", "GBR": "GB", "GRC": "GR", "HRV": "HR", "HUN": "HU",
        "IRL": "IE", "ISL": "IS", "ITA": "IT", "LIE": "LI", "LTU": "LT", "LUX": "LU", "LVA": "LV", "MKD": "MK",
        "MLT": "MT", "NLD": "NL", "NOR": "NO", "POL": "PL", "PRT": "PT", "ROU": "RO", "SRB": "RS", "SVK": "SK",
        "SVN": "SI", "SWE": "SE", "TUR": "TR", "UKR": "UA", "USA": "US", "CHN": "CN", "JPN": "JP", "CAN": "CA",
        "ALA": "AX", "FRO": "FO", "GRL": "GL", "ISR": "IL", "IND": "IN", "ALB": "AL", "BIH": "BA", "MNE": "ME",
    ]
    private static let aliases = ["EL": "GR", "UK": "GB"]
    private static let known = Set(alpha3.values)

    /// ISO 3166 alpha-2 for an alpha-2, alpha-3 or NUTS country; an unknown two-letter code is kept as it is.
    package static func alpha2(_ code: String) -> String? {
        let upper = code.uppercased()
        if let short = alpha3[upper] ?? aliases[upper] { return short }
        return upper.utf8.count == 2 && upper.utf8.allSatisfy { (65...90).contains($0) } ? upper : nil
    }

    /// ISO 3166 alpha-3, as eForms writes it, for a country that is known by alpha-2.
    package static func alpha3(_ alpha2: String) -> String? { alpha3.first { $0.value == alpha2 }?.key }

    /// Whether a country's alpha-2 or NUTS code is one of those that notices come from, or that suppliers do.
    package static func isKnown(_ code: String) -> Bool {
        alpha2(code).map(known.contains) ?? false
    }

    /// The country as NUTS writes it: alpha-2, but EL for Greece and UK for the United Kingdom.
    package static func nuts(_ code: String) -> String? {
        guard let short = alpha2(code) else { return nil }
        return aliases.first { $0.value == short }?.key ?? short
    }

    /// The country that a number's first two letters name, such as SE in a VAT number.
    static func prefix(of number: String) -> String? {
        let letters = String(number.prefix(2))
        guard letters.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        if let short = aliases[letters] { return short }
        return known.contains(letters) ? letters : nil
    }
}
