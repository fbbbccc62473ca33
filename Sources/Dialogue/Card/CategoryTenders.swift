import API
import Procurement

/// Who tendered in a category, won or not, and how it went: of procurements of which all tenderers are known.
package struct CategoryTenders: Sendable, Hashable, Codable {
    package let procurements: Int
    package let all: CardTenderers
    /// Those whose first known tender in the category is later than the day given.
    package let newcomers: CardTenderers
    package let established: CardTenderers

    /// One supplier's tenders.
    private struct Record {
        var first: CalendarDate?
        var tenders = 0
        var won = 0
    }

    /// `nil` where of none all tenderers are known.
    init?(_ procurements: [PastProcurement], newSince since: CalendarDate) {
        let known = procurements.filter(\.tellsAllTenderers)
        guard !known.isEmpty else { return nil }
        var records: [SupplierID: Record] = [:]
        for procurement in known {
            let winners = Set(procurement.wins.map(\.supplier))
            for supplier in winners.union(procurement.losers) {
                records[supplier, default: Record()].tenders += 1
                if winners.contains(supplier) { records[supplier, default: Record()].won += 1 }
            }
        }
        // A win is a tender too, also where the losers aren't told.
        for procurement in procurements {
            guard let date = procurement.date else { continue }
            for supplier in Set(procurement.wins.map(\.supplier)).union(procurement.losers) {
                guard var record = records[supplier] else { continue }
                record.first = min(record.first ?? date, date)
                records[supplier] = record
            }
        }
        self.procurements = known.count
        all = Self.sum(records.values)
        newcomers = Self.sum(records.values.filter { Self.isNew($0, since) })
        established = Self.sum(records.values.filter { !Self.isNew($0, since) })
    }

    private static func isNew(_ record: Record, _ since: CalendarDate) -> Bool {
        record.first.map { $0 > since } ?? false
    }

    private static func sum(_ records: some Collection<Record>) -> CardTenderers {
        let tenders = records.reduce(0) { $0 + $1.tenders }
        let won = records.reduce(0) { $0 + $1.won }
        return CardTenderers(
            suppliers: records.count, winners: records.count { $0.won > 0 }, tenders: tenders, won: won,
            success: tenders == 0 ? nil : Points(permille: (won * 2000 + tenders) / (2 * tenders)))
    }
}

extension PastProcurement {
    /// Whether all who tendered are known: where losers are, and where one tender came in and won.
    fileprivate var tellsAllTenderers: Bool {
        !losers.isEmpty || (tendersReceived == 1 && Set(wins.map(\.supplier)).count == 1)
    }
}
