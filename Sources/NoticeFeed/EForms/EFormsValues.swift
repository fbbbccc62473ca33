import Procurement

/// How eForms writes values.
extension Element {
    /// What stands in the first `ext:UBLExtensions` that holds an `efext:EformsExtension`.
    var eFormsExtension: Element? { path("UBLExtensions", "UBLExtension", "ExtensionContent", "EformsExtension") }

    /// The text, unless it is the mask of a withheld field.
    var published: String? { textIs("unpublished") ? nil : text }

    /// A code; one that is withheld is none.
    var code: String? { published }

    /// A date, whatever its offset; the mask of a withheld one is none, and what is beyond any sense.
    var date: CalendarDate? {
        text.flatMap { CalendarDate($0) }?.ifSensible
    }

    /// `true` or `false`, in XML Schema's words.
    var flag: Bool? {
        if textIs("true") || textIs("1") { return true }
        return textIs("false") || textIs("0") ? false : nil
    }

    /// The region of an address; the code's list is called differently from SDK to SDK.
    var nuts: NUTSCode? { first("CountrySubentityCode")?.published.flatMap { NUTSCode($0) } }

    /// A text that is repeated in several languages.
    func localized(_ name: StaticString) -> LocalizedText {
        var result = LocalizedText()
        for element in all(name) {
            guard let text = element.published else { continue }
            result.add(PlainText.read(text), language: element.attribute("languageID")?.uppercased())
        }
        return result
    }

    /// The amount in the child `name`: withheld where a block of this element says so for `field`, or where it reads -1.
    func money(_ name: StaticString, withheldAs field: StaticString? = nil) -> Disclosed<Money> {
        if let field, let withholding = EFormsPrivacy.withholding(field, in: self) { return .withheld(withholding) }
        guard let amount = first(name), let text = amount.text else { return .missing }
        if amount.textIs("unpublished") { return .withheld(Withholding()) }
        guard let currency = amount.attribute("currencyID"),
            case .number(let plain) = WrittenAmount(text, .plain), let money = Money(stated: plain, currency: currency)
        else { return .missing }
        if money.hundredths == -100 { return .withheld(Withholding()) }
        return money.hundredths < 0 ? .missing : .stated(money)
    }
}

extension Sequence where Element: Hashable {
    /// Each once, where it came first.
    var withoutRepeats: [Element] {
        let all = Array(self)
        if all.count < 2 { return all }
        // Most lists are short: comparing is quicker than hashing then.
        if all.count <= 8 {
            var kept: [Element] = []
            for element in all where !kept.contains(element) { kept.append(element) }
            return kept
        }
        var seen: Set<Element> = []
        return all.filter { seen.insert($0).inserted }
    }
}

extension LocalizedText {
    mutating func add(_ other: LocalizedText) {
        for version in other.versions { add(version.text, language: version.language) }
    }
}
