import Procurement

/// The fields of one group, read from one element of an export.
///
/// A value that can't be read (a date that fits no pattern, a word that is in no table) counts as not stated.
struct MappedValues<Field: MappedField> {
    let element: Element
    let group: FieldGroup<Field>
    private let shared: SharedMapping

    init(element: Element, group: FieldGroup<Field>, shared: SharedMapping) {
        self.element = element
        self.group = group
        self.shared = shared
    }

    /// One value set for each element that the group is read from.
    static func all(_ group: FieldGroup<Field>?, in parent: Element, shared: SharedMapping) -> [MappedValues] {
        guard let group, let each = group.each else { return [] }
        return each.elements(in: parent).map { MappedValues(element: $0, group: group, shared: shared) }
    }

    func text(_ field: Field) -> String? { texts(field).first }

    /// Every text found, taken apart where the rule has a separator; of the first path with any, unless the field is
    /// a list. Words of a table are replaced; where a field has codes, what is no code is left out.
    func texts(_ field: Field, unless isPassedOver: (Element) -> Bool = { _ in false }) -> [String] {
        guard let rule = group.rules[field] else { return [] }
        if let constant = rule.constant { return [constant] }
        let kind = field.kind
        var found: [String] = []
        for path in rule.paths {
            for place in path.elements(in: element) where !isPassedOver(place) {
                guard let text = path.value(of: place) else { continue }
                let parts = rule.separator.map { text.split(separator: $0).map { String($0) } } ?? [text]
                found += parts.compactMap { word($0, rule, kind) }
            }
            if !found.isEmpty, !field.isList { break }
        }
        return found
    }

    private func word(_ text: String, _ rule: FieldRule, _ kind: FieldKind) -> String? {
        if let value = rule.valuesAsWritten[text] { return value }
        guard !rule.values.isEmpty || kind.isCode else { return text.trimmed }
        let key = text.asTableKey
        if let value = rule.values[key] { return value }
        guard case .code(let codes) = kind else { return text.trimmed }
        return codes.contains(key) ? key : nil
    }

    func words(_ field: Field) -> LocalizedText {
        guard let rule = group.rules[field] else { return [] }
        if let constant = rule.constant { return LocalizedText(constant, language: shared.mapping.defaults.language) }
        var words = LocalizedText()
        for path in rule.paths {
            for found in path.elements(in: element) {
                guard let text = path.value(of: found, paragraphs: true) else { continue }
                words.add(PlainText.read(text), language: language(rule.language, of: found))
            }
            if !words.isEmpty { break }
        }
        return words
    }

    private func language(_ rule: FieldRule.Language?, of element: Element) -> String? {
        switch rule {
        case .code(let code): return code
        case .at(let path):
            let stated = path.elements(in: element).first.flatMap { path.value(of: $0) }
            return stated.map { TEDLanguage.code(String($0.prefix { $0 != "-" })) } ?? shared.mapping.defaults.language
        case nil: return shared.mapping.defaults.language
        }
    }

    func date(_ field: Field) -> CalendarDate? {
        texts(field).lazy.compactMap { shared.mapping.formats.date($0) }.first
    }

    func integer(_ field: Field) -> Int? {
        text(field).flatMap { shared.mapping.formats.decimal($0) }.flatMap { Int($0) }
    }

    /// How many; what no procurement has is not stated.
    func count(_ field: Field) -> Int? {
        integer(field).flatMap { TenderCount.sensible.contains($0) ? $0 : nil }
    }

    func answer(_ field: Field) -> Bool? { text(field).flatMap { shared.mapping.formats.answer($0) } }

    /// Codes of the CPV; what an element says is of another list is none.
    func cpv(_ field: Field) -> [CPVCode] {
        texts(field, unless: \.isOfOtherListThanCPV).compactMap { CPVCode($0) }.withoutRepeats
    }

    func nuts(_ field: Field) -> [NUTSCode] { texts(field).compactMap { NUTSCode($0) }.withoutRepeats }

    /// Whether a flag's element is there and doesn't say no.
    func isSet(_ field: Field) -> Bool {
        guard let rule = group.rules[field] else { return false }
        return rule.paths.contains { path in
            path.elements(in: element).contains {
                path.value(of: $0).map { shared.mapping.formats.answer($0) != false } ?? true
            }
        }
    }

    /// An amount, unless the export says that it is withheld.
    ///
    /// - Parameter code: the code of the withheld field in eForms, such as `win-ten-val`.
    func amount(_ field: Field, currency: Field, withheld: Field, as code: String) -> Disclosed<Money> {
        if isSet(withheld) { return .withheld(Withholding(field: code)) }
        guard let amount = text(field).flatMap({ shared.mapping.formats.decimal($0) }),
            let currency = text(currency) ?? shared.mapping.defaults.currency,
            let money = Money(stated: amount, currency: currency), money.hundredths >= 0
        else { return .missing }
        return .stated(money)
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        // What isn't ASCII may be white space of another kind.
        if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
            return self
        }
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
