import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// Needs in plain words and category cards, through the real programs.
@Suite(.serialized) struct NeedTests {
    @Test func aNeedIsExploredAndKeptAndNothingIsMadeUpForOneThatIsUnknown() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let found = try await client.call(
            NeedsExplore.self,
            .init(text: "Hur upphandlar vi skolskjuts med Microsoft i bussarna?", language: .sv, keep: true))
        #expect(found.reach == .partly, "nothing in the data has Microsoft")
        #expect(found.categories.first?.category.id == "transport")
        #expect(!found.similar.isEmpty && found.summary.procurements >= found.similar.count)
        #expect(
            found.summary.awarded + found.summary.failed + found.summary.undecided == found.summary.procurements)
        #expect(
            found.summary.tendersStated + found.summary.tendersWithheld + found.summary.tendersMissing
                == found.summary.lots)
        #expect(!found.established.isEmpty && found.established.allSatisfy { !$0.supplier.newcomer })
        #expect(!found.newcomers.isEmpty && found.newcomers.allSatisfy(\.supplier.newcomer))
        #expect(found.names.found.map(\.name) == ["Microsoft"] && found.names.warning != nil)
        #expect(found.missing.contains { $0.topic == .budget })
        #expect(found.dossier != nil)

        // A number is no word of a need, and neither is what stands in its place.
        let named = try await client.call(NeedsExplore.self, .init(text: "811228-9874 skolskjuts"))
        #expect(named.words.map(\.word) == ["skolskjuts"])
        let unknown = try await client.call(NeedsExplore.self, .init(text: "xyzzy"))
        #expect(unknown.reach == .nothing && unknown.because.contains("xyzzy"))
        #expect(unknown.similar.isEmpty && unknown.established.isEmpty && unknown.newcomers.isEmpty)
        #expect(unknown.dossier == nil)

        let again: JSONValue = ["text": "skolskjuts"]
        let first = JSONText(try await client.call("needs.explore", parameters: again))
        #expect(JSONText(try await client.call("needs.explore", parameters: again)) == first)
        for text in ["", "  12 ", String(repeating: "å ", count: 10_001)] {
            await #expect(throws: RPCClientError.self) {
                _ = try await client.call(NeedsExplore.self, .init(text: text))
            }
        }
        let shown = try ProgramRun("torg", ["--socket", daemon.socket, "need", "--language", "sv", "skolskjuts"])
        #expect(shown.code == 0 && shown.output.contains("Hur andra har gjort"), "\(shown.errors)")
        #expect(try ProgramRun("torg", ["--socket", daemon.socket, "need", "xyzzy"]).code == 1)
    }

    @Test func aCardAddsUp() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let card = try await client.call(
            CategoriesCard.self, .init(category: "it", limit: 1000, asOf: CalendarDate("2025-06-30"), keep: true))
        #expect(card.procurements > 0 && card.asOf == CalendarDate("2025-06-30") && card.dossier != nil)
        #expect(card.suppliers.count == card.supplierCount)
        #expect(card.byWins?.suppliers == card.supplierCount)
        let competition = card.competition
        #expect(
            competition.tendersStated + competition.tendersWithheld + competition.tendersMissing == competition.lots)
        #expect(competition.singleTender <= competition.tendersStated)
        #expect(card.years.reduce(0) { $0 + $1.newcomers } == card.supplierCount)
        #expect(try await client.call(CategoriesCard.self, .init(category: "it")).asOf > CalendarDate("2026-01-01")!)
        await #expect(throws: RPCClientError.self) {
            _ = try await client.call(CategoriesCard.self, .init(category: "it", monthsAhead: 121))
        }
        let list = try ProgramRun("torg", ["--socket", daemon.socket, "categories"])
        #expect(list.code == 0 && list.output.contains("livsmedel"))
        let shown = try ProgramRun("torg", ["--socket", daemon.socket, "categories", "card", "it", "--language", "en"])
        #expect(shown.code == 0 && shown.output.contains("To come"), "\(shown.errors)")
    }
}
