import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// The memory of the dialogue, through the real programs.
@Suite(.serialized) struct EventTests {
    @Test func anEventIsRememberedFromInvitationToOutcome() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let suppliers = try await client.call(SuppliersFind.self, .init(limit: 2)).suppliers
        let status = try await client.call(ServerStatus.self, .init())

        func torg(_ arguments: String...) throws -> ProgramRun {
            try ProgramRun("torg", ["--socket", daemon.socket] + arguments)
        }
        let created = try torg(
            "event", "create", "Leverantörsträff", "--date", "2026-03-12", "--capacity", "1", "--language", "sv")
        #expect(created.output == "Händelse 1: Leverantörsträff\n", "\(created.errors)")
        let invited = try torg(
            "event", "invite", "1", suppliers[0].id, suppliers[1].id, suppliers[0].id, "--language", "en")
        #expect(invited.output == "2 invited, 1 already were.\n", "\(invited.errors)")
        _ = try torg("event", "register", "1", "--supplier", suppliers[0].id)
        let waits = try torg("event", "register", "1", "Eva Ek 811228-9874", "--wish", "it", "--language", "sv")
        #expect(waits.output.contains("Eva Ek, väntar, nr 1"), "\(waits.output)\(waits.errors)")

        let before = try await client.call(EventsGet.self, .init(event: 1))
        #expect(before.event.registered == 2 && before.event.waiting == 1 && before.event.invited == 2)
        let waiting = try #require(before.guests.first { $0.registration?.standing == .waiting })
        #expect(waiting.number == "XXXXXX-XXXX" && waiting.supplier == nil && waiting.registration?.wishes == ["it"])
        let first = try #require(before.guests.first { $0.supplier == suppliers[0].id })
        let withdrawn = try torg("event", "withdraw", "1", "\(first.guest)", "--language", "sv")
        #expect(withdrawn.output.contains("Eva Ek har fått plats"), "\(withdrawn.output)")
        #expect(try torg("event", "attend", "1", "\(waiting.guest)").code == 0)
        #expect(try torg("event", "outcome", "1", "Ring 811228-9874 om avtal", "--guest", "\(waiting.guest)").code == 0)

        let shown = try torg("event", "get", "1", "--language", "sv")
        #expect(shown.output.contains("återtaget") && shown.output.contains("Ring"))
        #expect(!shown.output.contains("811228"))
        #expect(!"\(try await client.call("events.get", parameters: ["event": 1]))".contains("9874"))
        let one = try await client.call(SuppliersGet.self, .init(id: suppliers[0].id)).supplier
        #expect(
            one.dialogue
                == ParticipationCounts(invited: 1, registered: 0, attended: 0, lastInvited: CalendarDate("2026-03-12")))
        #expect(try await client.call(ServerStatus.self, .init()).generation == status.generation)

        let unknown = try torg("event", "register", "9", "Någon AB")
        #expect(unknown.code == 1 && unknown.errors.contains("events.list"))
        let wrong = try torg("event", "register", "1", "Någon AB", "--number", "123")
        #expect(wrong.code == 64 && wrong.errors.contains("organisation number"))
    }
    /// Whoever knows a number doesn't learn by it who that is, nor what else is known.
    @Test func registeringTellsNothingOfANaturalPerson() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let register = daemon.folder + "/r.csv"
        try "name,id,size\nXanthippa Qvarnsten,811228-9874,micro\n".write(
            toFile: register, atomically: true, encoding: .utf8)
        _ = try await client.call(SuppliersImport.self, .init(path: register), timeout: nil)
        let person = try #require(try await client.call(SuppliersFind.self, .init(limit: 1)).suppliers.first)
        let event = try await client.call(EventsCreate.self, .init(kind: .talks, name: "Samtal")).event.id
        _ = try await client.call(
            EventsInvite.self, .init(event: event, companies: [.init(supplier: person.id)], reason: "Känd sedan förr"))
        for company in [CompanyQuery(name: "Någon", number: "811228-9874"), CompanyQuery(name: "811228–9874")] {
            let answer = try await client.call(
                EventsRegister.self, .init(event: event, company: company, wishes: ["it"]))
            #expect(answer.guest.name == (company.number == nil ? "–" : "Någon"))
            #expect(answer.guest.supplier == nil && answer.guest.size == nil && answer.guest.invitation == nil)
            #expect(
                !"\(answer)".contains("Qvarnsten") && !"\(answer)".contains("9874") && !"\(answer)".contains("förr"))
        }
        let guests = try await client.call(EventsGet.self, .init(event: event)).guests
        #expect(guests.map(\.supplier) == [person.id], "it is the same company all the same")
    }
}
