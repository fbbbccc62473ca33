import PersonalNumbers

/// A national organisation number, brought to one form however it was written.
///
/// `516404-9768`, `SE556859291801`, `0007:5568592918`, `165568592918` and `5568592918` are Swedish; `FI 2856298-8` and
/// `Y-tunnus 2856298-8` are one Finnish number. `NumberReader` says how labels, schemes and countries are read, and
/// `PlaceholderNumber` what is no number. Swedish numbers are checked: ten digits whose last is a Luhn check digit
/// (Skatteverket SKV 709), the third digit 2 or more for a legal person. With a third digit of 0 or 1 it is a **personal
/// number** (a sole trader, also with a coordination number), which is personal data and must be masked.
package struct OrganisationNumber: Hashable, Sendable {
    /// ISO 3166 alpha-2 country, upper case.
    package let country: String
    /// Letters and digits only; for Sweden always ten digits.
    package let number: String

    /// - Parameters:
    ///   - text: the number as written, with or without scheme, label, prefix, spaces and dashes.
    ///   - country: the organisation's country where known (alpha-2 or alpha-3). What the number itself says of its
    ///     country counts for more.
    /// - Returns: `nil` where it can't be a number that identifies (empty, no digits, placeholder, bad check digit), or is
    ///   two.
    package init?(_ text: some StringProtocol, country: String? = nil) {
        let home = country.flatMap(CountryCode.alpha2)
        // Most numbers are Swedish and written plainly.
        if home == "SE", let digits = Self.plainDigits(text), [10, 12].contains(digits.utf8.count) {
            let swedish = Self.swedish(digits, isVAT: false).map { OrganisationNumber(country: "SE", number: $0) }
            guard let number = swedish.flatMap(NumberReader.unlessMadeUp) else { return nil }
            self = number
            return
        }
        guard text.utf8.contains(where: { $0 >= 0x80 || Self.isDigit($0) }),
            let number = NumberReader(text.normalized, country: home)?.number()
        else { return nil }
        self = number
    }

    /// The digits of a text that has but digits and dashes.
    private static func plainDigits(_ text: some StringProtocol) -> String? {
        guard text.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") }) else { return nil }
        return String(decoding: text.utf8.filter(isDigit), as: UTF8.self)
    }

    /// What of the text is an ASCII letter, in upper case, or digit.
    static func lettersAndDigits(_ text: some StringProtocol) -> String {
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

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

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

    /// Ten digits out of 10 or 12 (century or `16` first) or a VAT number's 12 (two more last, mostly `01`), if the check
    /// digit holds.
    ///
    /// - Parameter isVAT: it began with `SE`: then any two digits may be last, but `00`, and where twelve digits can be read
    ///   both ways, they are a VAT number.
    static func swedish(_ body: String, isVAT: Bool) -> String? {
        guard body.utf8.allSatisfy(isDigit) else { return nil }
        switch body.utf8.count {
        case 10:
            return luhn(body) ? body : nil
        case 12:
            let tail = String(body.suffix(10))
            let head = String(body.prefix(10))
            let long = ["16", "18", "19", "20"].contains(body.prefix(2)) && luhn(tail) ? tail : nil
            let hasSuffix = isVAT ? !body.hasSuffix("00") : body.hasSuffix("01")
            let short = hasSuffix && luhn(head) ? head : nil
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
