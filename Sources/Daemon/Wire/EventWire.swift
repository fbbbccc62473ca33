import API
import Foundation
import JSON
import JSONRPC
import PersonalNumbers
import Procurement
import Store

extension EventLine {
    init(_ stored: StoredEvent) {
        let event = stored.event
        self.init(
            id: Int(stored.id), kind: event.kind, name: event.name, date: event.date,
            place: event.place, capacity: event.capacity, dossier: event.dossier, invited: stored.invited,
            registered: stored.registered, waiting: stored.waiting, attended: stored.attended, by: event.by,
            at: Moment(stored.at))
    }
}

extension EventGuest {
    /// With a personal number masked.
    init(_ guest: Guest) {
        self.init(
            guest: Int(guest.id), supplier: guest.supplier?.rawValue, name: guest.name, number: guest.number?.masked,
            size: guest.size, invitation: guest.invitation.map(EventInvitation.init),
            registration: guest.registration.map(EventRegistration.init), attended: guest.attended)
    }
}

extension EventGuest {
    /// What whoever registers a company is told of it. Of a natural person it is what was given alone: a number must not lead
    /// to a name, nor either to what else is known.
    init(_ guest: Guest, registeredAs given: GuestCompany, wishes: [String], by user: String) {
        self.init(guest)
        guard guest.isNaturalPerson else { return }
        supplier = given.supplier?.rawValue
        name = given.shownName ?? given.number?.masked ?? "–"
        number = given.number?.masked
        size = given.size
        invitation = nil
        attended = nil
        registration?.wishes = wishes.map(\.withoutPersonalNumbers)
        // That somebody else registered the person before, and when, is known of the person too.
        if registration?.by != user {
            registration?.by = user
            registration?.at = Moment(Date())
        }
    }
}

extension Guest {
    /// A person's number is a personal number, and its id is opaque (`SupplierIDs`).
    fileprivate var isNaturalPerson: Bool {
        number?.isPersonal == true || supplier?.rawValue.hasPrefix("p-") == true
    }
}

extension EventInvitation {
    init(_ invitation: Guest.Invitation) {
        self.init(reason: invitation.reason, by: invitation.by, at: Moment(invitation.at))
    }
}

extension EventRegistration {
    init(_ registration: Guest.Registration) {
        let (standing, place): (Standing, Int?) =
            switch registration.standing {
            case .placed: (.placed, nil)
            case .waiting(let place): (.waiting, place)
            case .withdrawn: (.withdrawn, nil)
            }
        self.init(
            arrival: registration.arrival, standing: standing, place: place, wishes: registration.wishes,
            by: registration.by, at: Moment(registration.at))
    }
}

extension EventOutcomeLine {
    init(_ outcome: EventOutcome) {
        self.init(
            id: Int(outcome.id), guest: outcome.guest.map { Int($0) }, text: outcome.text, by: outcome.by,
            at: Moment(outcome.at))
    }
}

extension ParticipationCounts {
    init(_ participation: Participation) {
        self.init(
            invited: participation.invited, registered: participation.registered, attended: participation.attended,
            lastInvited: participation.lastInvited)
    }
}

extension GuestCompany {
    /// - Throws: `NotFound` for a supplier that isn't known; -32602 unless a supplier or a name is given, and for a number
    ///   that is none.
    init(_ query: CompanyQuery, at parameter: String, in store: Store) throws {
        let name = query.name.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        guard (query.supplier == nil) != (name == nil) else {
            throw RPCError.invalid(
                parameter: parameter, expected: "one of supplier and name",
                came: query.supplier.map(JSONValue.string) ?? .null)
        }
        if let id = query.supplier, try store.supplier(SupplierID(id), awards: 0) == nil {
            throw NotFound(
                parameter: "supplier", id: id,
                hint: "suppliers.find finds the ids that are known; a company that isn't known is given by its name")
        }
        let number = query.number.map { OrganisationNumber($0) ?? OrganisationNumber($0, country: "SE") }
        if case .some(nil) = number {
            throw RPCError.invalid(
                parameter: "\(parameter).number", expected: "an organisation number, such as 556859-2918",
                came: query.number.map(JSONValue.string) ?? .null)
        }
        self.init(
            supplier: query.supplier.map { SupplierID($0) }, name: name, number: number ?? nil, size: query.size)
    }
}

extension NotFound {
    static func event(_ id: Int) -> NotFound {
        NotFound(parameter: "event", id: "\(id)", hint: "events.list gives those that there are")
    }

    static func guest(_ id: Int) -> NotFound {
        NotFound(parameter: "guest", id: "\(id)", hint: "events.get gives the companies of an event with their numbers")
    }
}
