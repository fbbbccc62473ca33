import Procurement

extension NoticeID {
    /// What a notice is named by: a number of the Official Journal however it is written, else the id or number as it is.
    var reference: String { PublicationNumber(rawValue)?.description ?? rawValue }
}

extension Notice {
    /// The number it was published under, as others may name it; of TED's notices that is their id too.
    var publishedAs: String? {
        if let number = publicationNumber { return NoticeID(number).reference }
        return PublicationNumber(id.rawValue)?.description
    }

    /// The notice whose place this one takes, as `NoticeID.reference`.
    ///
    /// A change notice repeats what it changes in full. A correction (TED's F14) and a contract modification don't:
    /// they stand beside the notice that they speak of.
    var replaces: String? {
        guard let changes, changes.id != id, changes.id.reference != publishedAs else { return nil }
        switch purpose {
        case .correction, .contractModification: return nil
        case .planning, .competition, .directAward, .result, .other: return changes.id.reference
        }
    }
}

/// The notices that change one another, directly or over others: exactly one of them can count.
///
/// The verdict depends on the set of notices alone, so a change notice may come before what it changes.
struct NoticeFamily {
    struct Member: Hashable {
        var row: Int64
        var id: String
        /// The numbers that its versions were published under.
        var numbers: Set<String> = []
        var date: Int?
        /// The id or number that it names.
        var replaces: String?
        /// BT-140, such as `cancel`.
        var reason: String?

        /// All that it may be named by.
        var names: Set<String> { numbers.union([id]) }
    }

    /// The latest version of each notice in the family.
    var members: [Member]

    /// Notices are of one family when one replaces the other, or both replace a third, stored or not.
    static func families(of members: [Member]) -> [NoticeFamily] {
        var named: [String: [String]] = [:]
        for member in members { for name in member.names { named[name, default: []].append(member.id) } }
        var parent: [String: String] = [:]
        func root(_ id: String) -> String {
            var id = id
            while let next = parent[id], next != id { id = next }
            return id
        }
        for member in members {
            guard let replaced = member.replaces else { continue }
            // What is named is a node of its own, for those that both name what isn't stored.
            for node in ["names " + replaced] + named[replaced, default: []] where root(member.id) != root(node) {
                parent[root(member.id)] = root(node)
            }
        }
        return Dictionary(grouping: members) { root($0.id) }.values.map(NoticeFamily.init)
    }

    /// The member that took everyone's place: not replaced itself, and of several such the latest by date, then id.
    /// Notices that change one another in a circle have no such member; then the latest of them all stands.
    private var last: Member? {
        let replaced = Set(members.compactMap(\.replaces))
        let open = members.filter { replaced.isDisjoint(with: $0.names) }
        return (open.isEmpty ? members : open).max { ($0.date ?? .min, $0.id) < ($1.date ?? .min, $1.id) }
    }

    func standing(of member: Member) -> NoticeStanding {
        guard member == last else { return .changed }
        return member.replaces != nil && member.reason == "cancel" ? .cancelled : .current
    }
}
