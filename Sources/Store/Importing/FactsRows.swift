import Foundation
import GRDB
import Procurement

/// The rows of `notice_facts`: of every current notice what the matcher learns from it, in a few bytes
/// (`ProcurementRecord`), the parties by their rows.
///
/// They are made from the other rows and can always be made again.
struct FactsRows {
    let database: Database

    /// How many notices are read at once: their numbers stand in a statement.
    private static let chunk = 500

    /// - Parameter notices: rows of notices; those that aren't current get none.
    func write(_ notices: Set<Int64>) throws {
        let sorted = notices.sorted()
        for start in stride(from: 0, to: sorted.count, by: Self.chunk) {
            let part = sorted[start..<min(start + Self.chunk, sorted.count)]
            try write("IN (\(part.map(String.init).joined(separator: ", ")))")
        }
    }

    /// - Parameter rows: as in `ProcurementRows`.
    func write(_ rows: String) throws {
        try forEach(rows) { row, record in
            try database.importing("INSERT OR REPLACE INTO notice_facts (notice, facts) VALUES (?, ?)")
                .with(row).with(Data(record)).run()
        }
    }

    /// Makes records of the current notices among these rows, without keeping them.
    func forEach(_ rows: String, _ body: (Int64, [UInt8]) throws -> Void) throws {
        try ProcurementRows(database: database).forEach(rows, isDescribed: false) { row, procurement, parties in
            try body(row, ProcurementRecord.bytes(procurement, winners: parties.map(Int.init)))
        }
    }

    /// The rows of notices whose records are still to be made, after a change of schema; `nil` when there are none.
    func pending() throws -> ClosedRange<Int64>? {
        let row = try Row.fetchOne(database, sql: "SELECT after + 1, until FROM facts_pending WHERE after < until")
        return row.map { ($0[0] as Int64)...($0[1] as Int64) }
    }

    /// Makes some of the records that are still to be made.
    ///
    /// - Returns: whether more are to be made.
    func continuePending() throws -> Bool {
        guard let pending = try pending() else { return false }
        let last = min(pending.lowerBound + Int64(Self.chunk) * 4 - 1, pending.upperBound)
        try write("BETWEEN \(pending.lowerBound) AND \(last)")
        try database.execute(sql: "UPDATE facts_pending SET after = ?", arguments: [last])
        if last == pending.upperBound { try database.execute(sql: "DELETE FROM facts_pending") }
        return last < pending.upperBound
    }
}
