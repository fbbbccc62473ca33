import Foundation
import GRDB
import PersonalNumbers
import Procurement

// None of this bumps the generation: what is matched stays as it is.

extension Store {
    /// How many needs may be kept: each is looked at where a like one is explored.
    package static let mostNeeds = 10_000
    /// How much of what came of one need is noted.
    package static let mostOutcomes = 1000

    /// Keeps a need, or saves one anew, with something that came of it.
    ///
    /// - Parameters:
    ///   - id: `nil` for one that is new.
    ///   - basedOn: the version that the change is made from; `nil` for one that is new.
    ///   - outcome: what came of it; `nil` where there is nothing new.
    /// - Returns: as it is kept; `nil` where there is none of this id.
    /// - Throws: `saveRefused` where it was changed since the version that it is based on, or where there would be too many.
    package func save(
        _ need: KeptNeed, id: Int64?, basedOn: Int?, outcome: String?, by user: String
    ) throws(StoreError) -> StoredNeed? {
        let at = timestamp
        return try write { database in
            let row: Int64
            if let id {
                guard let before = try Self.need(id, in: database) else { return nil }
                guard basedOn == before.version else {
                    throw StoreError.saveRefused(
                        parameter: "basedOn", expected: "\(before.version)",
                        reason: "need \(id) has version \(before.version) now, which \(before.changedBy) saved at "
                            + "\(before.changed.ISO8601Format(.iso8601)); look at it, and save your change on top of it"
                    )
                }
                row = id
                try database.execute(
                    sql: """
                        UPDATE needs SET version = version + 1, name = ?, text = ?, found = ?, dossier = ?, route = ?,
                            route_reason = ?, participants = ?, owner = ?, state = ?, changed_by = ?, changed = ?
                        WHERE id = ?
                        """, arguments: Self.columns(need) + [user, at, id])
            } else {
                let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM needs") ?? 0
                guard count < Self.mostNeeds else {
                    throw StoreError.saveRefused(
                        parameter: "text", expected: "at most \(Self.mostNeeds) needs",
                        reason: "\(count) needs are kept, as many as there may be")
                }
                try database.execute(
                    sql: """
                        INSERT INTO needs (version, name, text, found, dossier, route, route_reason, participants, owner,
                            state, changed_by, changed, user, at)
                        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, arguments: Self.columns(need) + [user, at, user, at])
                row = database.lastInsertedRowID
            }
            if let outcome {
                let count =
                    try Int.fetchOne(
                        database, sql: "SELECT count(*) FROM need_outcomes WHERE need = ?", arguments: [row]) ?? 0
                guard count < Self.mostOutcomes else {
                    throw StoreError.saveRefused(
                        parameter: "outcome", expected: "at most \(Self.mostOutcomes) of a need",
                        reason: "\(count) things came of need \(row), as many as are noted")
                }
                try database.execute(
                    sql: "INSERT INTO need_outcomes (need, text, user, at) VALUES (?, ?, ?, ?)",
                    arguments: [row, outcome.withoutPersonalNumbers, user, at])
            }
            return try Self.need(row, in: database)
        }
    }

    /// One need with what came of it, the first first; `nil` where there is none of this id.
    package func need(_ id: Int64) throws(StoreError) -> (need: StoredNeed, outcomes: [NeedOutcome])? {
        try read { database in
            guard let need = try Self.need(id, in: database) else { return nil }
            let outcomes = try Row.fetchAll(
                database, sql: "SELECT text, user, at FROM need_outcomes WHERE need = ? ORDER BY id", arguments: [id]
            ).map { try NeedOutcome(text: $0.shown(0), by: $0[1], at: Date(stored: $0[2])) }
            return (need, outcomes)
        }
    }

    /// The latest kept first.
    ///
    /// - Parameter after: the `next` of the page before.
    package func needs(
        _ filter: NeedFilter = NeedFilter(), limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<StoredNeed> {
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
                    \(Self.needSelection) WHERE n.id < ?1 AND (?2 IS NULL OR n.state = ?2)
                        AND (?3 IS NULL OR n.route = ?3) AND (?4 IS NULL OR n.owner = ?4) ORDER BY n.id DESC LIMIT ?5
                    """, arguments: [before, filter.state?.rawValue, filter.route?.rawValue, filter.owner, limit + 1]
            ).map(Self.need)
            return Page(rows, limit: limit) { PageCursor(parts: String($0.id)) }
        }
    }

    /// All that is kept, the first first, for the matcher to find like ones.
    package func needTexts() throws(StoreError) -> [(id: Int64, text: String)] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT id, name || ' ' || text FROM needs ORDER BY id").map { row in
                (id: try row[0] as Int64, text: try row[1] as String)
            }
        }
    }

    /// Grows with every save.
    package var needsVersion: Int {
        get throws(StoreError) {
            try read { try Int.fetchOne($0, sql: "SELECT coalesce(sum(version), 0) FROM needs") ?? 0 }
        }
    }

    private static func columns(_ need: KeptNeed) -> StatementArguments {
        [
            need.name.withoutPersonalNumbers, need.text.withoutPersonalNumbers, need.found?.withoutPersonalNumbers,
            need.dossier, need.route?.rawValue, need.routeReason?.withoutPersonalNumbers,
            Columns.list(need.participants.map { $0.withoutPersonalNumbers.replacing("\u{1F}", with: " ") }),
            need.owner?.withoutPersonalNumbers,
            need.state.rawValue,
        ]
    }

    private static func need(_ id: Int64, in database: Database) throws -> StoredNeed? {
        try Row.fetchOne(database, sql: "\(needSelection) WHERE n.id = ?", arguments: [id]).map(need)
    }

    private static let needSelection = """
        SELECT n.id, n.version, n.name, n.text, n.found, n.dossier, n.route, n.route_reason, n.participants, n.owner,
            n.state, n.user, n.at, n.changed_by, n.changed,
            (SELECT o.text FROM need_outcomes o WHERE o.need = n.id ORDER BY o.id DESC LIMIT 1)
        FROM needs n
        """

    private static func need(_ row: Row) throws -> StoredNeed {
        guard let state = NeedState(rawValue: try row[10]) else { throw DamagedRow("a need is in an unknown state") }
        let route = try (row[6] as String?).map { text in
            guard let route = NeedRoute(rawValue: text) else { throw DamagedRow("a need goes an unknown route") }
            return route
        }
        let version: Int = try row[1]
        guard (1..<1 << 53).contains(version) else { throw DamagedRow("a need has an impossible version") }
        return try StoredNeed(
            id: row[0], version: version,
            need: KeptNeed(
                name: row.shown(2), text: row.shown(3), found: row.shownIfAny(4), dossier: row[5], route: route,
                routeReason: row.shownIfAny(7), participants: Columns.list(row.shown(8)), owner: row.shownIfAny(9),
                state: state),
            lastOutcome: row.shownIfAny(15), by: row[11], at: Date(stored: row[12]), changedBy: row[13],
            changed: Date(stored: row[14]))
    }
}
