import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

/// Categories and challenges as the store keeps them: in versions, each with who, when and why.
@Suite struct DefinitionTests {
    private let store: Store

    init() throws { store = try Store.inMemory { FakeClock.start } }

    private static func category(_ id: String, _ words: String...) -> Procurement.Category {
        Procurement.Category(
            id: CategoryID(id), name: ["sv": id.uppercased()], cpv: [], keywords: words, owner: "inkop@ekby.example")
    }

    /// An entry that says how many were saved.
    private static let maker = EntryMaker<[DefinitionVersion<Procurement.Category>]>(
        entry: { saved, at in
            NewDossierEntry(
                dossier: "categories", at: at, actor: "anna", method: "categories.save", generation: 0,
                record: Data("\(saved.count)".utf8))
        }, hash: { _, sequence, _ in String(repeating: "\(sequence % 10)", count: 64) })

    @discardableResult
    private func save(
        _ categories: [Procurement.Category], retired: Bool = false, basedOn: Int?, by user: String = "anna",
        _ reason: String = "Beslut KS 2026/1"
    ) throws -> [DefinitionVersion<Procurement.Category>] {
        try store.save(
            categories.map { DefinitionChange($0, isRetired: retired, basedOn: basedOn) }, reason: reason, by: user,
            entry: Self.maker
        ).saved
    }

    private func current() throws -> [DefinitionVersion<Procurement.Category>] { try store.definitions() }

    @Test func eachVersionIsKeptWholeWithWhoWhenAndWhy() throws {
        let first = try save([Self.category("it", "drift")], basedOn: 0)
        let second = try save([Self.category("it", "drift", "moln")], basedOn: 1, by: "bo", "Molnet hör hit")
        #expect(first.map(\.version) == [1] && second.map(\.version) == [2])
        let history = try store.history(of: "it", Procurement.Category.self).items
        #expect(history == second + first)
        #expect(history[0].definition == Self.category("it", "drift", "moln"))
        #expect(history[0].by == "bo" && history[0].reason == "Molnet hör hit" && history[0].at == FakeClock.start)
        #expect(try current() == second)
        #expect(try store.generation == 0, "the data are as they were")
        #expect(try store.dossierLines().items.map(\.method) == ["categories.save", "categories.save"])
    }

    @Test func theHistoryIsPagedTheLatestFirst() throws {
        for version in 0..<5 { try save([Self.category("it", "\(version)")], basedOn: version) }
        let first = try store.history(of: "it", Procurement.Category.self, limit: 2)
        #expect(first.items.map(\.version) == [5, 4])
        let rest = try store.history(of: "it", Procurement.Category.self, limit: 3, after: first.next)
        #expect(rest.items.map(\.version) == [3, 2, 1] && rest.next == nil)
        #expect(try store.history(of: "mat", Procurement.Category.self).items.isEmpty)
    }

    /// Two people who change the same thing at once: the second is told who was first, and nothing of theirs is kept.
    @Test func aChangeOfWhatIsNoLongerTheLatestIsRefused() throws {
        try save([Self.category("it", "drift")], basedOn: 0)
        try save([Self.category("it", "moln")], basedOn: 1, by: "bo", "Molnet hör hit")
        let error = #expect(throws: StoreError.self) {
            try save([Self.category("mat", "bröd"), Self.category("it", "drift", "support")], basedOn: 1)
        }
        guard case .saveRefused("basedOn", let expected, let reason) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        // The first of the two is new, so nothing it could be based on is there.
        #expect(expected == "nothing: there is none of this id yet" && reason.contains("“mat”"))
        let other = #expect(throws: StoreError.self) { try save([Self.category("it", "support")], basedOn: 1) }
        #expect(
            other
                == .saveRefused(
                    parameter: "basedOn", expected: "2",
                    reason:
                        "“it” has version 2 now, which bo saved at 2026-01-01T00:00:00Z because: “Molnet hör hit”; look at "
                        + "it, and save your change on top of it"))
        #expect(throws: StoreError.self) { try save([Self.category("it", "support")], basedOn: 0) }
        #expect(try current().map(\.version) == [2])
        #expect(try store.dossierEnd().sequence == 2, "what is refused leaves no entry")
    }

    @Test func oneIsPutOutOfUseAndBroughtBack() throws {
        try save([Self.category("it", "drift"), Self.category("mat", "bröd")], basedOn: nil)
        try save([Self.category("it", "drift")], retired: true, basedOn: 1, "Ingen köper sådant")
        #expect(try current().map(\.isRetired) == [true, false], "in the order in which they first came")
        try save([Self.category("it", "drift")], basedOn: 2, "Jo")
        #expect(try current().map(\.isRetired) == [false, false])
        #expect(try store.history(of: "it", Procurement.Category.self).items.map(\.isRetired) == [false, true, false])
    }

    @Test func whatIsAsItWasIsNoNewVersion() throws {
        try save([Self.category("it", "drift")], basedOn: 0)
        #expect(try save([Self.category("it", "drift")], basedOn: 1).isEmpty)
        #expect(try store.dossierEnd().sequence == 1)
    }

    /// Once, and never over what people have saved.
    @Test func theFilesAreTakenOverOnce() throws {
        let filed = [Self.category("it", "drift"), Self.category("mat", "bröd")]
        #expect(try store.fillDefinitions(filed, from: "/etc/torg/categories.yaml", by: "torg"))
        #expect(try current().map(\.definition) == filed)
        #expect(try current().allSatisfy { $0.reason == "/etc/torg/categories.yaml" && $0.by == "torg" })
        try save([filed[0]], retired: true, basedOn: 1)
        try save([filed[1]], retired: true, basedOn: 1)
        #expect(try !store.fillDefinitions(filed, from: "/etc/torg/categories.yaml", by: "torg"))
        #expect(try current().allSatisfy(\.isRetired))
        #expect(try store.definitions(Challenge.self).isEmpty, "each kind by itself")
    }

    @Test func noPersonalNumberIsKept() throws {
        let saved = try save([Self.category("it", "drift 811228-9874")], basedOn: 0, "Enligt 811228-9874")
        #expect(!"\(saved)".contains("9874"))
        #expect(try !"\(current())".contains("9874"))
    }

    @Test func thereIsAnEndToHowManyThereAre() throws {
        let many = (0..<Store.mostDefinitions).map { Self.category("c\($0)", "drift") }
        try save(many, basedOn: nil)
        #expect(throws: StoreError.self) { try save([Self.category("en-till", "drift")], basedOn: 0) }
        #expect(try current().count == Store.mostDefinitions)
    }
}
