import Foundation
import GRDB
import Procurement

/// Finds the wins that several current notices tell of, and marks all but one of each (`wins.retold`).
///
/// The marks depend on the current notices alone. They are set for all of a group whenever one notice comes to it or goes,
/// so the order in which they come doesn't matter.
struct RetellingRows {
    let database: Database

    /// Notices that may tell of the same.
    enum Group: Hashable {
        case procedure(String)
        /// By `Telling.likeness`.
        case alike(Int64)
        /// Published under one number: a notice, and the statistics that name it.
        case number(String)

        var bit: Retold {
            switch self {
            case .procedure: .procedure
            case .alike: .alike
            case .number: .number
            }
        }

        static func all(of notice: Notice) -> [Group] {
            guard let likeness = Telling.likeness(of: notice) else { return [] }
            return [.alike(likeness)] + (notice.procedureID.map { [.procedure($0.rawValue)] } ?? [])
                + (notice.publishedAs.map { [.number($0)] } ?? [])
        }
    }

    /// More notices of results than this are calls under a framework or the like, or share a title that says nothing: each
    /// is a purchase of its own.
    private static let mostNotices = 64
    /// A notice that names the same party and lots more often than this isn't looked at further.
    private static let mostTellings = 8

    /// The groups of a stored notice, as it is in its columns.
    func groups(of row: Int64) throws -> [Group] {
        let found = try database.importing(
            "SELECT procedure, alike, number FROM notices WHERE row = ? AND alike IS NOT NULL"
        ).with(row).first { (procedure: $0.optionalText(0), alike: $0.number(1), number: $0.optionalText(2)) }
        guard let found else { return [] }
        return [.alike(found.alike)] + (found.procedure.map { [.procedure($0)] } ?? [])
            + (found.number.map { [.number($0)] } ?? [])
    }

    /// Marks the wins of these groups anew.
    ///
    /// - Returns: the notices of which other wins count than before.
    func recount(_ groups: Set<Group>) throws -> [Int64] {
        var changed: Set<Int64> = []
        for group in groups {
            let rows = try members(of: group)
            let told =
                (2...Self.mostNotices).contains(rows.count)
                ? Self.retold(in: try rows.map { Telling.all(in: try notice($0), row: $0) }, group.bit) : [:]
            for row in rows where try mark(row, told[row] ?? [], group.bit) { changed.insert(row) }
        }
        return changed.sorted()
    }

    /// A win by its place in the notice.
    private struct Place: Hashable {
        var award: Int
        var ordinal: Int
    }

    /// - Parameter tellings: of each notice.
    /// - Returns: by notice the wins that another one tells of.
    private static func retold(in tellings: [[Telling]], _ bit: Retold) -> [Int64: Set<Place>] {
        let hasStatistics = tellings.contains { $0.first?.source.isStatistics == true }
        var index: [String: [Telling]] = [:]
        for ofNotice in tellings {
            var counts: [String: Int] = [:]
            for telling in ofNotice {
                for key in telling.keys(besideStatistics: hasStatistics) where counts[key, default: 0] < mostTellings {
                    counts[key, default: 0] += 1
                    index[key, default: []].append(telling)
                }
            }
        }
        var retold: [Int64: Set<Place>] = [:]
        for telling in tellings.joined() {
            let isRetold = telling.keys(besideStatistics: hasStatistics).contains { key in
                index[key, default: []].contains { telling.isRetold(by: $0, bit) }
            }
            if isRetold {
                retold[telling.source.row, default: []].insert(
                    Place(award: telling.award, ordinal: telling.ordinal))
            }
        }
        return retold
    }

    private func members(of group: Group) throws -> [Int64] {
        let members = { (column: String) in
            """
            SELECT row FROM notices WHERE \(column) = ? AND standing = 'current' AND alike IS NOT NULL ORDER BY row
            """
        }
        return switch group {
        case .procedure(let id): try database.importing(members("procedure")).with(id).all { $0.number(0) }
        case .alike(let likeness): try database.importing(members("alike")).with(likeness).all { $0.number(0) }
        case .number(let number): try database.importing(members("number")).with(number).all { $0.number(0) }
        }
    }

    private func notice(_ row: Int64) throws -> Notice {
        let json = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT json FROM notice_contents WHERE notice = ?"), arguments: [row])
        return try NoticeContent.notice(from: json ?? Data())
    }

    /// - Returns: whether another win counts than before.
    private func mark(_ row: Int64, _ told: Set<Place>, _ bit: Retold) throws -> Bool {
        if told.isEmpty {
            let isMarked = try database.importing(
                "SELECT EXISTS (SELECT 1 FROM wins WHERE notice = ? AND retold & ? <> 0)"
            ).with(row).with(bit.rawValue).holds()
            if !isMarked { return false }
        }
        let wins = try database.importing("SELECT award, ordinal, retold FROM wins WHERE notice = ?").with(row)
            .all { (award: $0.number(0), ordinal: $0.number(1), retold: Int($0.number(2))) }
        var isCountedOtherwise = false
        for win in wins {
            let before = Retold(rawValue: win.retold)
            let isTold = told.contains(Place(award: Int(win.award), ordinal: Int(win.ordinal)))
            let after = isTold ? before.union(bit) : before.subtracting(bit)
            if before == after { continue }
            try database.importing("UPDATE wins SET retold = ? WHERE notice = ? AND award = ? AND ordinal = ?")
                .with(after.rawValue).with(row).with(win.award).with(win.ordinal).run()
            if before.isEmpty != after.isEmpty { isCountedOtherwise = true }
        }
        return isCountedOtherwise
    }

    // MARK: Notices that came before wins were counted so

    /// Writes what notices are compared by, and marks the wins of the current ones.
    ///
    /// - Parameter rows: as it may stand after a column.
    /// - Returns: the notices of which other wins count than before.
    func catchUp(_ rows: String) throws -> [Int64] {
        let found = try Row.fetchAll(
            database,
            sql: """
                SELECT row, standing = 'current' FROM notices WHERE row \(rows)
                    AND purpose IN ('\(NoticePurpose.result.rawValue)', '\(NoticePurpose.directAward.rawValue)')
                """)
        var groups: Set<Group> = []
        for one in found {
            let (row, isCurrent): (Int64, Bool) = (try one[0], try one[1])
            let notice = try notice(row)
            // Also of those that don't count today: they may again.
            try database.importing("UPDATE notices SET alike = ? WHERE row = ?").with(Telling.likeness(of: notice))
                .with(row).run()
            if isCurrent { groups.formUnion(Group.all(of: notice)) }
        }
        return try recount(groups)
    }
}
