import API
import Dialogue
import Foundation
import Logging
import Matching
import Procurement
import TestSupport
import Testing
import Transport

@testable import Daemon
@testable import Store

/// A store with what some firms of two trades won, a market made of it, and what handlers need.
struct DeskGround {
    let store: Store
    let market = CurrentMarket()
    let keeper: DossierKeeper
    let peer = Peer(pid: 1, uid: getuid(), gid: getgid())

    // Firms 1 to 6 won 72200000, firms 11 to 13 90910000, the first of each most. The buyer of all is Uppsala kommun.

    /// Numbers with a right check digit, from 556000-00nn.
    static func number(_ place: Int) -> String {
        let body = "55600\(1000 + place)"
        var sum = 0
        for (index, character) in body.enumerated() {
            let digit = (Int(String(character)) ?? 0) * (index.isMultiple(of: 2) ? 2 : 1)
            sum += digit / 10 + digit % 10
        }
        return "\(body)\((10 - sum % 10) % 10)"
    }

    static func id(_ place: Int) -> String { "SE\(number(place))" }

    init(office: Configuration.Office = Configuration.Office()) throws {
        store = try Store.inMemory { FakeClock.start }
        var notices: [Notice] = []
        func won(_ place: Int, _ name: String, _ title: String, _ cpv: String, times: Int) {
            for time in 0..<times {
                notices.append(
                    Samples.notice(
                        NoticeID("n\(place)-\(time)"), title: "\(title) \(time + 1)",
                        date: "2023-0\(time % 9 + 1)-02", cpv: [cpv],
                        winners: [
                            Samples.organisation("W", name, number: Self.number(place), size: .small, nuts: "SE121")
                        ]))
            }
        }
        for place in 1...6 {
            won(place, "Kodverket \(place) AB", "Drift av servrar", "72200000", times: 8 - place)
        }
        for place in 11...13 {
            won(place, "Rena Golv \(place) AB", "Städning av skolor", "90910000", times: 15 - place)
        }
        let row = try store.beginImport(paths: ["/feeds"])
        _ = try store.importOutcomes(Samples.outcomes(notices), into: row)
        _ = try store.finishImport(row, files: 1)
        keeper = DossierKeeper(store: store, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) {
            FakeClock.start
        }
        let (facts, generation) = try store.marketFacts()
        let snapshot = try store.indexBuilder().build(facts, generation: generation)
        market.replace(
            with: Market(
                snapshot: snapshot, needs: NeedIndex(facts, in: snapshot),
                categories: [
                    Category(
                        id: "it", name: ["sv": "IT-drift", "en": "IT operations"],
                        cpv: ["722*"].compactMap { CPVPattern($0) }, keywords: ["servrar"])
                ], challenges: [], weights: .standard, office: office))
    }

    /// A list of the category IT that is kept.
    func keptList(limit: Int = 6) async throws -> (list: RankedSuppliers, dossier: String) {
        let handler = MatchCategoryHandler(market: market, keeper: keeper, meter: Meter(), store: store)
        let list = try await handler.answer(
            .init(category: .configured("it"), options: API.MatchOptions(limit: Limit(clamping: limit), keep: true)),
            for: peer)
        return (list, try #require(list.dossier).id)
    }

    func event(_ dossier: String?, date: String? = "2023-06-01", name: String = "Träff") throws -> Int {
        Int(
            try store.createEvent(
                DialogueEvent(
                    kind: .meeting, name: name, date: date.flatMap { CalendarDate($0) }, dossier: dossier, by: "anna")
            ).id)
    }
}
