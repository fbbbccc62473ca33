import JSON
import PersonalNumbers
import Procurement

/// What must not leave with a request for public records, and why.
package struct DossierMasking: Sendable, Hashable {
    /// A text that is masked wherever it stands, such as a sole trader's name.
    package struct Phrase: Sendable, Hashable {
        package var text: String
        package var reason: String

        package init(_ text: String, reason: String) {
            self.text = text
            self.reason = reason
        }
    }

    /// A member whose values are masked as a whole, such as `contact`; its texts are then masked elsewhere too.
    package struct Member: Sendable, Hashable {
        package var name: String
        package var reason: String

        package init(_ name: String, reason: String) {
            self.name = name
            self.reason = reason
        }
    }

    /// Personal numbers are masked always.
    package var phrases: [Phrase]
    package var members: [Member]

    package init(phrases: [Phrase] = [], members: [Member] = []) {
        self.phrases = phrases
        self.members = members
    }

    /// One value masked by these rules, in canonical form.
    package func masked(_ value: JSONValue) -> JSONValue {
        var masker = DossierMasker(spread(over: [value]), entry: 0)
        return masker.mask(value, at: "").canonical
    }

    /// One text masked by these rules.
    package func masked(_ text: String) -> String {
        var masker = DossierMasker(self, entry: 0)
        return masker.mask(text, at: "")
    }

    /// The same rules with every text under a masked member as a phrase, since a plan repeats it (an invitation names
    /// the contact). The longest first, so that none is left half masked; texts under four letters would hit too much.
    func spread(over values: [JSONValue]) -> DossierMasking {
        let reasons = Dictionary(members.map { ($0.name, $0.reason) }) { first, _ in first }
        var found: [String: String] = [:]
        func gather(_ value: JSONValue, under reason: String?) {
            switch value {
            case .string(let text):
                if let reason, text.count >= 4 { found[text] = min(found[text] ?? reason, reason) }
            case .array(let values): for value in values { gather(value, under: reason) }
            case .object(let object):
                for member in object.members { gather(member.value, under: reason ?? reasons[member.name]) }
            case .null, .bool, .number: break
            }
        }
        for value in values { gather(value, under: nil) }
        var rules = self
        rules.phrases += found.map { Phrase($0.key, reason: $0.value) }
        rules.phrases.sort { ($1.text.count, $0.text) < ($0.text.count, $1.text) }
        return rules
    }
}

/// A place in an export where something is masked.
package struct MaskedPlace: Sendable, Hashable {
    /// The entry's number.
    package let entry: Int
    /// Such as `result.plan.outreach[3].company.name`.
    package let path: String
    package let reason: String

    var value: JSONValue {
        ["entry": .number(JSONNumber(entry)), "path": .string(path), "reason": .string(reason)]
    }
}

/// Masks one entry's values and remembers where.
struct DossierMasker: Sendable {
    static let mark = "[maskerat]"
    static let personalNumber = "personnummer"

    /// A member that holds the id of a stored notice and nothing else: many, such as `900319-2021`, look like somebody's
    /// number.
    static let noticeID = "noticeId"

    private let rules: DossierMasking
    private let reasons: [String: String]
    private let entry: Int
    private(set) var places: [MaskedPlace] = []

    init(_ rules: DossierMasking, entry: Int) {
        self.entry = entry
        reasons = Dictionary(rules.members.map { ($0.name, $0.reason) }) { first, _ in first }
        self.rules = rules
    }

    mutating func mask(_ value: JSONValue, at path: String) -> JSONValue {
        switch value {
        case .string(let text): return .string(mask(text, at: path))
        case .number(let number):
            guard let whole = Int64(number.text), PersonalNumberScan.isPersonal(String(whole)) else { return value }
            places.append(MaskedPlace(entry: entry, path: path, reason: Self.personalNumber))
            return .string(OrganisationNumber.mask)
        case .array(let values):
            return .array(values.enumerated().map { mask($0.element, at: "\(path)[\($0.offset)]") })
        case .object(let object):
            var masked: [JSONObject.Member] = []
            for member in object.members.sorted(by: { $0.name < $1.name }) {
                let (name, value) = (member.name, member.value)
                let shown = PersonalNumberScan.masked(name) ?? name
                let place = "\(path).\(shown)"
                if shown != name { places.append(MaskedPlace(entry: entry, path: place, reason: Self.personalNumber)) }
                if let reason = reasons[name], value != .null {
                    places.append(MaskedPlace(entry: entry, path: place, reason: reason))
                    masked.append(JSONObject.Member(name: shown, value: .string(Self.mark)))
                } else if name == Self.noticeID {
                    masked.append(JSONObject.Member(name: shown, value: value))
                } else {
                    masked.append(JSONObject.Member(name: shown, value: mask(value, at: place)))
                }
            }
            return .object(JSONObject(masked))
        case .null, .bool: return value
        }
    }

    mutating func mask(_ text: String, at path: String) -> String {
        var text = text
        if let masked = PersonalNumberScan.masked(text) {
            places.append(MaskedPlace(entry: entry, path: path, reason: Self.personalNumber))
            text = masked
        }
        for phrase in rules.phrases where !phrase.text.isEmpty && text.contains(phrase.text) {
            places.append(MaskedPlace(entry: entry, path: path, reason: phrase.reason))
            text = text.split(separator: phrase.text, omittingEmptySubsequences: false).joined(separator: Self.mark)
        }
        return text
    }
}
