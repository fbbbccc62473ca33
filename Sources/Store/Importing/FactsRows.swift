import Foundation
import GRDB
import Procurement

/// The rows of `notice_facts`: of every current notice what the matcher learns from it, in a few bytes
/// (`ProcurementRecord`), the parties by their rows.
///
/// They can always be made again from the other rows.
struct FactsRows {
    let database: Database

    /// How many records are made again in one transaction.
    private static let chunk: Int64 = 2_000

    /// Keeps the record of a notice that has become current, made of the notice itself; what is made of its rows is the
    /// same.
    func write(_ notice: Notice, row: Int64, _ parts: NoticeRows.Parts) throws {
        let procurement = PastProcurement(notice, buyers: parts.buyers, wins: parts.wins)
        try write(
            ProcurementRecord.bytes(
                procurement, winners: parts.winners.map(Int.init), losers: parts.losers.map(Int.init)), row: row)
    }

    /// Makes the records of these current notices anew, after other wins of theirs count.
    func write(rows: [Int64]) throws {
        for start in stride(from: 0, to: rows.count, by: 500) {
            let part = rows[start..<min(start + 500, rows.count)]
            try write("IN (\(part.map(String.init).joined(separator: ", ")))")
        }
    }

    /// - Parameter rows: as in `ProcurementRows`.
    private func write(_ rows: String) throws {
        try forEach(rows) { row, record in try write(record, row: row) }
    }

    private func write(_ record: [UInt8], row: Int64) throws {
        try database.importing("INSERT OR REPLACE INTO notice_facts (notice, facts) VALUES (?, ?)").with(row)
            .with(Data(record)).run()
    }

    /// Makes records of the current notices among these rows, without keeping them.
    func forEach(_ rows: String, _ body: (Int64, [UInt8]) throws -> Void) throws {
        try ProcurementRows(database: database).forEach(rows, isDescribed: false) { row, procurement, parties in
            try body(
                row,
                ProcurementRecord.bytes(
                    procurement, winners: parties.winners.map(Int.init), losers: parties.losers.map(Int.init)))
        }
    }

    /// The rows of notices whose records are still to be made, after a change of schema; `nil` when there are none.
    func pending() throws -> ClosedRange<Int64>? {
        let row = try Row.fetchOne(database, sql: "SELECT after + 1, until FROM facts_pending WHERE after < until")
        return try row.map { row in
            let (first, last): (Int64, Int64) = (try row[0], try row[1])
            guard 0 < first, first <= last else { throw DamagedRow("the rows still to be gone through are none") }
            return first...last
        }
    }

    /// Makes some of the records that are still to be made.
    ///
    /// - Returns: whether more are to be made.
    func continuePending() throws -> Bool {
        guard let pending = try pending() else { return false }
        let last = min(pending.lowerBound + Self.chunk - 1, pending.upperBound)
        let chunk = "BETWEEN \(pending.lowerBound) AND \(last)"
        try write(rows: try RetellingRows(database: database).catchUp(chunk))
        try write(chunk)
        try database.execute(sql: "UPDATE facts_pending SET after = ?", arguments: [last])
        if last == pending.upperBound { try database.execute(sql: "DELETE FROM facts_pending") }
        return last < pending.upperBound
    }
}
