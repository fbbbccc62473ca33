import Containers
import Procurement
import Testing

@Suite struct TenderingTests {
    private static func tenderer(_ number: Int, _ name: String? = nil) -> Tenderer {
        Tenderer(name: name ?? "Firma \(number) AB", number: "SE49990\(number)")
    }

    private static func tendering(
        _ edition: Int, contracted: [Int]? = nil, uncontracted: [Int]? = nil, unnamed: Int = 0,
        title: String = "Städning"
    ) -> Tendering {
        var lot = TenderedLot(id: "L1", outline: .init(edition: edition))
        lot.contracted = contracted.map { TenderSet(edition: edition, tenderers: $0.map { tenderer($0) }) }
        lot.uncontracted = uncontracted.map {
            TenderSet(edition: edition, tenderers: $0.map { tenderer($0) }, unnamed: unnamed)
        }
        return Tendering(procurement: "P", outline: .init(edition: edition, title: title), lots: [lot])
    }

    private static func numbers(_ tenderers: [Tenderer]?) -> [String] { (tenderers ?? []).compactMap(\.number) }

    // MARK: Editions

    @Test func aLaterEditionSupersedesALotWhole() {
        var known = Self.tendering(2024, contracted: [1, 2])
        known.merge(Self.tendering(2025, contracted: [3], title: "Städning av skolor"))
        #expect(Self.numbers(known.lots[0].contracted?.tenderers) == ["SE499903"])
        #expect(known.outline.title == "Städning av skolor")
        known.merge(Self.tendering(2023, contracted: [4]))
        #expect(Self.numbers(known.lots[0].contracted?.tenderers) == ["SE499903"])
    }

    @Test func whoLostIsKeptWhereALaterEditionTellsOnlyWhoWon() {
        var known = Self.tendering(2024, contracted: [1], uncontracted: [2, 3], unnamed: 1)
        known.merge(Self.tendering(2025, contracted: [1]))
        #expect(Self.numbers(known.lots[0].losers) == ["SE499902", "SE499903"])
        #expect(known.lots[0].tendererCount == 4)
        // Who lost and wins in the correction has not lost.
        known.merge(Self.tendering(2026, contracted: [2]))
        #expect(Self.numbers(known.lots[0].losers) == ["SE499903"])
    }

    @Test func oneEditionsFilesArePutTogether() {
        var known = Self.tendering(2024, contracted: [1])
        known.merge(Self.tendering(2024, contracted: [2], uncontracted: [3]))
        #expect(Self.numbers(known.lots[0].contracted?.tenderers) == ["SE499901", "SE499902"])
        #expect(Self.numbers(known.lots[0].losers) == ["SE499903"])
    }

    // MARK: Order

    private static func any(_ chance: inout SplitMix64) -> Tendering {
        let edition = 2022 + Int.random(in: 0...2, using: &chance)
        var tendering = Tendering(
            procurement: "P",
            outline: .init(edition: edition, title: "Titel \(Int.random(in: 0...1, using: &chance))"))
        for lot in 1...3 where Bool.random(using: &chance) {
            var told = TenderedLot(id: "L\(lot)", outline: .init(edition: edition))
            told.outline.isAppealed = [nil, true, false].randomElement(using: &chance) ?? nil
            told.contracted = Bool.random(using: &chance) ? set(edition, &chance) : nil
            told.uncontracted = Bool.random(using: &chance) ? set(edition, &chance) : nil
            tendering.lots.append(told)
        }
        return tendering
    }

    private static func set(_ edition: Int, _ chance: inout SplitMix64) -> TenderSet {
        let tenderers = (1...4).filter { _ in Bool.random(using: &chance) }.map {
            tenderer($0, "Namn \(Int.random(in: 0...1, using: &chance))")
        }
        return TenderSet(edition: edition, tenderers: tenderers, unnamed: Int.random(in: 0...2, using: &chance))
    }

    private static func merged(_ parts: some Sequence<Tendering>) -> Tendering {
        var merged: Tendering?
        for part in parts { if merged == nil { merged = part } else { merged?.merge(part) } }
        return merged ?? Tendering(procurement: "P", outline: .init(edition: 0, title: ""))
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func theOrderOfFilesDoesNotMatterNorReadingOneTwice(seed: UInt64) {
        var chance = SplitMix64(seed: seed &* 77 &+ 5)
        let parts = (0..<6).map { _ in Self.any(&chance) }
        let whole = Self.merged(parts)
        for _ in 0..<8 {
            #expect(Self.merged((parts + parts.prefix(3)).shuffled(using: &chance)) == whole)
        }
        // However they are put together beforehand.
        let halves = [Self.merged(parts.prefix(3)), Self.merged(parts.dropFirst(3))]
        #expect(Self.merged(halves) == whole)
        #expect(whole.lots.map(\.id) == whole.lots.map(\.id).sorted())
    }

    // MARK: As a notice

    @Test func aNoticeHasAnAwardForEachContractAndNamesNoLoser() {
        let notice = Self.tendering(2024, contracted: [1, 2], uncontracted: [2, 3], unnamed: 1).notice
        #expect(notice.id == "uhm-P" && notice.purpose == .result && notice.source.dialect == .statistics)
        #expect(notice.awards.map(\.winners) == [["SE499901"], ["SE499902"]])
        #expect(notice.awards.allSatisfy { $0.tendersReceived == .stated(4) })
        #expect(notice.organisations.map(\.nationalIDs) == [["SE499901"], ["SE499902"]])
    }

    @Test func nobodyWithheldAndUntoldAreThreeThings() {
        func outcome(_ tendering: Tendering) -> Award.Outcome? { tendering.notice.awards.first?.outcome }
        #expect(outcome(Self.tendering(2024, contracted: [], uncontracted: [1])) == .noWinner(reason: nil))
        #expect(outcome(Self.tendering(2024)) == .unstated)
        var person = Self.tendering(2024, contracted: [], uncontracted: [1])
        person.lots[0].contracted?.unnamed = 1
        #expect(outcome(person) == .awarded(winnersWithheld: true))
    }

    /// A number of the statistics' own may be another portal's of another procurement.
    @Test func onlyNumbersThatAreSharedTieItToOtherNotices() {
        var tendering = Self.tendering(2024)
        #expect(tendering.notice.procedureID == nil && tendering.notice.publicationNumber == nil)
        tendering.procurement = "123456-2024"
        #expect(tendering.notice.publicationNumber == "123456-2024")
        tendering.procurement = "87B797DC-DA18-4C63-811F-ECA09C4F2DBC"
        #expect(tendering.notice.procedureID == "87b797dc-da18-4c63-811f-eca09c4f2dbc")
    }
}
