import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct EventTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory { FakeClock.start }
        try store.take(
            Samples.notice(
                "n1",
                winners: [
                    Samples.organisation("A", "Kodverket AB", number: "5568592918", size: .small),
                    Samples.organisation("B", "Träffen HB"),
                ]))
    }

    private func event(_ kind: EventKind = .meeting, capacity: Int? = nil, date: String = "2026-03-12") throws
        -> Int64
    {
        try store.createEvent(
            DialogueEvent(kind: kind, name: "Träff", date: CalendarDate(date), capacity: capacity, by: "anna")
        ).id
    }

    private func register(_ name: String, for event: Int64) throws -> Guest {
        try #require(try store.register(GuestCompany(name: name), for: event, by: "web"))
    }

    private func standings(_ event: Int64) throws -> [String] {
        try #require(try store.event(event)).guests.map { guest in
            switch guest.registration?.standing {
            case .placed: "\(guest.name) placed"
            case .waiting(let place): "\(guest.name) waits \(place)"
            case .withdrawn: "\(guest.name) withdrawn"
            case nil: "\(guest.name) –"
            }
        }
    }

    @Test func whoMayOnlyAddChangesNothingAndAddsSoManyADay() throws {
        let clock = FakeClock()
        let store = try Store.inMemory { clock.now }
        let id = try store.createEvent(DialogueEvent(kind: .meeting, name: "Träff", by: "anna")).id
        func register(_ name: String, wishes: [String] = [], by user: String, newADay: Int? = 2) throws -> Guest? {
            try store.register(
                GuestCompany(name: name), for: id, wishes: wishes, by: user, newADay: newADay)
        }
        let first = try #require(try register("Ett", wishes: ["it"], by: "web"))
        #expect(first.registration?.by == "web" && first.registration?.wishes == ["it"])
        let again = try #require(try register("ETT", wishes: ["bygg"], by: "bo"))
        #expect(again.registration == first.registration, "what is registered stays")
        _ = try register("Två", by: "web")
        #expect(throws: StoreError.tooManyRegistrations(aDay: 2)) { try register("Tre", by: "web") }
        #expect(try store.event(id)?.guests.map(\.name) == ["Ett", "Två"], "nothing is left of who came too late")
        #expect(try register("Ett", by: "web") != nil, "that adds none")
        #expect(try register("Tre", by: "bo")?.registration?.by == "bo", "each has days of its own")
        clock.advance(bySeconds: 86_400)
        #expect(try register("Fyra", by: "web") != nil)
        let changed = try register("Ett", wishes: ["bygg"], by: "anna", newADay: nil)
        #expect(changed?.registration?.wishes == ["bygg"])
    }

    @Test func registersInTheOrderOfArrivalAndMovesUp() throws {
        let id = try event(capacity: 2)
        for name in ["Ett", "Två", "Tre", "Fyra"] { _ = try register(name, for: id) }
        #expect(try standings(id) == ["Ett placed", "Två placed", "Tre waits 1", "Fyra waits 2"])
        let again = try register("ett", for: id)
        #expect(again.registration?.standing == .placed && again.registration?.arrival == 1, "keeps its place")
        let guests = try #require(try store.event(id)).guests
        let (left, moved) = try #require(try store.withdraw(guests[0].id, from: id))
        #expect(left.registration?.standing == .withdrawn(FakeClock.start))
        #expect(moved.map(\.name) == ["Tre"])
        #expect(try standings(id) == ["Ett withdrawn", "Två placed", "Tre placed", "Fyra waits 1"])
        #expect(try store.withdraw(guests[0].id, from: id) == nil, "nothing to withdraw")
        _ = try register("Ett", for: id)
        #expect(try standings(id) == ["Två placed", "Tre placed", "Fyra waits 1", "Ett waits 2"], "last now")
        let stored = try #require(try store.events().items.first)
        #expect(stored.registered == 4 && stored.waiting == 2)
        #expect(try store.generation == 1, "the notice alone counts")
    }

    @Test func oneWhoWaitsAndLeavesMovesNobodyUp() throws {
        let id = try event(capacity: 1)
        for name in ["Ett", "Två", "Tre"] { _ = try register(name, for: id) }
        let waiting = try #require(try store.event(id)).guests[1]
        #expect(try #require(try store.withdraw(waiting.id, from: id)).movedUp.isEmpty)
    }

    @Test func aCompanyIsTheSupplierThatItsIdNumberOrNameSays() throws {
        let id = try event()
        let supplier = try #require(try store.suppliers(named: "Kodverket AB").first).id
        let number = try #require(OrganisationNumber("5568592918"))
        let companies = [
            GuestCompany(supplier: supplier), GuestCompany(name: "Annat namn", number: number),
            GuestCompany(name: "KODVERKET AB"), GuestCompany(name: "Kodverket, org.nr 556859-2918"),
        ]
        let (guests, before) = try #require(try store.invite(companies, to: id, reason: "störst", by: "anna"))
        #expect(Set(guests.map(\.id)).count == 1 && before == 3)
        #expect(guests[0].supplier == supplier && guests[0].size == .small && guests[0].name == "Kodverket AB")
        let unknown = try register("Okänd AB", for: id)
        #expect(unknown.supplier == nil && unknown.id != guests[0].id)
        #expect(
            try store.participation(of: supplier) == Participation(invited: 1, lastInvited: CalendarDate("2026-03-12")))
    }

    @Test func aNameOfSignsOrOfANumberAloneIsACompanyOfItsOwn() throws {
        let id = try event()
        let signs = try [register("!!!", for: id), register("???", for: id)]
        #expect(signs.map(\.name) == ["!!!", "???"] && signs[0].id != signs[1].id)
        #expect(try register("811228-9874", for: id).name == OrganisationNumber.mask)
    }

    @Test func aSupplierThatBecomesKnownLaterIsCounted() throws {
        let id = try event()
        let number = try #require(OrganisationNumber("5560360793"))
        _ = try store.register(GuestCompany(name: "Nystartat AB", number: number), for: id, by: "web")
        let byName = try #require(try store.suppliers(named: "Träffen HB").first).id
        _ = try store.register(GuestCompany(supplier: byName), for: id, by: "web")
        #expect(try store.participation() == [byName: Participation(registered: 1)])
        try store.take(
            Samples.notice(
                "n2",
                winners: [
                    Samples.organisation("A", "Nystartat AB", number: "5560360793"),
                    Samples.organisation("B", "Träffen HB", number: "9697000009"),
                ]))
        let known = try #require(try store.suppliers(named: "Nystartat AB").first).id
        let renamed = try #require(try store.suppliers(named: "Träffen HB").first).id
        #expect(
            try store.participation() == [known: Participation(registered: 1), renamed: Participation(registered: 1)])
        #expect(try store.participation(of: byName).registered == 1)
        _ = try store.register(GuestCompany(supplier: renamed), for: id, by: "web")
        #expect(try #require(try store.event(id)).guests.count == 2, "the same guest under its new id")
    }

    @Test func countsEventsForRotation() throws {
        let supplier = try #require(try store.suppliers(named: "Kodverket AB").first).id
        var last: Int64 = 0
        for (index, date) in ["2025-01-01", "2025-06-01", "2025-03-01"].enumerated() {
            last = try event(date: date)
            _ = try store.invite([GuestCompany(supplier: supplier)], to: last, by: "anna")
            if index > 0 {
                let guest = try #require(try store.register(GuestCompany(supplier: supplier), for: last, by: "web"))
                if index == 1 { _ = try store.withdraw(guest.id, from: last) }
                _ = try store.attend(guest.id, at: last, attended: index == 2, by: "anna")
            }
        }
        #expect(
            try store.participation()[supplier]
                == Participation(invited: 3, registered: 1, attended: 1, lastInvited: CalendarDate("2025-06-01")))
        #expect(
            try store.participation(besides: last)[supplier]
                == Participation(invited: 2, lastInvited: CalendarDate("2025-06-01")))
    }

    @Test func earlierCouncilsAreGivenLatestFirst() throws {
        let supplier = try #require(try store.suppliers(named: "Kodverket AB").first).id
        for date in ["2024-01-01", "2026-01-01", "2025-01-01"] {
            let id = try event(.council, date: date)
            if date != "2025-01-01" { _ = try store.register(GuestCompany(supplier: supplier), for: id, by: "anna") }
        }
        _ = try event(.meeting)
        let found = try store.lineups(.council)
        #expect(found.map(\.event.event.date?.description) == ["2026-01-01", "2025-01-01", "2024-01-01"])
        #expect(found.map(\.suppliers) == [[supplier], [], [supplier]])
        #expect(try store.lineups(.council, besides: found[0].event.id, limit: 1).map(\.suppliers) == [[]])
    }

    @Test func whatCameOfItIsKeptWithoutPersonalNumbers() throws {
        let id = try event()
        let guest = try register("Eva Ek 640823-3234", for: id)
        #expect(guest.name == "Eva Ek" && guest.number?.isPersonal == true)
        #expect(try store.addOutcome("Ring 640823-3234", of: id, guest: guest.id, by: "anna") != nil)
        #expect(try store.addOutcome("Bra möte", of: id, by: "anna") != nil)
        #expect(try store.addOutcome("x", of: id, guest: 99, by: "anna") == nil)
        #expect(try store.addOutcome("x", of: 99, by: "anna") == nil)
        let outcomes = try #require(try store.event(id)).outcomes
        #expect(outcomes.map(\.guest) == [guest.id, nil] && !outcomes[0].text.contains("640823"))
        let other = try event()
        #expect(try store.attend(guest.id, at: other, attended: true, by: "anna") == nil, "no guest of that event")
        #expect(try store.register(GuestCompany(name: "x"), for: 99, by: "web") == nil)
    }
}
