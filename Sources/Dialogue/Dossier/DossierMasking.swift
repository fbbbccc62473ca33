import PersonalNumbers
import Procurement

/// What must not leave with a request for public records, and why.
package struct DossierMasking: Sendable, Hashable, Codable {
    /// A text that is masked wherever it stands, such as a sole trader's name.
    package struct Phrase: Sendable, Hashable, Codable {
        package var text: String
        package var reason: String

        package init(_ text: String, reason: String) {
            self.text = text
            self.reason = reason
        }
    }

    /// A member whose values are masked as a whole, such as `contact`; its texts are then masked elsewhere too.
    package struct Member: Sendable, Hashable, Codable {
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

    /// One value masked by these rules.
    package func masked(_ value: DossierValue) -> DossierValue {
        var masker = DossierMasker(spread(over: [value]), entry: 0)
        return masker.mask(value, at: "")
    }

    /// One text masked by these rules.
    package func masked(_ text: String) -> String {
        var masker = DossierMasker(self, entry: 0)
        return masker.mask(text, at: "")
    }

    /// The same rules with every text under a masked member as a phrase, since a plan repeats it (an invitation names
    /// the contact). The longest first, so that none is left half masked; texts under four letters would hit too much.
    func spread(over values: [DossierValue]) -> DossierMasking {
        let reasons = Dictionary(members.map { ($0.name, $0.reason) }) { first, _ in first }
        var found: [String: String] = [:]
        func gather(_ value: DossierValue, under reason: String?) {
            switch value {
            case .text(let text):
                if let reason, text.count >= 4 { found[text] = min(found[text] ?? reason, reason) }
            case .list(let values): for value in values { gather(value, under: reason) }
            case .object(let members): for (name, value) in members { gather(value, under: reason ?? reasons[name]) }
            case .null, .bool, .integer, .number: break
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
package struct MaskedPlace: Sendable, Hashable, Codable {
    /// The entry's number.
    package let entry: Int
    /// Such as `result.plan.outreach[3].company.name`.
    package let path: String
    package let reason: String
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

    mutating func mask(_ value: DossierValue, at path: String) -> DossierValue {
        switch value {
        case .text(let text): return .text(mask(text, at: path))
        case .integer(let number):
            guard PersonalNumberScan.isPersonal(String(number)) else { return value }
            places.append(MaskedPlace(entry: entry, path: path, reason: Self.personalNumber))
            return .text(OrganisationNumber.mask)
        case .list(let values):
            return .list(values.enumerated().map { mask($0.element, at: "\(path)[\($0.offset)]") })
        case .object(let members):
            var masked: [String: DossierValue] = [:]
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                let shown = PersonalNumberScan.masked(name) ?? name
                let place = "\(path).\(shown)"
                if shown != name { places.append(MaskedPlace(entry: entry, path: place, reason: Self.personalNumber)) }
                if let reason = reasons[name], value != .null {
                    places.append(MaskedPlace(entry: entry, path: place, reason: reason))
                    masked[shown] = .text(Self.mark)
                } else if name == Self.noticeID {
                    masked[shown] = value
                } else {
                    masked[shown] = mask(value, at: place)
                }
            }
            return .object(masked)
        case .null, .bool, .number: return value
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
