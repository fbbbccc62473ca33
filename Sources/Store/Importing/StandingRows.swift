import GRDB
import Procurement

/// Works out anew which of the stored notices count, for those that something came to.
struct StandingRows {
    let database: Database

    struct Change {
        var row: Int64
        var from: NoticeStanding
        var to: NoticeStanding
    }

    /// - Parameter ids: notices that came, or ids and numbers of which something that changes them came.
    /// - Returns: whatever no longer counts first, then whatever counts now.
    func changes(around ids: Set<String>) throws -> [Change] {
        var visited: Set<String> = []
        var changes: [Change] = []
        for id in ids.sorted() where !visited.contains(id) {
            changes += try self.changes(inFamilyOf: id, visited: &visited)
        }
        return changes.filter { $0.to != .current } + changes.filter { $0.to == .current }
    }

    private func changes(inFamilyOf id: String, visited: inout Set<String>) throws -> [Change] {
        var members: [NoticeFamily.Member] = []
        var standings: [Int64: NoticeStanding] = [:]
        var earlier: [Change] = []
        var queue = [id]
        visited.insert(id)
        while let next = queue.popLast() {
            var neighbours: [String] = []
            let versions = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT row, id, date, replaces, reason, standing, number FROM notices WHERE id = ?
                        ORDER BY version DESC
                        """), arguments: [next])
            for (index, version) in versions.enumerated() {
                guard let standing = NoticeStanding(rawValue: try version[5]) else {
                    throw DamagedRow("a notice has an unknown standing")
                }
                if index == 0 {
                    let member = try NoticeFamily.Member(
                        row: version[0], id: version[1],
                        numbers: Set(versions.compactMap { try $0[6] as String? }), date: version[2],
                        replaces: version[3], reason: version[4])
                    members.append(member)
                    standings[member.row] = standing
                    // A number that nobody names ties nobody, and some portals give one to all that they publish.
                    neighbours += try member.numbers.filter(isNamed)
                    if let replaced = member.replaces { neighbours.append(replaced) }
                } else {
                    if standing != .superseded {
                        earlier.append(Change(row: try version[0], from: standing, to: .superseded))
                    }
                    // An earlier version's link no longer holds, but whom it tied may have been judged by it.
                    if let replaced: String = try version[3] { neighbours.append(replaced) }
                }
            }
            neighbours += try String.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT id FROM notices WHERE replaces = ?1 UNION SELECT id FROM notices WHERE number = ?1
                        """), arguments: [next])
            for neighbour in neighbours where visited.insert(neighbour).inserted { queue.append(neighbour) }
        }
        return earlier + judge(members, standings)
    }

    private func isNamed(_ number: String) throws -> Bool {
        try database.importing("SELECT EXISTS (SELECT 1 FROM notices WHERE replaces = ?)").with(number).holds()
    }

    /// Splits what was visited into families by the links that hold, and judges each.
    private func judge(_ members: [NoticeFamily.Member], _ standings: [Int64: NoticeStanding]) -> [Change] {
        var changes: [Change] = []
        for family in NoticeFamily.families(of: members) {
            for member in family.members {
                let to = family.standing(of: member)
                if let from = standings[member.row], from != to {
                    changes.append(Change(row: member.row, from: from, to: to))
                }
            }
        }
        return changes
    }
}
