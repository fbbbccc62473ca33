import Procurement

/// The wins of a category, gathered by supplier.
struct CategoryWins: Sendable {
    struct Record: Sendable {
        var count = 0
        var first: CalendarDate?
        var last: CalendarDate?
        /// Hundredths by currency.
        var values: [String: Int64] = [:]
    }

    private(set) var bySupplier: [SupplierID: Record] = [:]
    /// Wins with a value by currency, the most first.
    let currencies: [(currency: String, wins: Int)]
    private(set) var withoutValue = 0

    init(_ procurements: [PastProcurement]) {
        var counts: [String: Int] = [:]
        for procurement in procurements {
            for win in procurement.wins {
                var record = bySupplier[win.supplier] ?? Record()
                record.count += 1
                if let date = procurement.date {
                    record.first = min(record.first ?? date, date)
                    record.last = max(record.last ?? date, date)
                }
                if let value = win.value {
                    counts[value.currency, default: 0] += 1
                    let part = Self.part(of: win, in: procurement, value: value)
                    record.values[value.currency] = Self.adding(record.values[value.currency] ?? 0, part)
                } else {
                    withoutValue += 1
                }
                bySupplier[win.supplier] = record
            }
        }
        currencies = counts.map { (currency: $0.key, wins: $0.value) }
            .sorted { ($1.wins, $0.currency) < ($0.wins, $1.currency) }
    }

    /// Whoever shares the same lots at the same value shares one award, and each has an equal part of it; hundredths
    /// that can't be split go to the first by id.
    private static func part(of win: PastProcurement.Win, in procurement: PastProcurement, value: Money) -> Int64 {
        let partners = procurement.wins.filter { $0.lots == win.lots && $0.value == value }.map(\.supplier).sorted()
        let count = Int64(max(1, partners.count))
        let rest = value.hundredths % count
        let place = Int64(partners.firstIndex(of: win.supplier) ?? 0)
        return value.hundredths / count + (place < rest ? 1 : 0)
    }

    /// Sums stay at the greatest amount instead of overflowing; no market is that large, but a notice may say so.
    static func adding(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? (right > 0 ? .max : .min) : sum
    }
}
