import Foundation
import GRDB
import PersonalNumbers
import Procurement

extension Store {
    /// Notes that companies were invited. One that was already stays as it was.
    ///
    /// - Parameter reason: why these in particular; personal numbers are taken out.
    /// - Returns: the guests, in the order given, and how many of them were invited before; `nil` where there is no
    ///   such event.
    package func invite(
        _ companies: [GuestCompany], to event: Int64, reason: String? = nil, by user: String
    ) throws(StoreError) -> (guests: [Guest], before: Int)? {
        try invite(companies.map { ($0, reason) }, to: event, by: user)
    }

    /// The same with a reason for each.
    package func invite(
        _ companies: [(company: GuestCompany, reason: String?)], to event: Int64, by user: String
    ) throws(StoreError) -> (guests: [Guest], before: Int)? {
        let at = timestamp
        return try write { database in
            guard let stored = try Self.event(event, in: database) else { return nil }
            let rows = GuestRows(database: database, event: event)
            let ids = try companies.map { try rows.guest($0.company) }
            var new = 0
            for (id, reason) in zip(ids, companies.map(\.reason)) {
                try database.execute(
                    sql: "INSERT INTO invitations (guest, reason, user, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    arguments: [id, reason.map { NumberInName.split($0).rest }, user, at])
                new += database.changesCount
            }
            return (try Self.guests(ids, rows, stored), ids.count - new)
        }
    }

    /// Registers a company, after all who came before. Nobody is turned away: beyond the places it waits. One that is
    /// registered already keeps its place; its wishes are what it says now.
    ///
    /// - Parameters:
    ///   - wishes: personal numbers are taken out.
    ///   - newADay: for a user who may register what isn't registered and no more: how many a day. What is registered
    ///     stays as it is. `nil` for one who may change it.
    /// - Returns: `nil` where there is no such event.
    /// - Throws: `tooManyRegistrations`.
    package func register(
        _ company: GuestCompany, for event: Int64, wishes: [String] = [], by user: String, newADay: Int? = nil
    ) throws(StoreError) -> Guest? {
        let at = timestamp
        return try write { database in
            guard let stored = try Self.event(event, in: database) else { return nil }
            let rows = GuestRows(database: database, event: event)
            let id = try rows.guest(company)
            if let newADay {
                if try rows.isRegistered(id) { return try Self.guests([id], rows, stored).first }
                guard try rows.registrations(by: user, since: String(at.prefix(10))) < newADay else {
                    throw StoreError.tooManyRegistrations(aDay: newADay)
                }
            }
            let wishes = Columns.list(wishes.map { NumberInName.split($0).rest.withoutPersonalNumbers })
            try database.execute(
                sql: "UPDATE registrations SET wishes = ? WHERE guest = ? AND withdrawn IS NULL",
                arguments: [wishes, id])
            if database.changesCount == 0 {
                try database.execute(
                    sql: "INSERT INTO registrations (guest, wishes, user, at) VALUES (?, ?, ?, ?)",
                    arguments: [id, wishes, user, at])
            }
            return try Self.guests([id], rows, stored).first
        }
    }

    /// Takes a registration back; those who wait move up. Registering again is to come last.
    ///
    /// - Returns: the guest, and those who got a place by it; `nil` where there is no such event or guest, or where it has
    ///   no registration.
    package func withdraw(_ guest: Int64, from event: Int64) throws(StoreError) -> (guest: Guest, movedUp: [Guest])? {
        let at = timestamp
        return try write { database in
            let rows = GuestRows(database: database, event: event)
            guard let stored = try Self.event(event, in: database), try rows.has(guest) else { return nil }
            let capacity = stored.event.capacity
            let waited = try Set(rows.all(capacity: capacity).filter { $0.isWaiting }.map(\.id))
            try database.execute(
                sql: "UPDATE registrations SET withdrawn = ? WHERE guest = ? AND withdrawn IS NULL",
                arguments: [at, guest])
            guard database.changesCount > 0 else { return nil }
            let all = try rows.all(capacity: capacity)
            guard let left = all.first(where: { $0.id == guest }) else { return nil }
            return (left, all.filter { waited.contains($0.id) && $0.id != guest && !$0.isWaiting })
        }
    }

    /// Notes whether a guest came; a later note stands in the place of an earlier.
    ///
    /// - Returns: `nil` where there is no such event or guest.
    package func attend(
        _ guest: Int64, at event: Int64, attended: Bool, by user: String
    ) throws(StoreError) -> Guest? {
        let at = timestamp
        return try write { database in
            let rows = GuestRows(database: database, event: event)
            guard let stored = try Self.event(event, in: database), try rows.has(guest) else { return nil }
            try database.execute(
                sql: """
                    INSERT INTO attendance (guest, attended, user, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (guest) DO UPDATE SET attended = excluded.attended, user = excluded.user, at = excluded.at
                    """, arguments: [guest, attended, user, at])
            return try Self.guests([guest], rows, stored).first
        }
    }

    /// Keeps something that came of an event. Nothing is written over.
    ///
    /// - Parameters:
    ///   - guest: the company that it is about; `nil` for the event as a whole.
    ///   - text: personal numbers are taken out.
    /// - Returns: `nil` where there is no such event or guest.
    package func addOutcome(
        _ text: String, of event: Int64, guest: Int64? = nil, by user: String
    ) throws(StoreError) -> EventOutcome? {
        let at = timestamp
        return try write { database in
            let rows = GuestRows(database: database, event: event)
            guard try Self.event(event, in: database) != nil, try guest.map(rows.has) ?? true else { return nil }
            let text = NumberInName.split(text).rest
            try database.execute(
                sql: "INSERT INTO outcomes (event, guest, text, user, at) VALUES (?, ?, ?, ?, ?)",
                arguments: [event, guest, text, user, at])
            return EventOutcome(
                id: database.lastInsertedRowID, guest: guest, text: text, by: user, at: try Date(stored: at))
        }
    }

    private static func guests(_ ids: [Int64], _ rows: GuestRows, _ event: StoredEvent) throws -> [Guest] {
        let all = Dictionary(
            try rows.all(capacity: event.event.capacity).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { all[$0] }
    }
}

extension Guest {
    fileprivate var isWaiting: Bool {
        if case .waiting = registration?.standing { true } else { false }
    }
}
