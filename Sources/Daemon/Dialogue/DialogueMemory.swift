import API
import Dialogue
import Matching
import Procurement
import Store

/// What the office remembers of earlier events, and of the one that is being planned.
struct DialogueMemory: Sendable {
    /// The event that is being planned, where it is kept.
    let event: DialogueEvent?
    /// Who registered for it and didn't withdraw, in order of arrival.
    let registered: [Guest]
    /// How often each supplier was invited to other events.
    let timesInvited: [SupplierID: Int]

    /// - Parameter event: the number of the event that is being planned.
    init(event number: Int?, in store: Store) throws {
        let id = number.map { Int64($0) }
        timesInvited = try store.participation(besides: id).mapValues(\.invited).filter { $0.value > 0 }
        guard let number, let id else {
            event = nil
            registered = []
            return
        }
        guard let found = try store.event(id) else {
            throw NotFound(parameter: "event", id: "\(number)", hint: "events.list gives those that there are")
        }
        event = found.event.event
        registered = found.guests.filter { guest in
            switch guest.registration?.standing {
            case .placed, .waiting: true
            case .withdrawn, nil: false
            }
        }.sorted { ($0.registration?.arrival ?? 0, $0.id) < ($1.registration?.arrival ?? 0, $1.id) }
    }

    /// Who sat in the councils that are kept as events, the latest first.
    static func councils(in store: Store) throws -> [EarlierCouncil] {
        try store.lineups(.council).map { event, suppliers in
            EarlierCouncil(name: event.event.name, members: suppliers.map { MemberID($0.rawValue) })
        }
    }
}

extension Guest {
    /// The company as the data know it; by its own words where they don't.
    func company(in market: Market) -> Company {
        if let supplier, let profile = market.snapshot.profile(of: supplier) { return Company(profile) }
        return Company(
            id: supplier ?? SupplierID("guest-\(id)"), name: name, size: size, isNewcomer: true)
    }
}
