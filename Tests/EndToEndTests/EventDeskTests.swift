import API
import Foundation
import Procurement
import TestSupport
import Testing
import Transport

/// What is done around an event: invitations, calendars, the door.
@Suite struct EventDeskTests {
    @Test func invitationsCalendarsAndTheDoor() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let folder = try TemporaryFolder()
        func run(_ arguments: [String]) throws -> ProgramRun {
            try ProgramRun("torg", ["--socket", daemon.socket] + arguments + ["--language", "sv"])
        }
        let plan = try await client.call(
            MeetingPlan.self,
            .init(
                capacity: 20, categories: [CategoryAtMeeting(category: .configured("it"), floor: 2)],
                slots: .regular(RegularProgramme(starts: "09:00", count: 4, minutes: 25))))
        let event = try await client.call(
            EventsCreate.self,
            .init(
                kind: .meeting, name: "Leverantörsträff", date: CalendarDate("2026-03-12"),
                place: "Ekby stadshus",
                dossier: try #require(plan.dossier).id)
        ).event
        let invited = plan.outreach.prefix(5).map { CompanyQuery(supplier: $0.supplier.id) }
        _ = try await client.call(
            EventsInvite.self, .init(event: event.id, companies: invited, reason: "Ny för oss"))
        _ = try await client.call(EventsRegister.self, .init(event: event.id, company: invited[0]))

        let xlsx = folder.file("inbjudan.xlsx")
        #expect(
            try run(["event", "invitations", "\(event.id)", "--xlsx", xlsx]).output.contains(
                "Inbjudningar: 5"))
        let csv = try run([
            "event", "invitations", "\(event.id)", "--csv", "-", "--contact", "inkop@ekby.example",
        ])
        #expect(
            csv.output.contains("Frågor: inkop@ekby.example")
                && csv.output.contains("Till \(plan.outreach[0].supplier.name)"))
        let texts = try run(["event", "invitations", "\(event.id)", "--texts"])
        #expect(texts.output.contains("därför att: Ny för oss"))
        let portal = try run(["event", "invitations", "\(event.id)", "--portal"])
        #expect(portal.code == 0 && portal.output.hasPrefix("Inbjudan: "))

        let door = try run(["event", "door", "\(event.id)"])
        #expect(
            door.output.contains("[ ]") && door.output.contains(plan.outreach[0].supplier.name.prefix(20))
        )

        let equal = try run(["event", "equal", "\(event.id)"])
        #expect(equal.code == 0 && equal.output.contains("Likabehandling: Leverantörsträff"), "\(equal)")
        #expect(equal.output.contains(plan.outreach[0].supplier.name.prefix(20)))

        let ics = try run(["event", "ics", "\(event.id)", "--starts", "13:00", "--ends", "16:00"])
        #expect(ics.output.contains("DTSTART;TZID=Europe/Stockholm:20260312T130000\r\n"))
        let whole = try run(["event", "ics", "\(event.id)", folder.file("a.ics")])
        #expect(whole.code == 0)
        #expect(
            try String(contentsOfFile: folder.file("a.ics"), encoding: .utf8).contains(
                "DTSTART;VALUE=DATE:20260312"))
        let talks = try run([
            "plan", "timetable", "--host", "it", "--slots", "4", "--event", "\(event.id)", "--ics",
            folder.file("b.ics"),
        ])
        #expect(talks.code == 0 && talks.output.contains("b.ics (1 poster)"), "\(talks)")
        #expect(
            try String(contentsOfFile: folder.file("b.ics"), encoding: .utf8).contains(
                "LOCATION:Ekby stadshus\\, Bord 1"))
    }

    @Test func whatIsMissingIsTold() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let event = try await client.call(EventsCreate.self, .init(kind: .meeting, name: "Utan dag"))
            .event
        func run(_ arguments: [String]) throws -> ProgramRun {
            try ProgramRun("torg", ["--socket", daemon.socket, "event"] + arguments)
        }
        let day = try run(["ics", "\(event.id)"])
        #expect(day.code == 64 && day.errors.contains("has no day"))
        #expect(try run(["invitations", "\(event.id)"]).code == 1)
        let portal = try run(["invitations", "\(event.id)", "--portal"])
        #expect(portal.code == 1 && portal.errors.contains("torg plan meeting"))
        #expect(try run(["door", "\(event.id)"]).code == 1)
        #expect(try run(["ics", "\(event.id)", "--starts", "9:00"]).code == 64)
    }
}
