import Language
import Procurement

/// What somebody decided on a supplier for a need.
package struct Verdict: Sendable, Hashable {
    package var need: MatchQuery
    package var supplier: SupplierID
    /// False: rejected.
    package var isAccepted: Bool
    /// When it was decided.
    package var day: CalendarDate?
    /// Whose word it is: told apart to count people, and never shown.
    package var person: String

    package init(
        need: MatchQuery, supplier: SupplierID, isAccepted: Bool, day: CalendarDate? = nil, person: String = ""
    ) {
        self.need = need
        self.supplier = supplier
        self.isAccepted = isAccepted
        self.day = day
        self.person = person
    }
}

/// All verdicts, by need, with the words of the needs looked up: ready to be asked which needs are like another.
///
/// Equal treatment sets the rule. A category or a challenge is like itself only. A notice is like itself, and two needs
/// for one purchase are alike from a likeness of 0.5 on, reckoned as between a need and a past procurement
/// (`Neighbourhood`) by the codes that were given.
struct VerdictTable: Sendable {
    struct Decision: Sendable, Hashable {
        var supplier: Int32
        var isAccepted: Bool
        /// A number for each person.
        var person: Int32
    }

    private struct Entry: Sendable {
        var need: ComparedNeed
        var decisions: [Decision]
    }

    private static let alike: Float = 0.5

    private let entries: [Entry]

    init() { entries = [] }

    /// - Parameter verdicts: those on suppliers that the snapshot doesn't know are passed over.
    init(_ verdicts: [Verdict], in snapshot: IndexSnapshot) {
        var entries: [Entry] = []
        var places: [MatchQuery: Int] = [:]
        var persons: [String: Int32] = [:]
        for verdict in verdicts {
            guard let supplier = snapshot.suppliers.number(of: verdict.supplier) else { continue }
            let place = places[verdict.need] ?? entries.count
            if place == entries.count {
                places[verdict.need] = place
                entries.append(Entry(need: ComparedNeed(verdict.need, in: snapshot), decisions: []))
            }
            let person = persons[verdict.person] ?? Int32(persons.count)
            persons[verdict.person] = person
            entries[place].decisions.append(
                Decision(supplier: Int32(supplier), isAccepted: verdict.isAccepted, person: person))
        }
        self.entries = entries
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Those on the same need and on needs like it.
    func decisions(on query: AnalysedQuery, in snapshot: IndexSnapshot) -> [Decision] {
        guard !isEmpty else { return [] }
        let asked = ComparedNeed(query.source, in: snapshot)
        return entries.filter { entry in
            if let name = asked.name, name == entry.need.name { return true }
            guard asked.isPurchase, entry.need.isPurchase else { return false }
            return asked.likeness(to: entry.need, in: snapshot) >= Self.alike
        }.flatMap(\.decisions)
    }
}

/// A need as it is compared with other needs.
struct ComparedNeed: Sendable {
    let name: String?
    let isPurchase: Bool
    private let title: [TermWeight]
    private let parts: [TermWeight]
    private let subject: [TermWeight]
    private let branches: [CPVBranch]

    init(_ query: MatchQuery, in snapshot: IndexSnapshot) {
        name = query.name
        isPurchase = query.question.isPurchase
        let words = snapshot.words
        let title = words.lexicon.read(query.text)
        let subject = words.lexicon.read(query.subject(words.labels))
        self.title = words.titles.vector(title.grams)
        parts = words.parts.vector(title.parts)
        self.subject = words.subjects.vector(title.grams + subject.grams)
        branches = query.cpv.map(CPVBranch.init) + query.cpvPatterns.map(CPVBranch.init)
    }

    /// From 0 to 1.
    func likeness(to other: ComparedNeed, in snapshot: IndexSnapshot) -> Float {
        let hasCodes = !branches.isEmpty && !other.branches.isEmpty
        let shares = Neighbourhood.about(hasCodes: hasCodes)
        let words =
            shares.title * TermWeight.product(title, other.title)
            + shares.parts * TermWeight.product(parts, other.parts)
        guard hasCodes else { return words }
        return words + shares.subject * TermWeight.product(subject, other.subject)
            + shares.cpv * content(sharedWith: other, in: snapshot)
    }

    /// The information content of the deepest branch that both lie in, as `CPVLikeness` has it.
    private func content(sharedWith other: ComparedNeed, in snapshot: IndexSnapshot) -> Float {
        let largest = Logarithm.natural(Float(snapshot.procurementCount + 1))
        var best: Float = 0
        for own in branches {
            for their in other.branches {
                let shared = (2...8).last {
                    $0 <= own.digits && $0 <= their.digits && own.prefix($0) == their.prefix($0)
                }
                guard let shared else { continue }
                let holders = snapshot.cpv.holders(
                    snapshot.cpv.branch(own.prefix(shared), digits: shared))
                best = max(best, (largest - Logarithm.natural(Float(holders + 1))) / max(largest, 1))
            }
        }
        return best
    }
}

extension TermWeight {
    /// The inner product of two vectors in ascending order of the term.
    static func product(_ left: [TermWeight], _ right: [TermWeight]) -> Float {
        var sum: Float = 0
        var (one, other) = (0, 0)
        while one < left.count, other < right.count {
            if left[one].term == right[other].term {
                sum += left[one].weight * right[other].weight
                one += 1
                other += 1
            } else if left[one].term < right[other].term {
                one += 1
            } else {
                other += 1
            }
        }
        return sum
    }
}
