import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct ShortlistTests {
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

    private func entry(_ supplier: SupplierID, _ name: String, reason: String? = nil) -> Shortlisted {
        Shortlisted(
            supplier: supplier, name: name, rank: 3, score: Points(millionths: 484_123),
            because: ["Har vunnit 3 upphandlingar.", "Har sitt säte där."], dossier: "d-a", entry: 7, reason: reason,
            by: "anna")
    }

    private func shortlist() throws -> Int64 {
        try store.create(Shortlist(name: "IT-drift", purpose: "Dialog", by: "anna")).id
    }

    @Test func theReasonsOfThatMomentAreKept() throws {
        let id = try shortlist()
        let added = try #require(
            try store.add([entry("SE5568592918", "Kodverket AB", reason: "Ny för oss.")], to: id, most: 10))
        #expect(added.added == 1 && added.shortlist.suppliers == 1)
        let kept = try #require(try store.shortlist(id))
        #expect(kept.shortlist.shortlist == Shortlist(name: "IT-drift", purpose: "Dialog", by: "anna"))
        #expect(kept.suppliers.map(\.shortlisted) == [entry("SE5568592918", "Kodverket AB", reason: "Ny för oss.")])
        #expect(kept.suppliers[0].at == FakeClock.start && kept.suppliers[0].removal == nil)
    }

    @Test func oneThatStandsThereStaysAsItWas() throws {
        let id = try shortlist()
        _ = try store.add([entry("SE5568592918", "Kodverket AB", reason: "Först.")], to: id, most: 10)
        let again = try store.add(
            [entry("SE5568592918", "Kodverket AB", reason: "Sedan."), entry("n-x", "Annat AB")], to: id, most: 10)
        #expect(again?.added == 1 && again?.shortlist.suppliers == 2)
        #expect(try store.shortlist(id)?.suppliers[0].shortlisted.reason == "Först.")
    }

    @Test func whoWasTakenOffStaysOnRecordAndMayComeBack() throws {
        let id = try shortlist()
        _ = try store.add([entry("SE5568592918", "Kodverket AB")], to: id, most: 10)
        let removed = try #require(
            try store.remove("SE5568592918", from: id, reason: "Avstår, 811228-9874", by: "bo"))
        #expect(removed.removal?.by == "bo" && removed.removal?.reason?.contains("811228") == false)
        #expect(try store.shortlist(id)?.shortlist.suppliers == 0)
        #expect(try store.remove("SE5568592918", from: id, reason: nil, by: "bo") == nil)
        #expect(try store.add([entry("SE5568592918", "Kodverket AB")], to: id, most: 10)?.added == 1)
        #expect(try store.shortlist(id)?.suppliers.map { $0.removal == nil } == [false, true])
    }

    @Test func aShortlistHoldsSoManyAndNoneOfTooMany() throws {
        let id = try shortlist()
        #expect(throws: StoreError.tooManyShortlisted(1)) {
            try store.add([entry("a", "A"), entry("b", "B")], to: id, most: 1)
        }
        #expect(try store.shortlist(id)?.suppliers.isEmpty == true)
        #expect(try store.add([entry("a", "A")], to: 99, most: 1) == nil)
        #expect(try store.remove("a", from: 99, reason: nil, by: "bo") == nil)
        #expect(try store.shortlist(99) == nil)
    }

    /// A supplier known by name becomes one with a number: it is the same on the shortlist, and isn't added twice.
    @Test func aSupplierIsKnownByItsLaterId() throws {
        let before = try #require(try store.suppliers(named: "Träffen HB").first).id
        let id = try shortlist()
        _ = try store.add([entry(before, "Träffen HB")], to: id, most: 10)
        _ = try store.add(Note(supplier: before, text: "Ring på måndag.", by: "anna"))
        try store.take(
            Samples.notice("n2", winners: [Samples.organisation("B", "Träffen HB", number: "9697000009")]))
        let now = try #require(try store.suppliers(named: "Träffen HB").first).id
        try #require(now != before)
        #expect(try store.shortlist(id)?.suppliers.map(\.shortlisted.supplier) == [now])
        #expect(try store.add([entry(now, "Träffen HB")], to: id, most: 10)?.added == 0)
        #expect(try store.shortlists(of: now).items.map(\.id) == [id])
        #expect(try store.shortlists(of: before).items.map(\.id) == [id])
        #expect(try store.notes(on: now).items.map(\.note.text) == ["Ring på måndag."])
    }

    @Test func shortlistsArePagedTheLatestFirst() throws {
        let ids = try (0..<5).map { try store.create(Shortlist(name: "Nr \($0)", by: "anna")).id }
        let first = try store.shortlists(limit: 2)
        #expect(first.items.map(\.id) == [ids[4], ids[3]])
        #expect(try store.shortlists(limit: 10, after: first.next).items.map(\.id) == [ids[2], ids[1], ids[0]])
        #expect(try store.shortlists(of: "SE5568592918").items.isEmpty)
        #expect(throws: StoreError.self) { try store.shortlists(after: PageCursor(parts: "x")) }
    }

    @Test func notesAreReadByShortlistAndSupplierAndTakenAway() throws {
        let id = try shortlist()
        let one = try store.add(Note(supplier: "SE5568592918", shortlist: id, text: "Nummer 811228-9874.", by: "anna"))
        #expect(!one.note.text.contains("811228"))
        let two = try store.add(Note(shortlist: id, text: "Klar i maj.", by: "bo"))
        _ = try store.add(Note(supplier: "SE5568592918", text: "Utan urval.", by: "bo"))
        #expect(try store.notes(shortlist: id).items.map(\.id) == [two.id, one.id])
        #expect(try store.notes(on: "SE5568592918").items.count == 2)
        #expect(try store.notes(limit: 1).items.map(\.note.text) == ["Utan urval."])
        #expect(try store.removeNote(one.id, by: "bo")?.note.by == "anna")
        #expect(try store.removeNote(one.id, by: "bo") == nil)
        #expect(try store.notes(shortlist: id).items.map(\.id) == [two.id])
        let left = try store.write { try String.fetchAll($0, sql: "SELECT text FROM notes WHERE removed IS NOT NULL") }
        #expect(left == [""])
    }

    @Test func personalNumbersAreTakenOutOfNamesAndPurposes() throws {
        let kept = try store.create(Shortlist(name: "För 811228-9874", purpose: "Om 811228-9874", by: "anna"))
        #expect(!"\(kept)".contains("811228"))
        _ = try store.add(
            [Shortlisted(supplier: "p-1", name: "Anna 811228-9874", because: ["811228-9874 liknar"], by: "anna")],
            to: kept.id, most: 10)
        #expect(!"\(try #require(try store.shortlist(kept.id)))".contains("811228"))
    }

    @Test func thoseOfAShortlistAreInvitedEachForItsReason() throws {
        let event = try store.createEvent(DialogueEvent(kind: .meeting, name: "Träff", by: "anna")).id
        let invited = try store.invite(
            [
                (GuestCompany(supplier: "SE5568592918"), "Ny för oss."),
                (GuestCompany(name: "Okänd AB"), nil),
            ], to: event, by: "anna")
        #expect(invited?.guests.map(\.invitation?.reason) == ["Ny för oss.", nil])
    }
}
