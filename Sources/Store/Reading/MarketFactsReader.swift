import Foundation
import GRDB
import Procurement

/// Gathers what the matcher learns from: the records that were made when the notices came.
struct MarketFactsReader {
    let database: Database

    /// How many notices are read between one word about it and the next.
    private static let stride = 1000
    /// Room for a record; what isn't used is no memory either.
    private static let usualBytes = 256

    /// All procurements, in their order.
    ///
    /// - Parameters:
    ///   - suppliers: who may have won.
    ///   - progress: told now and then how many notices are read, of how many.
    func procurements(
        _ suppliers: SupplierPlaces, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> PastProcurements {
        var procurements = PastProcurements(winners: try winners(suppliers), of: suppliers.ids)
        let rows = FactsRows(database: database)
        let pending = try rows.pending()
        // Their index is a fraction of the records.
        let total = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM notices WHERE standing = 'current'") ?? 0
        procurements.reserve(count: total, bytes: total * Self.usualBytes)
        progress(0, total)
        let records = try Row.fetchCursor(
            database, sql: "SELECT facts, notice FROM notice_facts WHERE notice NOT BETWEEN ?1 AND ?2 ORDER BY notice",
            arguments: [pending?.lowerBound ?? 0, pending?.upperBound ?? 0])
        while let row = try records.next() {
            let isSound = try row.withUnsafeData(atIndex: 0) { data in
                data?.withUnsafeBytes { procurements.append(record: $0) } ?? false
            }
            guard isSound else {
                throw DamagedRow("the facts of notice row \(try row[1] as Int64) can't be read")
            }
            if procurements.count.isMultiple(of: Self.stride) { progress(procurements.count, total) }
        }
        if let pending {
            try rows.forEach("BETWEEN \(pending.lowerBound) AND \(pending.upperBound)") { _, record in
                _ = record.withUnsafeBytes { procurements.append(record: $0) }
            }
        }
        procurements.sort()
        return procurements
    }

    /// By the row of a party: the supplier that it is; -1 for none.
    private func winners(_ suppliers: SupplierPlaces) throws -> [Int32] {
        let last = try Int.fetchOne(database, sql: "SELECT max(row) FROM parties") ?? 0
        var winners = [Int32](repeating: -1, count: try SupplierPlaces.room(upTo: last))
        // The index of parties by supplier has both, so nothing else is read.
        let parties = try Row.fetchCursor(
            database, sql: "SELECT row, supplier FROM parties WHERE supplier IS NOT NULL ORDER BY supplier")
        while let row = try parties.next() {
            let party: Int = try row[0]
            guard winners.indices.contains(party) else { throw DamagedRow("a party has no number from 1 up") }
            winners[party] = try suppliers[row[1]].map(Int32.init) ?? -1
        }
        return winners
    }

    /// One current notice; `nil` where there is none of that id.
    func procurement(_ id: NoticeID) throws -> PastProcurement? { try procurements([id]).first }

    /// The current ones of these notices, in any order.
    func procurements(_ notices: [NoticeID]) throws -> [PastProcurement] {
        let rows = try notices.compactMap { id in
            try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT row FROM notices WHERE id = ? AND standing = 'current'"),
                arguments: [id.rawValue])
        }
        return try procurements(within: rows.map(String.init).joined(separator: ", "))
    }

    /// With their running texts, sorted by date (unknown first), then by id.
    ///
    /// - Parameter rows: the rows of the notices to read, as they may stand in `IN (…)`.
    func procurements(within rows: String) throws -> [PastProcurement] {
        let winners = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT p.row, s.id FROM wins w JOIN parties p ON p.row = w.party
                JOIN suppliers s ON s.row = p.supplier WHERE w.retold = 0 AND w.notice IN (\(rows))
                UNION SELECT p.row, s.id FROM tenders t JOIN parties p ON p.row = t.party
                JOIN suppliers s ON s.row = p.supplier WHERE t.notice IN (\(rows))
                """)
        let ids = Dictionary(
            try winners.map { (try $0[0] as Int64, SupplierID(try $0[1] as String)) },
            uniquingKeysWith: { first, _ in first })
        var procurements: [PastProcurement] = []
        try ProcurementRows(database: database).forEach("IN (\(rows))") { _, found, parties in
            var procurement = found
            for (place, party) in parties.winners.enumerated() {
                guard let supplier = ids[party] else {
                    throw DamagedRow("a win has no supplier")
                }
                procurement.wins[place].supplier = supplier
            }
            procurement.wins = procurement.wins.merged
            procurement.losers = Set(parties.losers.compactMap { ids[$0] })
                .subtracting(procurement.wins.lazy.map(\.supplier)).sorted()
            procurements.append(procurement)
        }
        return procurements.sorted {
            ($0.date?.daysSinceEpoch ?? .min, $0.notice) < ($1.date?.daysSinceEpoch ?? .min, $1.notice)
        }
    }
}
