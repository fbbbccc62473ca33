import Foundation
import GRDB
import Procurement

// None of this bumps the generation: what can be matched stays as it is.

extension Store {
    package func createEvent(_ event: DialogueEvent) throws(StoreError) -> StoredEvent {
        let at = timestamp
        return try write { database in
            try database.execute(
                sql: """
                    INSERT INTO events (kind, name, date, place, capacity, dossier, user, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    event.kind.rawValue, NumberInName.split(event.name).rest, event.date?.description,
                    event.place.map { NumberInName.split($0).rest }, event.capacity, event.dossier, event.by, at,
                ])
            guard let stored = try Self.event(database.lastInsertedRowID, in: database) else {
                throw StoreError.inconsistent(detail: "an event was not kept")
            }
            return stored
        }
    }

    /// The latest noted first.
    ///
    /// - Parameter kind: `nil` for all.
    package func events(
        _ kind: EventKind? = nil, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<StoredEvent> {
        try read { database in
            var before = Int64.max
            if let after {
                guard let id = Int64(try after.parts(1)[0]) else { throw StoreError.invalidCursor(after.text) }
                before = id
            }
            let limit = min(max(limit, 1), 1000)
            let rows = try Row.fetchAll(
                database,
                sql:
                    "\(Self.eventSelection) WHERE e.id < ?1 AND (?2 IS NULL OR e.kind = ?2) ORDER BY e.id DESC LIMIT ?3",
                arguments: [before, kind?.rawValue, limit + 1]
            ).map(Self.event)
            return Page(rows, limit: limit) { PageCursor(parts: String($0.id)) }
        }
    }

    /// One event with its guests and outcomes; `nil` where there is none of this number.
    package func event(
        _ id: Int64
    ) throws(StoreError) -> (event: StoredEvent, guests: [Guest], outcomes: [EventOutcome])? {
        try read { database in
            guard let stored = try Self.event(id, in: database) else { return nil }
            let outcomes = try Row.fetchAll(
                database, sql: "SELECT id, guest, text, user, at FROM outcomes WHERE event = ? ORDER BY id",
                arguments: [id]
            ).map { row in
                try EventOutcome(
                    id: row[0], guest: row[1], text: row.shown(2), by: row[3],
                    at: Date(stored: row[4]))
            }
            return (
                stored, try GuestRows(database: database, event: id).all(capacity: stored.event.capacity), outcomes
            )
        }
    }

    /// The number of the event noted last that names a dossier; `nil` where none does.
    package func latestEvent(of dossier: String) throws(StoreError) -> Int64? {
        try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM events WHERE dossier = ?", arguments: [dossier]) }
    }

    static func event(_ id: Int64, in database: Database) throws -> StoredEvent? {
        try Row.fetchOne(database, sql: "\(eventSelection) WHERE e.id = ?", arguments: [id]).map(event)
    }

    static let eventSelection = """
        SELECT e.id, e.kind, e.name, e.date, e.place, e.capacity, e.dossier, e.user, e.at,
            (SELECT COUNT(*) FROM guests g JOIN invitations i ON i.guest = g.id WHERE g.event = e.id),
            (SELECT COUNT(*) FROM guests g JOIN registrations r ON r.guest = g.id
                WHERE g.event = e.id AND r.withdrawn IS NULL),
            (SELECT COUNT(*) FROM guests g JOIN attendance a ON a.guest = g.id WHERE g.event = e.id AND a.attended)
        FROM events e
        """

    static func event(_ row: Row) throws -> StoredEvent {
        guard let kind = EventKind(rawValue: try row[1]) else {
            throw DamagedRow("an event is of an unknown kind")
        }
        let capacity: Int? = try row[5]
        if let capacity, !(0...1_000_000_000).contains(capacity) {
            throw DamagedRow("an event has an impossible number of places")
        }
        return try StoredEvent(
            id: row[0],
            event: DialogueEvent(
                kind: kind, name: row.shown(2),
                date: (row[3] as String?).flatMap { CalendarDate($0) },
                place: row.shownIfAny(4),
                capacity: capacity, dossier: row[6], by: row[7]),
            at: Date(stored: row[8]), invited: row[9], registered: row[10], attended: row[11])
    }
}
