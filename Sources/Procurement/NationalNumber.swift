/// What the registers of companies and of value added tax make sure of by a check digit.
///
/// Sources: the registers' own descriptions, as OECD's sheets of tax identification numbers and the EU's VIES have them.
/// Sweden is `OrganisationNumber`'s own.
enum NationalNumber {
    /// Countries whose numbers are digits and nothing else: whatever has others there is no number.
    ///
    /// In Sweden the check digit must hold too (`OrganisationNumber`); elsewhere a number with a slip is kept as it is.
    static func isStrict(_ country: String) -> Bool { ["SE", "NO", "DK", "FI"].contains(country) }

    /// The number in its one form, if it is one of the country's and its check digit holds.
    ///
    /// - Parameter text: letters in upper case and digits, without the country.
    static func checked(_ text: String, in country: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy(isDigit) else { return lettered(text, bytes, in: country) }
        let digits = bytes.map { Int($0) - 48 }
        switch (country, digits.count) {
        case ("NO", 9): return holds(sum(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0, text)
        case ("DK", 8): return holds(sum(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0, text)
        case ("FI", 8): return holds(sum(digits, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0, text)
        // Before 1978 one digit fewer; and with the scheme 0037 before it, which e-invoices use (OVT-tunnus).
        case ("FI", 7): return checked("0" + text, in: country)
        case ("FI", 12...17):
            return text.hasPrefix("0037") ? checked(String(text.dropFirst(4).prefix(8)), in: "FI") : nil
        case ("PL", 10):
            if text.hasPrefix("0000") { return text }
            return holds(sum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9], text)
        case ("PL", 9): return holds(sum(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == digits[8], text)
        // A REGON of 14 digits is a part of the company with the first nine.
        case ("PL", 14): return checked(String(text.prefix(9)), in: country)
        case ("BE", 10): return holds(97 - number(digits[..<8]) % 97 == number(digits[8...]), text)
        case ("BE", 9): return checked("0" + text, in: country)
        case ("CZ", 8), ("SK", 8):
            return holds((11 - sum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[7], text)
        case ("EE", 8):
            return holds(twice(digits, [1, 2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8, 9]) == digits[7], text)
        case ("LT", 9):
            return holds(twice(digits, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 1]) == digits[8], text)
        case ("BG", 9):
            return holds(twice(digits, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]) == digits[8], text)
        case ("HR", 11), ("DE", 9): return holds(elevenTen(digits), text)
        case ("PT", 9):
            let rest = 11 - sum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
            return holds((rest > 9 ? 0 : rest) == digits[8], text)
        case ("IT", 11): return holds(luhn(digits), text)
        case ("FR", 9): return holds(luhn(digits), text)
        // A SIRET is an establishment of the company with the first nine; a VAT number has two digits before them.
        case ("FR", 14): return checked(String(text.prefix(9)), in: country)
        case ("FR", 11):
            let siren = number(digits[2...])
            return (12 + 3 * (siren % 97)) % 97 == number(digits[..<2])
                ? checked(String(text.suffix(9)), in: country) : nil
        case ("HU", 8):
            return holds((10 - sum(digits, [9, 7, 3, 1, 9, 7, 3]) % 10) % 10 == digits[7], text)
        // Behind the company's own eight: how it is taxed, and in which county.
        case ("HU", 11): return checked(String(text.prefix(8)), in: country)
        case ("GR", 9):
            let weighted = sum(digits, [256, 128, 64, 32, 16, 8, 4, 2])
            return holds(weighted % 11 % 10 == digits[8], text)
        case ("SI", 8):
            let rest = 11 - sum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11
            return holds(rest < 11 && rest % 10 == digits[7], text)
        case ("LU", 8): return holds(number(digits[..<6]) % 89 == number(digits[6...]), text)
        case ("RO", 6...10):
            let weights = [7, 5, 3, 2, 1, 7, 5, 3, 2].suffix(digits.count - 1)
            return holds(sum(digits, Array(weights)) * 10 % 11 % 10 == digits[digits.count - 1], text)
        default: return nil
        }
    }

    private static func lettered(_ text: String, _ bytes: [UInt8], in country: String) -> String? {
        switch country {
        case "NO" where text.hasSuffix("MVA"): return checked(String(text.dropLast(3)), in: country)
        // A person's identity code, by the letter that it ends with; the sign of the century may be a letter too.
        case "FI":
            guard [10, 11].contains(bytes.count), bytes[..<6].allSatisfy(isDigit) else { return nil }
            let digits = (bytes[..<6] + bytes.dropLast().suffix(3)).filter(isDigit).map { Int($0) - 48 }
            guard digits.count == 9 else { return nil }
            return holds(
                bytes[bytes.count - 1] == Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)[number(digits[...]) % 31], text)
        case "AT":
            return holds(bytes.count == 9 && bytes[0] == UInt8(ascii: "U") && bytes[1...].allSatisfy(isDigit), text)
        // `CHE-123.456.789`, whose first two letters are the country's.
        case "CH":
            guard bytes.count == 10, bytes[0] == UInt8(ascii: "E"), bytes[1...].allSatisfy(isDigit) else { return nil }
            let digits = bytes[1...].map { Int($0) - 48 }
            return holds((11 - sum(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11 == digits[8], text)
        // Whose letters tell the legal form; the last is a digit for some of them and a letter for others.
        case "ES":
            guard bytes.count == 9, !isDigit(bytes[0]), bytes[1...7].allSatisfy(isDigit) else { return nil }
            let digits = bytes[1...7].map { Int($0) - 48 }
            let doubled = stride(from: 0, to: 7, by: 2).reduce(0) { $0 + digits[$1] * 2 / 10 + digits[$1] * 2 % 10 }
            let check = (10 - (doubled + digits[1] + digits[3] + digits[5]) % 10) % 10
            return holds(bytes[8] == UInt8(48 + check) || bytes[8] == Array("JABCDEFGHI".utf8)[check], text)
        default: return nil
        }
    }

    /// ISO 7064, MOD 11,10.
    private static func elevenTen(_ digits: [Int]) -> Bool {
        var product = 10
        for digit in digits.dropLast() {
            let sum = (digit + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10 == digits[digits.count - 1]
    }

    /// ISO/IEC 7812-1 annex B.
    private static func luhn(_ digits: [Int]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = index.isMultiple(of: 2) ? digit : digit * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum.isMultiple(of: 10)
    }

    /// The rest by 11; where that is ten, the rest with other weights, and ten again is zero.
    private static func twice(_ digits: [Int], _ weights: [Int], _ others: [Int]) -> Int {
        let rest = sum(digits, weights) % 11
        return rest < 10 ? rest : sum(digits, others) % 11 % 10
    }

    private static func sum(_ digits: [Int], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func number(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

    private static func holds(_ condition: Bool, _ text: String) -> String? { condition ? text : nil }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
