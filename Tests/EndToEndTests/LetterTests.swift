import API
import Procurement
import TestSupport
import Testing
import Transport

@Suite struct LetterTests {
    @Test func aCompanyThatAsksGetsAnAnswerForAListAndForAPlan() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        func letter(_ arguments: [String]) throws -> ProgramRun {
            try ProgramRun("torg", ["--socket", daemon.socket, "letter"] + arguments)
        }
        let list = try await client.call(
            MatchCategory.self, .init(category: .configured("it"), options: MatchOptions(limit: 60)))
        let last = try #require(list.matches.last { !$0.supplier.newcomer })
        let run = try letter([last.supplier.id, "--category", "it", "--limit", "5", "--language", "sv"])
        #expect(run.code == 0 && run.output.hasPrefix("Till \(last.supplier.name)\n"), "\(run)")
        #expect(run.output.contains("Ni är nummer \(last.rank) av \(list.considered) jämförda"))
        #expect(run.output.contains("Vad som skulle ändra det"))
        // Who isn't on the one list may be on the other.
        let new = try #require(
            list.newcomers?.first { found in !list.matches.prefix(5).contains { $0.supplier.id == found.supplier.id } })
        let apart = try letter([new.supplier.id, "--category", "it", "--limit", "5", "--language", "sv"])
        #expect(apart.output.contains("utan kända vinster") && apart.output.contains("ni är med på listan"), "\(apart)")

        let plan = try await client.call(
            CouncilCompose.self, .init(needs: [.category(.configured("it"))], seats: CouncilSeats(suppliers: 2)))
        let dossier = try #require(plan.dossier).id
        let asked = [last.supplier.id, "--plan", dossier, "--language", "en", "--contact", "inkop@ekby.example"]
        let council = try letter(asked)
        #expect(council.code == 0 && council.output.contains("You have none of the 2 seats"), "\(council)")
        #expect(council.output.contains("write to inkop@ekby.example"))
        let meeting = try await client.call(MeetingPlan.self, .init(capacity: 3))
        let told = try letter([last.supplier.id, "--plan", try #require(meeting.dossier).id, "--language", "sv"])
        #expect(told.code == 0 && told.output.contains("öppen för alla: ni är välkomna att anmäla er"), "\(told)")

        #expect(try letter(["SE0", "--category", "it"]).code == 1)
        #expect(try letter([last.supplier.id]).code == 64)
    }
}
