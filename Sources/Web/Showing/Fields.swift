import Mustache

/// What a template is filled with: texts, flags and lists by the names that the template has for them.
///
/// Mustache looks for a name that isn't here in what lies around it, so whatever may be absent is given all the same, as
/// `false`: else the size of the page's own supplier would stand beside a company of no known size.
struct Fields: MustacheParent, Sendable, ExpressibleByDictionaryLiteral {
    /// What a name stands for.
    enum Value: Sendable {
        case text(String)
        case flag(Bool)
        case list([Fields])
        /// Each is `{{.}}` in the section of the name.
        case texts([String])
        case fields(Fields)
    }

    private var values: [String: Value]

    init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements) { _, last in last }
    }

    subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Both together; what is in both is taken from `other`.
    func merging(_ other: Fields) -> Fields {
        var merged = self
        merged.values.merge(other.values) { _, last in last }
        return merged
    }

    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let list): list
        case .texts(let texts): texts
        case .fields(let fields): fields
        case nil: nil
        }
    }
}

extension Fields.Value: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral elements: Fields...) { self = .list(elements) }

    /// A text; `false` for none and for an empty one.
    init(_ text: String?) {
        if let text, !text.isEmpty { self = .text(text) } else { self = .flag(false) }
    }

    init(_ fields: Fields?) { self = fields.map { .fields($0) } ?? .flag(false) }
    init(_ list: [Fields]) { self = .list(list) }
    init(_ flag: Bool) { self = .flag(flag) }
    init(_ number: Int) { self = .text("\(number)") }
}
