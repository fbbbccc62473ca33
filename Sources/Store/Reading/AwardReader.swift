import GRDB
import Procurement

/// Reads what a supplier won: its lots in a notice once, of several values the first stated.
struct AwardReader {
    let database: Database

    func latest(of supplier: Int64, limit: Int) throws -> [StoredSupplier.Award] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT n.row, n.id, n.date, n.title, n.cpv, w.lots, w.value, w.currency,
                    MIN(w.award + CASE WHEN w.value IS NULL THEN 1000000000 ELSE 0 END) AS place
                FROM parties p JOIN wins w ON w.party = p.row AND w.retold = 0 JOIN notices n ON n.row = w.notice
                WHERE p.supplier = ?
                GROUP BY w.notice, w.lots ORDER BY n.date DESC, n.id DESC, place LIMIT ?
                """, arguments: [supplier, limit]
        ).map { row in
            let money: Money? =
                if let value: Int64 = try row[6], let currency: String = try row[7] {
                    Money(hundredths: value, currency: currency)
                } else { nil }
            return try StoredSupplier.Award(
                notice: NoticeID(row[1] as String), date: (row[2] as Int32?).map(CalendarDate.init(daysSinceEpoch:)),
                title: row.shown(3),
                buyers: NoticeFinder(database: database).buyers(of: row[0]),
                cpv: Columns.codes(row[4]),
                lots: Columns.list(row[5]).map { LotID($0) }, value: money)
        }
    }
}
