import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct DossierTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file("torg.sqlite"))
    }

    @discardableResult
    private func append(
        _ dossier: String = "d-one", method: String = "match.category", record: String = "{}", by actor: String = "anna"
    ) throws -> DossierLine {
        try Self.append(to: store, dossier, method: method, record: record, by: actor)
    }

    private static func append(
        to store: Store, _ dossier: String, method: String = "match.category", record: String = "{}",
        by actor: String = "anna"
    ) throws -> DossierLine {
        try store.appendDossierEntry(
            NewDossierEntry(
                dossier: dossier, at: "2026-03-01T10:00:00Z", actor: actor, method: method, generation: 7, seed: 3,
                record: Data(record.utf8))
        ) { sequence, previous in hash(sequence, previous) }
    }

    private static func hash(_ sequence: Int, _ previous: String) -> String {
        "\(sequence) after \(previous.prefix(7))"
    }

    /// What SQLite says to a statement of somebody who goes past Torg.
    private func refusal(_ sql: String) throws -> String? {
        do {
            try store.database.writeWithoutTransaction { try $0.execute(sql: sql) }
            return nil
        } catch let error as DatabaseError {
            return error.message
        }
    }

    @Test func entriesFollowOneAnotherAndTheGenerationStays() throws {
        #expect(try store.dossierEnd() == DossierEnd(sequence: 0, hash: String(repeating: "0", count: 64)))
        let first = try append(record: #"{"n":1}"#)
        #expect(first.sequence == 1 && first.previous == String(repeating: "0", count: 64))
        let second = try append("d-two")
        #expect(second.sequence == 2 && second.previous == first.hash)
        #expect(try store.dossierEnd() == DossierEnd(sequence: 2, hash: second.hash))
        let stored = try #require(try store.dossierEntry(1))
        #expect(stored.line == first && stored.record == Data(#"{"n":1}"#.utf8) && first.size == 7)
        #expect(try store.dossierEntry(3) == nil)
        #expect(try store.generation == 0)
        #expect(try store.hasDossier("d-two") && !store.hasDossier("d-three"))
    }

    @Test func areListedLatestFirstByWhatIsAskedFor() throws {
        for number in 1...6 {
            try append(
                number.isMultiple(of: 2) ? "d-even" : "d-odd", method: number > 3 ? "meeting.plan" : "match.category",
                by: number == 5 ? "bo" : "anna")
        }
        func numbers(_ query: DossierQuery) throws -> [Int] { try store.dossierLines(query).items.map(\.sequence) }
        #expect(try numbers(DossierQuery()) == [6, 5, 4, 3, 2, 1])
        #expect(try numbers(DossierQuery(dossier: "d-odd")) == [5, 3, 1])
        #expect(try numbers(DossierQuery(method: "meeting.plan", actor: "anna")) == [6, 4])
        let page = try store.dossierLines(limit: 4)
        #expect(try store.dossierLines(limit: 4, after: page.next).items.map(\.sequence) == [2, 1])
        #expect(try store.dossierEntries(of: "d-even").map(\.line.sequence) == [2, 4, 6])
    }

    @Test func chainIsWholeWhenManyWriteAtOnce() async throws {
        try await withThrowingTaskGroup { [store] group in
            for number in 0..<40 {
                group.addTask { _ = try Self.append(to: store, "d-\(number)") }
            }
            try await group.waitForAll()
        }
        var before = DossierEnd(sequence: 0, hash: String(repeating: "0", count: 64))
        let end = try store.forEachDossierEntry { entry in
            #expect(entry.line.sequence == before.sequence + 1 && entry.line.previous == before.hash)
            before = DossierEnd(sequence: entry.line.sequence, hash: entry.line.hash)
        }
        #expect(before == end && end.sequence == 40)
    }

    @Test func entriesCanNotBeChangedDeletedOrPutBetween() throws {
        for _ in 1...3 { try append() }
        let changes = [
            "actor = 'x'", "record = x'7b7d20'", "hash = 'x'", "previous = 'x'", "sequence = 9", "generation = 1",
            "dossier = 'x'", "at = 'x'", "method = 'x'", "seed = NULL",
        ]
        for change in changes {
            #expect(
                try refusal("UPDATE dossier_entries SET \(change) WHERE sequence = 2")
                    == "a dossier entry is never changed", "\(change)")
        }
        #expect(try refusal("DELETE FROM dossier_entries WHERE sequence = 3") == "a dossier entry is never deleted")
        #expect(try refusal("DELETE FROM dossier_entries") == "a dossier entry is never deleted")
        #expect(try refusal("DELETE FROM dossier_head") == "the head of the dossiers is never deleted")
        #expect(
            try refusal("UPDATE dossier_head SET sequence = 1") == "the head of the dossiers follows the last entry")
        for verb in ["INSERT", "INSERT OR REPLACE"] {
            for number in [2, 3, 5] {
                #expect(
                    try refusal(
                        """
                        \(verb) INTO dossier_entries (sequence, dossier, at, actor, method, generation, record, previous, hash)
                        SELECT \(number), dossier, at, actor, method, generation, record, hash, 'x' FROM dossier_entries
                        WHERE sequence = 3
                        """) == "a dossier entry goes to the end of the chain", "\(verb) \(number)")
            }
        }
        #expect(try store.dossierLines().items.map(\.sequence) == [3, 2, 1])
    }

    /// The one way left open, for decisions to remove what an entry says.
    @Test func aLaterDecisionMayRemoveWhatAnEntrySaysOnce() throws {
        let entry = try append(record: #"{"secret":1}"#)
        let removal = "UPDATE dossier_entries SET record = NULL, actor = NULL, removed_by = 2 WHERE sequence = 1"
        #expect(try refusal(removal) == "a dossier entry is never changed", "no decision yet")
        try append("d-two")
        #expect(try refusal(removal) == "a dossier entry is never changed", "entry 2 is no decision")
        let decision = try append("d-three", method: "dossier.purge")
        let right = removal.replacing("removed_by = 2", with: "removed_by = 3")
        for wrong in [
            right.replacing("record = NULL, ", with: ""), right.replacing("NULL, removed", with: "'bo', removed"),
            right.replacing(", removed_by = 3", with: ", removed_by = 3, hash = 'x'"),
            right.replacing("sequence = 1", with: "sequence = 3"),
        ] { #expect(try refusal(wrong) != nil, "\(wrong)") }
        #expect(try refusal(right) == nil)
        #expect(try refusal(right) == "a dossier entry is never changed", "once")
        let left = try #require(try store.dossierEntry(1))
        #expect(left.record == nil && left.line.actor == nil && left.line.removedBy == decision.sequence)
        #expect(left.line.hash == entry.hash && left.line.previous == entry.previous && left.line.size == nil)
        #expect(
            try refusal("UPDATE dossier_entries SET record = x'7b7d', removed_by = NULL WHERE sequence = 1")
                == "a dossier entry is never changed", "nothing is put back")
    }

    /// A last entry that somebody took away leaves a gap: its number isn't given again.
    @Test func theNumberOfATakenEntryIsNotGivenAgain() throws {
        for _ in 1...3 { try append() }
        #expect(try refusal("DROP TRIGGER dossier_entries_keep; DELETE FROM dossier_entries WHERE sequence = 3") == nil)
        #expect(try append().sequence == 4)
    }
}
