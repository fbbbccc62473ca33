import Foundation
import GRDB
import PersonalNumbers
import Procurement

extension Store {
    /// Keeps it, as a new generation. Nothing is ever written over: a later verdict stands beside the earlier.
    package func record(_ feedback: Feedback) throws(StoreError) -> StoredFeedback {
        let at = timestamp
        return try write { database in
            try database.execute(
                sql: "INSERT INTO feedback (need, supplier, verdict, reason, user, at) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    feedback.need.withoutPersonalNumbers, feedback.supplier.rawValue, feedback.verdict.rawValue,
                    feedback.reason.map { NumberInName.split($0).rest.withoutPersonalNumbers }, feedback.by, at,
                ])
            let id = database.lastInsertedRowID
            try database.execute(sql: "UPDATE meta SET generation = generation + 1")
            let row = try Row.fetchOne(
                database, sql: "\(Self.feedbackSelection) WHERE id = ?", arguments: [id])
            guard let row else { throw StoreError.inconsistent(detail: "feedback was not kept") }
            return try Self.feedback(row)
        }
    }

    /// The latest first.
    ///
    /// - Parameters:
    ///   - supplier: `nil` for all. What was said under an id that it had before is found too.
    ///   - after: the `next` of the page before.
    package func feedback(
        on supplier: SupplierID? = nil, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<StoredFeedback> {
        try read { database in
            var before = Int64.max
            if let after {
                guard let id = Int64(try after.parts(1)[0]) else { throw StoreError.invalidCursor(after.text) }
                before = id
            }
            let limit = min(max(limit, 1), 1000)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    \(Self.feedbackSelection) WHERE id < ?1 AND (?2 IS NULL OR \(Self.currentSupplier("feedback.supplier"))
                        = \(Self.currentSupplier("?2"))) ORDER BY id DESC LIMIT ?3
                    """, arguments: [before, supplier?.rawValue, limit + 1]
            ).map(Self.feedback)
            return Page(rows, limit: limit) { PageCursor(parts: String($0.id)) }
        }
    }

    /// What was decided, with the generations that it belongs to: the latest word of each person on each supplier for
    /// each need, in the order in which they were said. Suggestions decide nothing.
    package func decisions() throws(StoreError) -> Decisions { try read { try Self.decisions($0) } }

    static func decisions(_ database: Database) throws -> Decisions {
        let rows = try Row.fetchAll(
            database,
            sql: """
                \(feedbackSelection) WHERE id IN
                    (SELECT max(id) FROM feedback WHERE verdict <> 'suggested'
                    GROUP BY need, \(currentSupplier("feedback.supplier")), user)
                ORDER BY id
                """)
        let generation = try Self.generation(database)
        let recorded = try Int.fetchOne(database, sql: "SELECT count(*) FROM feedback") ?? 0
        return Decisions(
            decisions: try rows.map(Self.feedback), generation: generation, factsGeneration: generation - recorded)
    }

    private static let feedbackSelection = """
        SELECT id, need, \(currentSupplier("feedback.supplier")), verdict, reason, user, at FROM feedback
        """

    /// The id that a supplier has now; the same id where nobody has it any more.
    static func currentSupplier(_ id: String) -> String {
        """
        coalesce((SELECT id FROM suppliers WHERE id = \(id)),
            (SELECT s.id FROM supplier_aliases a JOIN suppliers s ON s.row = a.supplier WHERE a.alias = \(id)), \(id))
        """
    }

    private static func feedback(_ row: Row) throws -> StoredFeedback {
        guard let verdict = FeedbackVerdict(rawValue: try row[3]) else {
            throw DamagedRow("feedback has an unknown verdict")
        }
        return try StoredFeedback(
            id: row[0],
            feedback: Feedback(
                need: row[1], supplier: SupplierID(row[2] as String), verdict: verdict, reason: row[4], by: row[5]),
            at: Date(stored: row[6]))
    }
}
