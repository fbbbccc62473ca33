import API
import Procurement

/// A category or a challenge as its form has it: what both have, and what one of them has.
struct DefinitionDraft: Sendable, Equatable {
    /// By language; those that the form doesn't show are kept.
    var names: SortedMap<String>
    /// Of a challenge: the need in words.
    var text: String?
    var cpv: [String]
    /// Of a category.
    var keywords: [String] = []
    /// Of a challenge.
    var goals: [String] = []
    var owner: String?
    var isRetired: Bool

    init(_ line: CategoryLine, isRetired: Bool) {
        (names, text, cpv, keywords) = (line.names, nil, line.cpv, line.keywords)
        (owner, self.isRetired) = (line.owner, isRetired)
    }

    init(_ line: ChallengeLine, isRetired: Bool) {
        (names, text, cpv, goals) = (line.names, line.text, line.cpv, line.goals)
        (owner, self.isRetired) = (line.owner, isRetired)
    }

    /// What a form says, over what it doesn't show.
    init(_ form: Form, over base: DefinitionDraft) {
        self = base
        names["sv"] = form["sv"] ?? ""
        names["en"] = form["en"]
        cpv = form.codes("cpv") ?? []
        owner = form["owner"]
        isRetired = form["retired"] != nil
        if text == nil {
            keywords = form.lines("keywords")
        } else {
            text = form["text"] ?? ""
            goals = form.codes("goals") ?? []
        }
    }

    func category(_ id: String) -> CategoryDefinition {
        CategoryDefinition(id: id, names: names, cpv: cpv, keywords: keywords, owner: owner)
    }

    func challenge(_ id: String) -> ChallengeDefinition {
        ChallengeDefinition(id: id, names: names, text: text ?? "", cpv: cpv, goals: goals, owner: owner)
    }

    /// What changed since an earlier one, a sentence each.
    func changes(since earlier: DefinitionDraft, _ reader: Reader) -> [String] {
        var changes: [String] = []
        func note(_ sv: String, _ en: String, _ before: [String], _ after: [String]) {
            let came = after.filter { !before.contains($0) }
            let went = before.filter { !after.contains($0) }
            let parts = [
                came.isEmpty ? nil : "+ " + came.joined(separator: ", "),
                went.isEmpty ? nil : "− " + went.joined(separator: ", "),
            ].compactMap { $0 }
            if !parts.isEmpty { changes.append("\(reader.pick(sv: sv, en: en)): \(parts.joined(separator: "; "))") }
        }
        func inWords(_ names: SortedMap<String>) -> String { names.map { $0.value }.joined(separator: " / ") }
        if names != earlier.names {
            changes.append("\(reader.pick(sv: "Namn", en: "Name")): \(inWords(earlier.names)) → \(inWords(names))")
        }
        if text != earlier.text { changes.append(reader.pick(sv: "Ny text", en: "New text")) }
        note("CPV", "CPV", earlier.cpv, cpv)
        note("Ord", "Words", earlier.keywords, keywords)
        note("Mål", "Goals", earlier.goals, goals)
        if owner != earlier.owner {
            changes.append(
                "\(reader.pick(sv: "Ansvarig", en: "Owner")): \(earlier.owner ?? "–") → \(owner ?? "–")")
        }
        if isRetired != earlier.isRetired {
            changes.append(
                isRetired
                    ? reader.pick(sv: "Ur bruk", en: "Out of use") : reader.pick(sv: "I bruk igen", en: "In use again"))
        }
        return changes
    }
}

/// One version of a definition: what it says, and who saved it when and why.
struct DefinitionState: Sendable {
    let draft: DefinitionDraft
    let version: Int
    let reason: String
    let by: String
    let at: Moment
}
