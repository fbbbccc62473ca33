import Containers
import Dialogue
import DialogueSupport
import Foundation
import JSON
import Procurement
import Testing

@Suite struct DossierChainTests {
    static func record(_ number: Int, result: JSONValue = 1) -> DossierRecord {
        DossierRecord(
            dossier: DossierID("d\(number % 3)"), at: "2026-03-0\(number % 9 + 1)T10:00:00Z", actor: "kategoriansvarig",
            method: "meeting.plan", generation: number, seed: number, version: "1.0",
            request: ["n": .number(JSONNumber(number))],
            result: result)
    }

    static func chain(_ count: Int, from head: DossierChain.Head = .start) throws -> [DossierEntry] {
        var entries: [DossierEntry] = []
        for number in 0..<count {
            let before = entries.isEmpty ? head : DossierChain.head(of: entries)
            entries.append(DossierChain.append(record(before.sequence + number), after: before))
        }
        return entries
    }

    private func found(_ findings: [DossierFinding]) -> [String] {
        findings.map { "\($0.kind.rawValue) \($0.first)–\($0.last)" }
    }

    @Test func aWholeChainHasNothingToFindAndSurvivesCoding() throws {
        let entries = try Self.chain(20)
        #expect(DossierChain.verify(entries, anchors: [DossierChain.head(of: entries)]).isEmpty)
        #expect(DossierChain.verify([]).isEmpty)
        for entry in entries {
            #expect(try DossierRecord(JSONParser.parse(entry.record.value.canonicalBytes)) == entry.record)
        }
    }

    @Test func theHashCoversTheseBytesAndNoOthers() throws {
        let entry = DossierChain.append(Self.record(1), after: .start)
        let start = String(repeating: "0", count: 64)
        let expected =
            #"{"previous":"\#(start)","record":{"actor":"kategoriansvarig","at":"2026-03-02T10:00:00Z","basis":{},"dossier":"d1","#
            + #""generation":1,"method":"meeting.plan","request":{"n":1},"result":1,"seed":1,"version":"1.0"},"sequence":1}"#
        #expect(String(decoding: entry.canonicalBytes, as: UTF8.self) == expected)
        // printf 'torg-dossier-1\n%s' "$bytes" | sha256sum
        #expect(entry.hash.hex == "66e80baeb7885454810ba20f063a5c472709b5f88e50202b91ed2d4351c29b24")
    }

    @Test(arguments: 1...12) func aChangedEntryIsFoundWhereverItStands(number: Int) throws {
        var entries = try Self.chain(12)
        let old = entries[number - 1]
        var record = old.record
        record.actor = "någon annan"
        entries[number - 1] = DossierEntry(
            sequence: number, record: record, previous: old.previous, hash: old.hash)
        #expect(found(DossierChain.verify(entries)) == ["changed \(number)–\(number)"])
        #expect(DossierChain.verify(entries)[0].text.sv == "Post \(number) har ändrats efter att den skrevs.")
    }

    @Test(arguments: 1...11) func anEntryRewrittenWithItsHashIsFoundByItsNeighbours(number: Int) throws {
        var entries = try Self.chain(12)
        let before = number == 1 ? DossierChain.Head.start : DossierChain.head(of: Array(entries.prefix(number - 1)))
        entries[number - 1] = DossierChain.append(Self.record(77), after: before)
        #expect(found(DossierChain.verify(entries)) == ["rewritten \(number)–\(number)"])
    }

    @Test func theLastEntryRewrittenIsFoundByTheHeadsThatWereWrittenDown() throws {
        var entries = try Self.chain(5)
        let anchors = [DossierChain.head(of: Array(entries.prefix(4))), DossierChain.head(of: entries)]
        entries[4] = DossierChain.append(Self.record(77), after: DossierChain.head(of: Array(entries.prefix(4))))
        #expect(DossierChain.verify(entries).isEmpty)
        #expect(found(DossierChain.verify(entries, anchors: anchors)) == ["rewrittenWhole 5–5"])
        #expect(found(DossierChain.verify(entries, anchors: [anchors[1]])) == ["rewrittenWhole 1–5"])
    }

    @Test func everythingRewrittenFromOneEntryOnIsNarrowedDownByWhatWasWrittenDown() throws {
        let entries = try Self.chain(12)
        let anchors = [3, 6, 12].map { DossierChain.head(of: Array(entries.prefix($0))) }
        var forged = Array(entries.prefix(4))
        for number in 5...12 {
            forged.append(DossierChain.append(Self.record(number + 50), after: DossierChain.head(of: forged)))
        }
        #expect(DossierChain.verify(forged).isEmpty)
        #expect(found(DossierChain.verify(forged, anchors: anchors)) == ["rewrittenWhole 4–6"])
    }

    @Test func missingEntriesAreNamedAlsoAtEitherEnd() throws {
        let entries = try Self.chain(10)
        let anchor = DossierChain.head(of: entries)
        #expect(
            found(DossierChain.verify(entries.filter { ![4, 5, 8].contains($0.sequence) })) == [
                "missing 4–5", "missing 8–8",
            ])
        #expect(found(DossierChain.verify(Array(entries.dropFirst(2)))) == ["missing 1–2"])
        #expect(found(DossierChain.verify(Array(entries.dropLast(3)), anchors: [anchor])) == ["missing 8–10"])
        #expect(found(DossierChain.verify([], anchors: [anchor])) == ["missing 1–10"])
    }

    @Test func movedAndRepeatedEntriesAreNamed() throws {
        var entries = try Self.chain(8)
        entries.insert(entries.remove(at: 6), at: 1)
        #expect(found(DossierChain.verify(entries)) == ["moved 7–7"])
        entries = try Self.chain(4)
        entries.append(entries[1])
        #expect(found(DossierChain.verify(entries)) == ["repeated 2–2"])
    }

    @Test func noRandomTamperingGoesUnnoticed() throws {
        let entries = try Self.chain(15)
        let head = DossierChain.head(of: entries)
        for seed in 0..<500 {
            var random = SplitMix64(seed: UInt64(seed))
            var tampered = entries
            for _ in 0...random.below(3) {
                let index = random.below(tampered.count)
                switch random.below(4) {
                case 0: tampered.remove(at: index)
                case 1: tampered.swapAt(index, random.below(tampered.count))
                case 2: tampered.insert(tampered[index], at: random.below(tampered.count))
                default:
                    let old = tampered[index]
                    tampered[index] = DossierEntry(
                        sequence: old.sequence, record: Self.record(random.below(1000) + 100), previous: old.previous,
                        hash: random.chance(50) ? old.hash : entries[random.below(15)].hash)
                }
            }
            #expect(tampered == entries || !DossierChain.verify(tampered, anchors: [head]).isEmpty, "seed \(seed)")
        }
    }

    @Test func aPlanKeptInADossierIsPlannedAnewToTheSameBytes() throws {
        for seed in 0..<40 {
            let request = MeetingInstances.random(seed: seed)
            let result = try json(MeetingPlanner.plan(request))
            let record = DossierRecord(
                dossier: "träff", at: "2026-03-01T10:00:00Z", actor: "x", method: "meeting.plan", generation: 1,
                version: "1.0", request: try json(request), result: result)
            let entry = DossierChain.append(record, after: .start)
            let stored = try #require(DossierRecord(JSONParser.parse(entry.record.value.canonicalBytes)))
            let asked = try decode(MeetingRequest.self, from: Data(stored.request.bytes))
            let again = try json(MeetingPlanner.plan(asked))
            #expect(again.canonicalBytes == stored.result.canonicalBytes)
            #expect(DossierDifference.between(stored.result, again).isEmpty)
        }
    }

    private static func decision(_ entries: [DossierEntry], toRemove numbers: [Int]) -> DossierRecord {
        var record = record(99)
        record.method = DossierLink.removalMethod
        record.request = [
            "reason": "gallring",
            "entries": .array(
                numbers.map { ["sequence": .number(JSONNumber($0)), "hash": .string(entries[$0 - 1].hash.hex)] }),
        ]
        return record
    }

    private static func emptied(_ links: [DossierLink], _ number: Int, by decision: Int) -> [DossierLink] {
        var links = links
        let old = links[number - 1]
        links[number - 1] = DossierLink(
            sequence: number, previous: old.previous, hash: old.hash, content: .removed(by: decision))
        return links
    }

    @Test func contentRemovedByADecisionIsToldApartFromAChange() throws {
        var entries = try Self.chain(6)
        entries.append(
            DossierChain.append(Self.decision(entries, toRemove: [2, 4]), after: DossierChain.head(of: entries)))
        let head = DossierChain.head(of: entries)
        let links = entries.map { DossierLink($0) }
        let removed = Self.emptied(Self.emptied(links, 2, by: 7), 4, by: 7)
        let verdict = DossierChain.audit(removed, anchors: [head])
        #expect(verdict.findings.isEmpty)
        #expect(verdict.removals.map(\.sequence) == [2, 4] && verdict.removals.map(\.decision) == [7, 7])

        // Emptied with a decision about another, an earlier entry, or none at all.
        for (number, decision) in [(3, 7), (6, 5), (3, 6), (3, 99)] {
            let verdict = DossierChain.audit(Self.emptied(links, number, by: decision), anchors: [head])
            #expect(found(verdict.findings) == ["removedUndecided \(number)–\(number)"])
            #expect(verdict.removals.isEmpty)
        }
        // A decision that was written in afterwards doesn't give its hash.
        var forged = removed
        forged[6] = DossierLink(
            sequence: 7, previous: links[6].previous, hash: links[6].hash, content: .changed, removes: links[6].removes)
        #expect(
            found(DossierChain.audit(forged, anchors: [head]).findings) == [
                "removedUndecided 2–2", "removedUndecided 4–4", "changed 7–7",
            ])
    }

    @Test func aHeadFarBeyondTheEndIsMissingEntriesToldAtOnce() throws {
        let entries = try Self.chain(3)
        let far = DossierChain.Head(sequence: .max, hash: .start)
        #expect(found(DossierChain.verify(entries, anchors: [far])) == ["missing 4–\(Int.max)"])
    }
}
