import PersonalNumbers

/// A national organisation number, brought to one form however it was written.
///
/// `516404-9768`, `SE556859291801`, `165568592918` and `5568592918` are Swedish; `FI 2856298-8` is Finnish.
/// Swedish numbers are checked: ten digits whose last is a Luhn check digit (Skatteverket SKV 709), the third
/// digit 2 or more for a legal person. With a third digit of 0 or 1 it is a **personal number** (a sole trader, also
/// with a coordination number), which is personal data and must be masked.
package struct OrganisationNumber: Hashable, Sendable {
    /// ISO 3166 alpha-2 country, upper case.
    package let country: String
    /// Letters and digits only; for Sweden always ten digits.
    package let number: String

    /// - Parameters:
    ///   - text: the number as written, with or without prefix, spaces and dashes.
    ///   - country: the organisation's country where known (alpha-2 or alpha-3).
    /// - Returns: `nil` where it can't be a number that identifies (empty, no digits, placeholder, bad check digit).
    package init?(_ text: some StringProtocol, country: String? = nil) {
        var body = Self.lettersAndDigits(text)
        var home = country.flatMap(CountryCode.alpha2)
        var isVAT = false
        if body.utf8.count > 2, let prefix = CountryCode.prefix(of: body), home == nil || home == prefix {
            home = prefix
            body.removeFirst(2)
            isVAT = true
        }
        let digits = body.utf8.filter(Self.isDigit)
        guard digits.count >= 4, digits.contains(where: { $0 != digits[0] }) else { return nil }
        if home == "SE" {
            // Some write `Org.nr 556859-2918`.
            guard let swedish = Self.swedish(String(decoding: digits, as: UTF8.self), isVAT: isVAT) else { return nil }
            self.country = "SE"
            number = swedish
        } else if home == nil, let swedish = Self.swedish(body, isVAT: false) {
            self.country = "SE"
            number = swedish
        } else {
            guard let home else { return nil }
            self.country = home
            // Norwegian VAT numbers end in MVA.
            number = home == "NO" && body.hasSuffix("MVA") ? String(body.dropLast(3)) : body
        }
    }

    /// What of the text is an ASCII letter, in upper case, or digit.
    private static func lettersAndDigits(_ text: some StringProtocol) -> String {
        // Beyond ASCII there are letters, such as ß, whose upper case is within.
        let text = text.utf8.allSatisfy { $0 < 0x80 } ? String(text) : text.uppercased()
        let kept = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte & ~0x20
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// A number that was read and kept before: `number` is already in its one form.
    package init(country: String, number: String) {
        self.country = country
        self.number = number
    }

    /// True for a Swedish personal or coordination number: whoever holds it is a natural person.
    package var isPersonal: Bool {
        guard country == "SE" else { return false }
        let third = number.utf8.dropFirst(2).first
        return third == UInt8(ascii: "0") || third == UInt8(ascii: "1")
    }

    /// The number as people write it: `556859-2918`, elsewhere with the country before it.
    package var formatted: String {
        country == "SE" ? "\(number.prefix(6))-\(number.suffix(4))" : "\(country) \(number)"
    }

    /// What may be shown to everyone: a personal number leaves nothing of itself.
    package var masked: String { isPersonal ? Self.mask : formatted }

    package static let mask = PersonalNumberScan.mask

    /// Ten digits out of 10 or 12 (century or `16` first) or a VAT number's 12 (`01` last), if the check digit holds.
    ///
    /// - Parameter isVAT: it began with `SE`: where twelve digits can be read both ways, they are a VAT number.
    private static func swedish(_ body: String, isVAT: Bool) -> String? {
        guard body.utf8.allSatisfy(isDigit) else { return nil }
        switch body.utf8.count {
        case 10:
            return luhn(body) ? body : nil
        case 12:
            let tail = String(body.suffix(10))
            let head = String(body.prefix(10))
            let long = ["16", "18", "19", "20"].contains(body.prefix(2)) && luhn(tail) ? tail : nil
            let short = body.hasSuffix("01") && luhn(head) ? head : nil
            return isVAT ? short ?? long : long ?? short
        default:
            return nil
        }
    }

    /// The Luhn check over ten digits (ISO/IEC 7812-1 annex B).
    private static func luhn(_ digits: String) -> Bool {
        var sum = 0
        for (index, digit) in digits.utf8.enumerated() {
            let value = Int(digit - 48) * (index.isMultiple(of: 2) ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return sum.isMultiple(of: 10)
    }
}
