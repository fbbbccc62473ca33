import Dialogue
import Matching
import Procurement

extension [Match] {
    /// The same list with one row for each corporate group, as far as names tell (`NameGroups`): its best, which names the others
    /// with the places they have on the unfolded list.
    ///
    /// - Parameter limit: how many rows.
    func folded(limit: Int) -> [Match] {
        let groupOf = NameGroups.find(map { ($0.supplier, $0.name) })
        var heads: [String: Int] = [:]
        var rows: [Match] = []
        for match in self {
            guard let group = groupOf[match.supplier] else {
                rows.append(match)
                continue
            }
            if let head = heads[group] {
                rows[head].group?.members.append(
                    MatchGroup.Member(
                        rank: match.rank, supplier: match.supplier, name: match.name, score: match.score))
            } else {
                heads[group] = rows.count
                var match = match
                match.group = MatchGroup(name: group, members: [])
                rows.append(match)
            }
        }
        for row in rows.indices where rows[row].group?.members.isEmpty == true { rows[row].group = nil }
        return Array(rows.prefix(limit))
    }

    /// How many suppliers a list that is to be folded is made of, so that enough rows are left.
    static func unfolded(_ limit: Int) -> Int { Swift.min(1000, limit * 3 + 20) }
}
