import Foundation
import GRDB
import Procurement

/// The day on which contracts of a result end.
package struct ContractEnd: Sendable, Hashable {
    /// The row of the notice.
    package var row: Int64
    package var day: CalendarDate
    /// True where the notice states no end: four years after the contract or the notice (`ContractEnds.usualMonths`).
    package var isEstimate: Bool
}

/// When the contracts of a result end, by what its awards state.
enum ContractEnds {
    /// Two years with an option on two more: the longest that a framework agreement usually runs (LOU 2016:1145, 7 kap. 2 §),
    /// and what Swedish municipalities mostly sign.
    static let usualMonths = 48

    /// - Returns: each day once, in order; none of an award that nobody won. Of works nothing is estimated: what is built is
    ///   built once.
    static func days(
        _ awards: [Award], date: CalendarDate?, kind: ContractKind?
    ) -> [(day: CalendarDate, isEstimate: Bool)] {
        var days: [CalendarDate: Bool] = [:]
        for award in awards {
            guard case .awarded = award.outcome else { continue }
            if let ends = award.ends {
                days[ends] = false
            } else if kind != .works, let begun = award.concluded ?? date {
                let day = begun.adding(months: usualMonths)
                days[day] = days[day] ?? true
            }
        }
        return days.sorted { $0.key < $1.key }.map { (day: $0.key, isEstimate: $0.value) }
    }
}

extension Store {
    /// The contracts of the current results of these rows that end on `day` or later.
    package func contractEnds(
        in rows: ClosedRange<Int64>, from day: CalendarDate
    ) throws(StoreError) -> [ContractEnd] {
        try read { database in
            let found = try Row.fetchAll(
                database,
                sql: """
                    SELECT n.row, n.date, n.kind, json_extract(CAST(c.json AS TEXT), '$.awards')
                    FROM notices n JOIN notice_contents c ON c.notice = n.row
                    WHERE n.row BETWEEN ? AND ? AND n.standing = 'current' AND n.purpose = 'result'
                    """, arguments: [rows.lowerBound, rows.upperBound])
            return try found.flatMap { row -> [ContractEnd] in
                guard let json: String = try row[3] else { return [] }
                let awards = try JSONDecoder().decode([Award].self, from: Data(json.utf8))
                let number: Int64 = try row[0]
                return try ContractEnds.days(
                    awards, date: (row[1] as Int32?).map(CalendarDate.init(daysSinceEpoch:)),
                    kind: (row[2] as String?).flatMap { ContractKind(rawValue: $0) }
                ).filter { $0.day >= day }.map { ContractEnd(row: number, day: $0.day, isEstimate: $0.isEstimate) }
            }
        }
    }

    /// The contracts that end on one of these days, soonest first, each with its notice; those of notices that count no
    /// longer are left out.
    ///
    /// - Parameters:
    ///   - after: the last of the block before.
    ///   - limit: how many are looked at.
    /// - Returns: with the last that was looked at; `nil` when there are no more.
    package func contracts(
        ending days: ClosedRange<CalendarDate>, after: ContractEnd? = nil, limit: Int = 1000
    ) throws(StoreError) -> (contracts: [(end: ContractEnd, notice: IncomingNotice)], last: ContractEnd?) {
        try read { database in
            let reader = IncomingNoticeReader(database: database)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT notice, day, is_estimate FROM contract_ends
                    WHERE day BETWEEN ? AND ? AND (day, notice) > (?, ?) ORDER BY day, notice LIMIT ?
                    """,
                arguments: [
                    days.lowerBound.daysSinceEpoch, days.upperBound.daysSinceEpoch,
                    after?.day.daysSinceEpoch ?? days.lowerBound.daysSinceEpoch, after?.row ?? -1, limit,
                ])
            let ends = try rows.map { row in
                try ContractEnd(row: row[0], day: CalendarDate(daysSinceEpoch: row[1]), isEstimate: row[2])
            }
            let contracts = try ends.compactMap { end in
                try reader.notice(end.row).map { (end: end, notice: $0) }
            }
            return (contracts, ends.count < limit ? nil : ends.last)
        }
    }

    /// Up to which end each watch has been told of contracts; those that never were are left out.
    package func contractsThrough() throws(StoreError) -> [Int64: CalendarDate] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT id, contracts_through FROM watches WHERE contracts_through IS NOT NULL")
            return try Dictionary(
                rows.map { (try $0[0] as Int64, CalendarDate(daysSinceEpoch: try $0[1])) }
            ) { first, _ in first }
        }
    }

    /// What the registers say against a firm; `nil` where nothing is said.
    package func status(of supplier: SupplierID) throws(StoreError) -> FirmStatus? {
        try read { database in
            let reader = SupplierReader(database: database)
            let found =
                try SupplierFinder(database: database).row(of: supplier).flatMap(reader.one) ?? reader.firm(supplier)
            return found?.register?.firm?.status
        }
    }

    /// The day by the store's clock, in UTC.
    package var today: CalendarDate {
        CalendarDate(String(timestamp.prefix(10))) ?? CalendarDate(daysSinceEpoch: 0)
    }
}
