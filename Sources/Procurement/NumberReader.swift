/// Finds the one organisation number in what stands in a notice's or register's field for it.
///
/// In this order: the scheme before it (`NumberScheme`) says the country; else the country within it (`SE…`, `DK…`), where
/// the rest is one of that country's numbers; else the organisation's own. Labels go. Where several numbers stand in one
/// field, each must be read as the same: two different ones name two, and so nobody.
///
/// Beyond the countries whose check digits it knows, whatever has four digits or more is taken as it is written, unless it
/// is a placeholder.
struct NumberReader {
    private let text: Substring
    /// The country that scheme or organisation say.
    private let home: String?

    /// - Parameter country: the organisation's own, alpha-2.
    /// - Returns: `nil` where the scheme is no country's.
    init?(_ text: String, country: String?) {
        var rest = text[...]
        switch NumberScheme.take(from: &rest) {
        case .other: return nil
        case .national(let scheme): home = scheme
        case nil: home = country
        }
        self.text = rest
    }

    func number() -> OrganisationNumber? {
        guard !PlaceholderNumber.isFileOrHidden(text) else { return nil }
        let words = words
        let whole = Self.joined(words.filter { !$0.isLabel })
        if let number = certain(whole, label: words.lazy.compactMap(\.country).first) { return number }
        let parts = parts(words)
        var found: [OrganisationNumber] = []
        for part in parts {
            guard let number = certain(part.text, label: part.country), !found.contains(number) else { continue }
            if !found.isEmpty { return nil }
            found.append(number)
        }
        return found.first ?? asWritten(whole)
    }

    // MARK: Words

    private struct Word {
        /// Its letters, in upper case, and digits.
        var text: String
        var isLabel: Bool
        /// Whose register the label names.
        var country: String?
        /// Letters alone, too long for a part of a number: a name, a street.
        var isNoise: Bool
        /// More than white space stands before it.
        var isApart: Bool
    }

    private var words: [Word] {
        var words: [Word] = []
        var isApart = false
        var rest = text
        while !rest.isEmpty {
            let word = rest.prefix { !$0.isWhitespace && !Self.separators.contains($0) }
            if !word.isEmpty {
                var compact = OrganisationNumber.lettersAndDigits(word)
                let hasDigits = compact.utf8.contains(where: OrganisationNumber.isDigit)
                // `NO` may be Norway.
                let isLabel = !hasDigits && compact != home && word != "NO" && NumberLabel.isLabel(word)
                var country = isLabel ? NumberLabel.country(of: word) : nil
                if hasDigits {
                    let letters = compact.prefix { !$0.isNumber }
                    let label = letters.utf8.count > 2 ? NumberLabel.prefix(of: letters) : 0
                    if label > 0 {
                        country = NumberLabel.country(of: letters.prefix(label))
                        compact.removeFirst(label)
                        isApart = true
                    }
                }
                words.append(
                    Word(
                        text: compact, isLabel: isLabel, country: country,
                        isNoise: !hasDigits && !isLabel && compact.utf8.count > 3, isApart: isApart))
                isApart = false
            }
            rest = rest.dropFirst(word.count)
            let gap = rest.prefix { $0.isWhitespace || Self.separators.contains($0) }
            if gap.contains(where: { !$0.isWhitespace }) { isApart = true }
            rest = rest.dropFirst(gap.count)
        }
        return words
    }

    private static let separators: Set<Character> = [",", ";", "/", "|", "(", ")", "_", ":", "="]

    /// What stands between labels and separators. Behind a word that is neither it counts where the country's check digits
    /// leave no doubt.
    private func parts(_ words: [Word]) -> [(text: String, country: String?)] {
        var parts: [(words: [Word], country: String?)] = [([], nil)]
        var isDoubtful = false
        for word in words {
            if word.isLabel {
                parts.append(([], word.country))
                isDoubtful = false
            } else if word.isNoise {
                parts.append(([], nil))
                isDoubtful = true
            } else if !isDoubtful || home.map(NationalNumber.isStrict) == true {
                if word.isApart { parts.append(([], word.country ?? parts.last?.country)) }
                parts[parts.count - 1].words.append(word)
            }
        }
        return parts.filter { !$0.words.isEmpty }.map { (Self.joined($0.words), $0.country) }
    }

    private static func joined(_ words: [Word]) -> String { words.map(\.text).joined() }

    private static func digits(_ text: String) -> [UInt8] { text.utf8.filter(OrganisationNumber.isDigit) }

    // MARK: Readings

    /// A number whose check digit says that it is one.
    ///
    /// - Parameter label: the country whose register a label before it names.
    private func certain(_ text: String, label: String?) -> OrganisationNumber? {
        if let number = once(text, label: label) { return number }
        // The same number twice.
        let half = text.utf8.count / 2
        guard text.utf8.count.isMultiple(of: 2), half >= 8, text.utf8.prefix(half).elementsEqual(text.utf8.suffix(half))
        else { return nil }
        return once(String(text.prefix(half)), label: label)
    }

    private func once(_ text: String, label: String?) -> OrganisationNumber? {
        if let prefix = CountryCode.prefix(of: text) {
            let rest = String(text.dropFirst(2))
            let isOwn = prefix == home || home == nil
            if let number = Self.checked(rest, in: prefix, isVAT: true, isLenient: isOwn) { return number }
        }
        for country in [home, label].compactMap(\.self) {
            if let number = Self.checked(text, in: country, isVAT: false, isLenient: true) { return number }
        }
        return home == nil ? Self.checked(text, in: "SE", isVAT: false, isLenient: false) : nil
    }

    /// - Parameter isLenient: letters among the digits are none of the number's, where the country's have none.
    private static func checked(_ text: String, in country: String, isVAT: Bool, isLenient: Bool) -> OrganisationNumber?
    {
        func number(_ text: String) -> String? {
            country == "SE"
                ? OrganisationNumber.swedish(text, isVAT: isVAT) : NationalNumber.checked(text, in: country)
        }
        let digits = { String(decoding: Self.digits(text), as: UTF8.self) }
        let found = number(text) ?? (isLenient && NationalNumber.isStrict(country) ? number(digits()) : nil)
        return found.flatMap { Self.unlessMadeUp(OrganisationNumber(country: country, number: $0)) }
    }

    /// A personal number begins with a day, and that may well be a stair.
    static func unlessMadeUp(_ number: OrganisationNumber) -> OrganisationNumber? {
        let digits = digits(number.number)
        if number.isPersonal { return digits.contains { $0 != digits[0] } ? number : nil }
        return PlaceholderNumber.isMadeUp(digits) ? nil : number
    }

    /// What is written, where no check digit can tell.
    private func asWritten(_ text: String) -> OrganisationNumber? {
        var text = text
        var country = home
        if text.utf8.count > 2, let prefix = CountryCode.prefix(of: text), home == nil || home == prefix {
            country = prefix
            text.removeFirst(2)
        }
        guard let country, country != "SE", !PlaceholderNumber.isOfACourt(text) else { return nil }
        if NationalNumber.isStrict(country) {
            guard (8...9).contains(text.utf8.count), text.utf8.allSatisfy(OrganisationNumber.isDigit) else {
                return nil
            }
        }
        // In Companies House's register zeros are written before what has fewer than eight digits.
        if country == "GB", (6...7).contains(text.utf8.count), text.utf8.allSatisfy(OrganisationNumber.isDigit) {
            text = String(repeating: "0", count: 8 - text.utf8.count) + text
        }
        return Self.unlessMadeUp(OrganisationNumber(country: country, number: text))
    }
}
