import Procurement

/// How eForms writes values.
extension Element {
    /// What eForms adds to this element.
    var eForms: EFormsExtension { EFormsExtension(of: self) }

    /// The text, unless it is the mask of a withheld field.
    var published: String? { textIs("unpublished") ? nil : text }

    /// A code; one that is withheld is none.
    var code: String? { published }

    /// A date, whatever its offset. None are the mask of a withheld one, what is beyond any sense, and 2000-01-01, which
    /// the SDK's own examples write where the schema wants a date and there is none to give.
    var date: CalendarDate? {
        guard let date = text.flatMap({ CalendarDate($0) })?.ifSensible, date != Self.dummyDate else { return nil }
        return date
    }

    private static let dummyDate = CalendarDate(year: 2000, month: 1, day: 1)

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
            guard let text = element.published.map(PlainText.read), !text.isEmpty else { continue }
            result.versions.append(
                LocalizedText.Version(language: element.attribute("languageID")?.uppercased(), text: text))
        }
        result.versions = result.versions.withoutRepeats
        return result
    }

    /// A number of tenders: withheld where it is masked.
    var count: Disclosed<Int> {
        if textIs("-1") || textIs("unpublished") { return .withheld(Withholding()) }
        return text.flatMap(TenderCount.read).map { .stated($0) } ?? .missing
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

extension Disclosed {
    /// This; where it is missing, `other`.
    func orElse(_ other: @autoclosure () -> Self) -> Self {
        if case .missing = self { return other() }
        return self
    }
}
