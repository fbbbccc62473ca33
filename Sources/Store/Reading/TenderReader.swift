import GRDB
import Procurement

/// What a supplier has tendered for, as the statistics tell; each lot of a procurement once, also where a notice tells of its
/// award too.
package struct TenderRecord: Sendable, Hashable {
    /// How many lots it tendered for, and in how many of them it got a contract.
    package struct Count: Sendable, Hashable {
        package var lots: Int
        package var contracted: Int
    }

    /// Of one main code.
    package struct OfCode: Sendable, Hashable {
        package var code: CPVCode
        package var count: Count
    }

    /// Of one buyer.
    package struct OfBuyer: Sendable, Hashable {
        package var buyer: PastProcurement.Buyer
        package var count: Count
    }

    /// All of them.
    package var all: Count
    /// Those of procurements of which the statistics tell who lost too: a rate of all others flatters.
    package var told: Count
    /// By the procurement's main code, most lots first; ten at the most.
    package var codes: [OfCode]
    /// By buyer, most lots first; ten at the most.
    package var buyers: [OfBuyer]
    /// The day of the latest procurement; `nil` where none has one.
    package var latest: CalendarDate?
}

/// Reads what a supplier has tendered for.
struct TenderReader {
    let database: Database

    /// How many codes and buyers are told.
    private static let most = 10

    /// `nil` where the statistics know nothing of it.
    func record(of supplier: Int64) throws -> TenderRecord? {
        let sum = try Row.fetchOne(
            database,
            sql: """
                \(Self.lots) SELECT COUNT(*), SUM(contracted), SUM(told), SUM(told AND contracted), MAX(date) FROM lots
                """, arguments: [supplier])
        guard let sum, try sum[0] as Int > 0 else { return nil }
        return try TenderRecord(
            all: .init(lots: sum[0], contracted: sum[1]), told: .init(lots: sum[2], contracted: sum[3]),
            codes: codes(of: supplier), buyers: buyers(of: supplier),
            latest: (sum[4] as Int32?).map(CalendarDate.init(daysSinceEpoch:)))
    }

    private func codes(of supplier: Int64) throws -> [TenderRecord.OfCode] {
        try Row.fetchAll(
            database,
            sql: """
                \(Self.lots) SELECT substr(cpv, 1, 8) AS code, COUNT(*) AS count, SUM(contracted) FROM lots
                WHERE code <> '' GROUP BY code ORDER BY count DESC, code LIMIT \(Self.most)
                """, arguments: [supplier]
        ).compactMap { row in
            try CPVCode(row[0] as String).map {
                .init(code: $0, count: .init(lots: try row[1], contracted: try row[2]))
            }
        }
    }

    private func buyers(of supplier: Int64) throws -> [TenderRecord.OfBuyer] {
        try Row.fetchAll(
            database,
            sql: """
                \(Self.lots) SELECT b.key, MAX(b.name), COUNT(*) AS count, SUM(contracted) FROM lots
                JOIN notice_buyers b ON b.notice = lots.notice AND b.ordinal = 0
                GROUP BY b.key ORDER BY count DESC, b.key LIMIT \(Self.most)
                """, arguments: [supplier]
        ).map { row in
            try TenderRecord.OfBuyer(
                buyer: .init(key: row[0], name: row.shown(1)), count: .init(lots: row[2], contracted: row[3]))
        }
    }

    /// Each lot that the supplier ?1 tendered for, once, however it was described. `tenders` of a notice are known where the
    /// statistics tell who lost.
    private static let lots = """
        WITH lots AS (
            SELECT t.notice, t.lot, MAX(t.contracted) AS contracted, n.tenders IS NOT NULL AS told, n.cpv, n.date
            FROM parties p JOIN tenders t ON t.party = p.row JOIN notices n ON n.row = t.notice
            WHERE p.supplier = ?1 GROUP BY t.notice, t.lot)
        """
}
