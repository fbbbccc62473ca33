/// The scheme that some write before a number: `0007:5560360793`, `9955:SE556036079301`.
///
/// Codes of ISO 6523 and of Peppol's list of participant identifier schemes (EAS). A scheme whose numbers aren't a
/// country's register (DUNS, GLN, LEI, IBAN, GS1) identifies nobody here: the same firm has a national number too.
enum NumberScheme {
    /// What a number is written under.
    enum Register: Hashable {
        /// A register of this country, ISO 3166 alpha-2.
        case national(String)
        case other
    }

    /// Takes the scheme off, also after `iso6523-actorid-upis::`.
    ///
    /// - Returns: `nil` where there is none that is known; the number is then read as if there were none.
    static func take(from text: inout Substring) -> Register? {
        var rest = text.drop(while: \.isWhitespace)
        if let qualified = rest.firstRange(of: "::") { rest = rest[qualified.upperBound...] }
        let digits = rest.utf8.prefix(5)
        guard digits.count == 5, digits.last == UInt8(ascii: ":"),
            digits.dropLast().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let code = String(rest.prefix(4))
        let country = countries[code]
        guard country != nil || others.contains(code) else { return nil }
        text = rest.dropFirst(5)
        return country.map(Register.national) ?? .other
    }

    private static let countries: [String: String] = {
        let byCountry: [String: String] = [
            "AD": "9922", "AE": "0235", "AL": "9923", "AT": "9914 9915 9919", "AU": "0151", "BA": "9924",
            "BE": "0193 0208 9925 9956", "BG": "9926", "CH": "0183 9927", "CY": "9928", "CZ": "9929",
            "DE": "0204 9930 9958", "DK": "0096 0184 0198 9902 9904", "EE": "0191 9931", "ES": "9920",
            "FI": "0037 0212 0213 0215 0216", "FR": "0002 0009 9957", "GB": "9932", "GR": "9933", "HR": "9934",
            "HU": "9910", "IE": "9935", "IS": "0196 9917",
            "IT": "0097 0135 0142 0201 0205 0210 0211 9906 9907 9921", "JP": "0188 0221", "LI": "9936",
            "LT": "0200 9937", "LU": "0240 9938", "LV": "0218 9939", "MC": "9940", "ME": "9941", "MK": "9942",
            "MT": "9943", "NL": "0106 0190 0217 9944 9954", "NO": "0192 9908 9909", "PL": "9945", "PT": "9946",
            "RO": "9947", "RS": "9948", "SE": "0007 9955", "SG": "0195", "SI": "9949", "SK": "9950", "SM": "9951",
            "TR": "9952", "US": "9959", "VA": "9953",
        ]
        var result: [String: String] = [:]
        for (country, codes) in byCountry {
            for code in codes.split(separator: " ") { result[String(code)] = country }
        }
        return result
    }()

    /// DUNS, EAN, GLN, the EU's own, LEI, an address of mail, GS1, IBAN.
    private static let others: Set = ["0060", "0088", "0130", "0199", "0202", "0203", "0209", "9912", "9913", "9918"]
}
