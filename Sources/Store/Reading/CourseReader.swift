import Foundation
import GRDB
import Procurement

/// Reads how procurements went. What columns don't hold (what was withheld, how each lot ended, ends of contracts) comes
/// from the notices' contents, of which SQLite hands over only the members asked for.
struct CourseReader {
    let database: Database

    /// The current notices among these, in any order.
    func courses(of ids: [NoticeID]) throws -> [ProcurementCourse] {
        guard !ids.isEmpty else { return [] }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT n.row, n.id, n.title, n.date, n.cpv, n.procedure_type,
                    json_extract(CAST(c.json AS TEXT), '$.value'), json_extract(CAST(c.json AS TEXT), '$.awards')
                FROM notices n JOIN notice_contents c ON c.notice = n.row
                WHERE n.standing = 'current' AND n.id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))
                """, arguments: StatementArguments(ids.map(\.rawValue)))
        return try rows.map { row in
            try ProcurementCourse(
                notice: NoticeID(row[1] as String), title: row.shown(2),
                buyer: NoticeFinder(database: database).buyers(of: row[0]).first?.name,
                date: Self.date(row[3]), cpv: Columns.codes(row[4]), procedureType: row[5],
                value: Self.decoded(row[6], Disclosed<Money>.self) ?? .missing,
                awards: Self.decoded(row[7], [Award].self) ?? [])
        }
    }

    /// All that is known of a field. A notice lies in it by its main code or the main code of one of its lots.
    func category(_ patterns: [CPVPattern]) throws -> CategoryFacts {
        let inside = Self.rows(patterns)
        let reader = MarketFactsReader(database: database)
        let suppliers = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT s.id, s.name FROM wins w JOIN parties p ON p.row = w.party
                JOIN suppliers s ON s.row = p.supplier WHERE w.retold = 0 AND w.notice IN (\(inside))
                """)
        let names = Dictionary(
            try suppliers.map { (SupplierID(try $0[0] as String), try $0.shown(1)) },
            uniquingKeysWith: { first, _ in first })
        let procurements = try reader.procurements(within: inside).filter(\.isCounted)
            .filter { procurement in
                procurement.mainCodes.contains { code in patterns.contains { $0.matches(code) } }
            }
        let awards = try awards(within: inside)
        return CategoryFacts(
            procurements: procurements, awards: awards,
            contracts: try contracts(of: procurements, awards: awards, within: inside),
            coming: try coming(within: inside), names: names, generation: try Store.generation(database))
    }

    private func awards(within rows: String) throws -> [NoticeID: [Award]] {
        var awards: [NoticeID: [Award]] = [:]
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT n.id, json_extract(CAST(c.json AS TEXT), '$.awards')
                FROM notices n JOIN notice_contents c ON c.notice = n.row
                WHERE n.standing = 'current' AND n.row IN (\(rows))
                    AND (n.purpose = 'result' OR EXISTS (SELECT 1 FROM wins WHERE notice = n.row AND retold = 0))
                """)
        while let row = try cursor.next() {
            awards[NoticeID(try row[0] as String)] = try Self.decoded(row[1], [Award].self) ?? []
        }
        return awards
    }

    private func contracts(
        of procurements: [PastProcurement], awards: [NoticeID: [Award]], within rows: String
    ) throws -> [CategoryFacts.Contract] {
        let ending = procurements.filter { awards[$0.notice]?.contains { $0.ends != nil } ?? false }
        return try ending.flatMap { procurement -> [CategoryFacts.Contract] in
            var winners: [Int: [SupplierID]] = [:]
            var told: Set<Int> = []
            let wins = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT w.award, s.id, w.retold FROM notices n JOIN wins w ON w.notice = n.row
                        JOIN parties p ON p.row = w.party JOIN suppliers s ON s.row = p.supplier
                        WHERE n.id = ? AND n.standing = 'current' ORDER BY w.award, w.ordinal
                        """), arguments: [procurement.notice.rawValue])
            for win in wins where try win[2] as Int == 0 {
                try winners[win[0], default: []].append(SupplierID(win[1] as String))
            }
            for win in wins where try winners[win[0]] == nil { told.insert(try win[0]) }
            var seen: Set<CategoryFacts.Contract> = []
            return (awards[procurement.notice] ?? []).enumerated().compactMap { number, award in
                told.contains(number)
                    ? nil
                    : award.ends.map {
                        CategoryFacts.Contract(
                            notice: procurement.notice, title: procurement.title, buyer: procurement.buyers.first?.name,
                            lots: award.lots, suppliers: winners[number] ?? [], ends: $0)
                    }
            }.filter { seen.insert($0).inserted }
        }
    }

    /// Plans and calls of procedures that no result, and for plans no call, is stored of.
    private func coming(within rows: String) throws -> [CategoryFacts.Coming] {
        let found = try Row.fetchAll(
            database,
            sql: """
                SELECT n.row, n.id, n.title, n.purpose, n.date,
                    (SELECT MAX(json_extract(value, '$.deadline')) FROM json_each(CAST(c.json AS TEXT), '$.lots'))
                FROM notices n JOIN notice_contents c ON c.notice = n.row
                WHERE n.standing = 'current' AND n.purpose IN ('planning', 'competition') AND n.row IN (\(rows))
                    AND NOT EXISTS (
                        SELECT 1 FROM notices later WHERE later.procedure = n.procedure AND later.standing = 'current'
                            AND (later.purpose = 'result' OR later.purpose = 'competition' AND n.purpose = 'planning'))
                ORDER BY n.id
                """)
        return try found.compactMap { row in
            guard let purpose = NoticePurpose(rawValue: try row[3]) else {
                throw DamagedRow("a notice has an unknown purpose")
            }
            return try CategoryFacts.Coming(
                notice: NoticeID(row[1] as String), title: row.shown(2),
                buyer: NoticeFinder(database: database).buyers(of: row[0]).first?.name, purpose: purpose,
                date: Self.date(row[4]), deadline: (row[5] as String?).flatMap { CalendarDate($0) })
        }
    }

    /// The rows of the notices that have a code in the patterns. Digits alone, so it can stand in a statement as it is.
    private static func rows(_ patterns: [CPVPattern]) -> String {
        let ranges = patterns.map { pattern in
            let range = NoticeFinder.range(pattern)
            return "code BETWEEN \(range.lowerBound) AND \(range.upperBound)"
        }
        return "SELECT notice FROM notice_cpv WHERE " + (ranges.isEmpty ? "0" : ranges.joined(separator: " OR "))
    }

    private static func date(_ days: Int32?) -> CalendarDate? { days.map(CalendarDate.init(daysSinceEpoch:)) }

    private static func decoded<Value: Decodable>(_ json: String?, _ type: Value.Type) throws -> Value? {
        try json.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}
