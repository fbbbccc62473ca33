import Containers
import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

/// What the store holds depends on what it was given, never on the order.
@Suite struct OrderIndependenceTests {
    /// Names that share stems, forms, numbers and countries in every way that could confuse.
    private static func winner(_ generator: inout SplitMix64) -> Organisation {
        let stem = ["Solita", "Br. Ström", "Ahlsell Sverige", "Å-Data"].randomElement(using: &generator)!
        let form = ["", " AB", " Aktiebolag (publ)", " Oy", " HB"].randomElement(using: &generator)!
        let number = [
            nil, nil, nil, "5568592918", "556859-2918", "5164049768", "FI 2856298-8", "6408233234",
        ].randomElement(using: &generator)!
        let country = [nil, "SE", "SE", "FI"].randomElement(using: &generator)!
        return Samples.organisation(
            OrganisationID("ORG-\(Int.random(in: 1...99, using: &generator))"), stem + form, number: number,
            country: country, isNaturalPerson: [nil, nil, nil, true].randomElement(using: &generator)!,
            size: [nil, .small, .large].randomElement(using: &generator)!,
            nuts: [nil, "SE121", "SE110"].randomElement(using: &generator)!)
    }

    private static func corpus(seed: UInt64, count: Int) -> [Notice] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let id = Int.random(in: 1...(count / 2), using: &generator)
            let winners = (0..<Int.random(in: 0...3, using: &generator)).map { _ in winner(&generator) }
            let changed = Int.random(in: 1...(count / 2), using: &generator)
            let names = [NoticeID("n\(changed)"), NoticeID("\(changed)-2023"), NoticeID("00\(changed)-2023")]
            let changes = Int.random(in: 0..<4, using: &generator) == 0 ? names.randomElement(using: &generator) : nil
            var notice = Samples.notice(
                NoticeID("n\(id)"), version: Int.random(in: 1...3, using: &generator),
                title: "Upphandling \(Int.random(in: 1...2, using: &generator))",
                date: "2023-05-0\(Int.random(in: 1...4, using: &generator))", winners: winners, changes: changes,
                reason: ["cor-buy", "cancel"].randomElement(using: &generator)!,
                purpose: [.result, .result, .result, .directAward, .competition, .correction, .contractModification]
                    .randomElement(using: &generator)!)
            notice.publicationNumber = [nil, "\(id)-2023", "000\(id)-2023"].randomElement(using: &generator)!
            notice.procedureID = [nil, "P1", "P2", "P3", "P4"].randomElement(using: &generator)!
            notice.source.dialect = [.eForms, .eForms, .ted, .mapped].randomElement(using: &generator)!
            if Bool.random(using: &generator) {
                for award in notice.awards.indices { notice.awards[award].concluded = notice.issued }
            }
            return notice
        }
    }

    @Test(arguments: [3, 17, 92, 401, 7_700] as [UInt64])
    func anyOrderOfNoticesGivesOneDigest(seed: UInt64) throws {
        let corpus = Self.corpus(seed: seed, count: 60)
        let reference = try Store.inMemory()
        try reference.takeAll(corpus)
        let expected = try reference.contentDigest()
        var generator = SplitMix64(seed: seed &+ 1)
        for _ in 0..<20 {
            let order = corpus.shuffled(using: &generator)
            let store = try Store.inMemory()
            try store.takeAll(order, chunk: Int.random(in: 1...20, using: &generator))
            #expect(try store.contentDigest() == expected)
            try Self.expectEqualFacts(store, reference)
        }
    }

    /// Ids of persons hang on each store's own secret; everything else must be equal.
    private static func expectEqualFacts(_ left: Store, _ right: Store) throws {
        func visible(_ store: Store) throws -> [String] {
            try store.marketFacts().facts.suppliers.map {
                let id = $0.id.rawValue.hasPrefix("p-") ? "p-" : $0.id.rawValue
                return
                    "\(id) \($0.name) \($0.otherNames) \($0.number?.masked ?? "") \($0.size?.rawValue ?? "") \($0.nuts)"
            }.sorted()
        }
        #expect(try visible(left) == visible(right))
        let procurements = try (left.marketFacts().facts.procurements, right.marketFacts().facts.procurements)
        #expect(procurements.0.map(\.notice) == procurements.1.map(\.notice))
        #expect(procurements.0.map(\.title) == procurements.1.map(\.title))
        #expect(procurements.0.map { $0.wins.count } == procurements.1.map { $0.wins.count })
    }

    @Test func theRegisterMayComeBeforeOrAfterTheNotices() throws {
        let corpus = Self.corpus(seed: 5, count: 60)
        let register = try TemporaryFolder()
        let path = try register.write(
            """
            name,id,size,legal_form
            Solita AB,,large,Övriga aktiebolag
            Solita Oy,FI28562988,,
            Br. Ström,,micro,Fysiska personer
            Ahlsell Sverige AB,556859-2918,large,Övriga aktiebolag
            Aldrig Vunnit HB,,micro,
            """, to: "register.csv")
        var digests: Set<String> = []
        for place in [0, 1, 2, 3] {
            let store = try Store.inMemory()
            for part in 0..<4 {
                if part == place { _ = try store.importRegister(path: path) }
                try store.takeAll(Array(corpus[(part * 15)..<(part * 15 + 15)]))
            }
            digests.insert(try store.contentDigest())
        }
        #expect(digests.count == 1)
    }

    @Test func theSameAgainChangesNothing() throws {
        let corpus = Self.corpus(seed: 11, count: 80)
        let store = try Store.inMemory()
        let first = try store.takeAll(corpus)
        let (digest, generation) = try (store.contentDigest(), store.generation)
        let second = try store.takeAll(corpus.reversed())
        #expect(first.seen == 80)
        #expect(second.unchanged == 80)
        #expect(second.seen == 80)
        #expect(try store.contentDigest() == digest)
        #expect(try store.generation == generation)
    }

    /// What `n` versions of an id count as together doesn't depend on the order either.
    @Test func countsAreEqualInAnyOrder() throws {
        let corpus = Self.corpus(seed: 23, count: 80)
        var generator = SplitMix64(seed: 1)
        let counts = try (0..<5).map { _ in try Store.inMemory().takeAll(corpus.shuffled(using: &generator)) }
        #expect(Set(counts).count == 1)
        #expect(counts[0].superseded > 0)
        #expect(counts[0].conflicting > 0)
    }
}
