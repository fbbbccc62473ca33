import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import Language
import Logging
import Procurement
import TestSupport
import Testing
import Transport

@testable import Daemon
@testable import Store

/// The handlers of categories and challenges, on a store with two firms and what they won.
@Suite struct DefinitionDeskTests {
    private let store: Store
    private let market = CurrentMarket()
    private let publisher: Publisher
    private let keeper: DossierKeeper
    private let desk: DefinitionDesk
    private let peer = Peer(pid: 1, uid: getuid(), gid: getgid())

    private static let cleaning = Samples.organisation("W", "Rena Golv AB", number: "5590000061")
    private static let bread = Samples.organisation("B", "Surdeg i Ekby AB", number: "5568592918")

    init() throws { try self.init(home: .store(from: nil)) }

    private init(home: Configuration.DefinitionHome) throws {
        store = try Store.inMemory { FakeClock.start }
        try store.takeIn([
            Samples.notice("a", title: "Städning av skolor", winners: [Self.cleaning]),
            Samples.notice("b", title: "Leverans av bröd", winners: [Self.bread]),
        ])
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let it = Procurement.Category(id: "stad", name: ["sv": "Städ"], cpv: [], keywords: ["städning"])
        var matching = Configuration.Matching(
            categories: [it], challenges: [], weights: nil, words: EverydayWords())
        matching.categoriesHome = home
        publisher = Publisher(
            store: store, current: market, configuration: try MatchingConfiguration(matching), log: log)
        keeper = DossierKeeper(store: store, log: log) { FakeClock.start }
        desk = DefinitionDesk(market: market, store: store, keeper: keeper, publisher: publisher)
    }

    private static func category(_ id: String = "stad", words: [String] = ["städning", "golvvård"])
        -> CategoryDefinition
    {
        CategoryDefinition(id: id, names: ["sv": "Städ", "en": "Cleaning"], keywords: words)
    }

    private func save(
        _ category: CategoryDefinition = category(), basedOn: Int? = 1, retired: Bool? = nil,
        _ reason: String = "Golv hör hit"
    ) async throws -> CategoriesSave.Result {
        try await CategoriesSaveHandler(desk: desk).answer(
            .init(category: category, reason: reason, basedOn: basedOn, retired: retired), for: peer)
    }

    private func list(retired: Bool? = nil) async throws -> CategoriesList.Result {
        try await CategoriesListHandler(desk: desk).answer(.init(retired: retired), for: peer)
    }

    /// With the file's path as the reason that it was taken over for.
    private func filled() async throws -> DefinitionDeskTests {
        let filled = try DefinitionDeskTests(home: .store(from: "/etc/torg/categories.yaml"))
        try await filled.publisher.publish()
        return filled
    }

    @Test func whatIsSavedIsInForceAtOnceAndOnTheRecord() async throws {
        let desk = try await filled()
        #expect(try await desk.list().categories.map(\.version) == [1])
        let built = desk.market.value?.built
        let result = try await desk.save()
        #expect(
            result.changed && result.version.version == 2 && result.version.by == UserName.of(Caller(uid: getuid())))
        #expect(result.version.category.keywords == ["städning", "golvvård"])
        #expect(desk.market.value?.categories.map(\.keywords) == [["städning", "golvvård"]])
        #expect(desk.market.value?.built == built, "the index stays as it is")
        #expect(try await desk.list().categories.map(\.version) == [2])

        let reference = try #require(result.dossier)
        #expect(reference.id == "categories")
        let stored = try #require(try desk.store.dossierEntry(reference.sequence))
        let record = try #require(try DossierShelf.read(stored)).record
        #expect(record.method == "categories.save" && record.actor == UserName.of(Caller(uid: getuid())))
        #expect(record.request["reason"]?.string == "Golv hör hit")
        #expect(record.result["versions"]?[0]?["version"] == 2)
        #expect(DossierShelf.link(stored).content == .sound)

        let again = try await desk.save(basedOn: 2)
        #expect(!again.changed && again.version.version == 2 && again.dossier == nil)
    }

    /// A list that was kept before the change is given anew as it was, by the definition of then.
    @Test func anOlderDossierIsReplayedByTheDefinitionOfThen() async throws {
        let desk = try await filled()
        let handler = MatchCategoryHandler(
            market: desk.market, keeper: desk.keeper, meter: Meter(), store: desk.store)
        let kept = try await handler.answer(
            .init(category: .configured("stad"), options: API.MatchOptions(keep: true)), for: peer)
        _ = try await desk.save(Self.category(words: ["bröd"]))
        let now = try await handler.answer(.init(category: .configured("stad")), for: peer)
        #expect(now.matches.first?.supplier.name == "Surdeg i Ekby AB")
        #expect(kept.matches.first?.supplier.name == "Rena Golv AB")
        var replayers = DossierReplayers()
        replayers.add(handler)
        let replay = try await DossierReplayHandler(
            market: desk.market, shelf: DossierShelf(store: desk.store), replayers: replayers
        ).answer(.init(dossier: try #require(kept.dossier).id), for: peer)
        #expect(replay.same && replay.configurationChanged)
    }

    @Test func whoeverIsSecondIsToldWhoWasFirst() async throws {
        let desk = try await filled()
        _ = try await desk.save()
        let caught = await #expect(throws: StoreError.self) {
            _ = try await desk.save(Self.category(words: ["fönster"]))
        }
        let error = RPCError(caught: try #require(caught))
        #expect(
            error.code == .invalidParameters && error.detail?.parameter == "basedOn" && error.detail?.expected == "2")
        #expect(error.message.contains(UserName.of(Caller(uid: getuid()))) && error.message.contains("Golv hör hit"))
        #expect(try await desk.list().categories.map(\.keywords) == [["städning", "golvvård"]])
    }

    @Test func oneOutOfUseIsNotThereForQuestionsAndComesBack() async throws {
        let desk = try await filled()
        let category = Self.category(words: ["städning"])
        _ = try await desk.save(category, retired: true, "Köps inte mer")
        #expect(desk.market.value?.categories.isEmpty == true)
        #expect(try await desk.list().categories.isEmpty)
        let all = try await desk.list(retired: true).categories
        #expect(all.map(\.retired) == [true] && all.map(\.version) == [2])
        let back = try await desk.save(category, basedOn: 2, "Jo")
        #expect(!back.version.retired && desk.market.value?.categories.map(\.id) == ["stad"])
        let history = try await CategoriesHistoryHandler(desk: desk.desk).answer(.init(id: "stad"), for: peer)
        #expect(history.versions.map(\.reason) == ["Jo", "Köps inte mer", "/etc/torg/categories.yaml"])
        await #expect(throws: NotFound.self) {
            _ = try await CategoriesHistoryHandler(desk: desk.desk).answer(.init(id: "stadd"), for: peer)
        }
    }

    /// One truth at a time.
    @Test func whatAFileHasIsChangedThere() async throws {
        let desk = try DefinitionDeskTests(home: .file("/srv/categories.yaml"))
        try await desk.publisher.publish()
        let caught = await #expect(throws: RPCError.self) { _ = try await desk.save(basedOn: nil) }
        #expect(caught?.code == .notAllowed)
        #expect(caught?.message.contains("/srv/categories.yaml") == true && caught?.message.contains("reload") == true)
        #expect(try desk.store.definitions(Procurement.Category.self).isEmpty && desk.store.dossierEnd().sequence == 0)
        let listed = try await desk.list()
        #expect(listed.file == "/srv/categories.yaml" && listed.categories.map(\.version) == [nil])
        // The other kind is the store's.
        let saved = try await ChallengesSaveHandler(desk: desk.desk).answer(
            .init(
                challenge: ChallengeDefinition(id: "rent", names: ["sv": "Rent"], text: "Mindre kemikalier"),
                reason: "Fullmäktige"), for: peer)
        #expect(saved.version.version == 1 && desk.market.value?.challenges.map(\.id) == ["rent"])
    }

    /// The rules are those of the files, told with the parameter's own name; all at once.
    @Test func whatIsNoDefinitionIsToldWhole() async throws {
        let desk = try await filled()
        let bad = CategoryDefinition(id: "Städ", names: ["en": "Cleaning"], cpv: ["7x*"])
        let caught = await #expect(throws: RPCError.self) { _ = try await desk.save(bad) }
        let message = try #require(caught).message
        #expect(caught?.code == .invalidParameters)
        for part in ["category.id", "category.names: has no Swedish text", "category.cpv", "“7x*” is no CPV pattern"] {
            #expect(message.contains(part), "\(part) in \(message)")
        }
        await #expect(throws: RPCError.self) { _ = try await desk.save("  ") }
        let goal = await #expect(throws: RPCError.self) {
            _ = try await ChallengesSaveHandler(desk: desk.desk).answer(
                .init(
                    challenge: ChallengeDefinition(id: "a", names: ["sv": "A"], text: "b", goals: ["env-inp"]),
                    reason: "c"), for: peer)
        }
        #expect(goal?.message.contains("env-imp") == true)
    }

    private func save(_ reason: String) async throws -> CategoriesSave.Result {
        try await save(Self.category(), basedOn: 1, retired: nil, reason)
    }

    @Test func aListIsTakenInWholeOrNotAtAll() async throws {
        let desk = try await filled()
        let handler = CategoriesImportHandler(desk: desk.desk)
        let (mat, stad) = (Self.category("mat", words: ["bröd"]), Self.category(words: ["städning"]))
        await #expect(throws: RPCError.self) {
            _ = try await handler.answer(
                .init(categories: [mat, CategoryDefinition(id: "x", names: [:])], reason: "Ny strategi"), for: peer)
        }
        await #expect(throws: RPCError.self) {
            _ = try await handler.answer(.init(categories: [mat, mat], reason: "Ny strategi"), for: peer)
        }
        #expect(try desk.store.definitions(Procurement.Category.self).count == 1)

        let first = try await handler.answer(.init(categories: [mat], reason: "Ny strategi"), for: peer)
        #expect(first.saved.map(\.id) == ["mat"] && first.others == ["stad"] && first.unchanged == 0)
        #expect(desk.market.value?.categories.map(\.id) == ["stad", "mat"])
        let second = try await handler.answer(
            .init(categories: [mat], reason: "Ny strategi", retireOthers: true), for: peer)
        #expect(second.saved == [DefinitionReference(id: "stad", version: 2, retired: true)] && second.unchanged == 1)
        #expect(desk.market.value?.categories.map(\.id) == ["mat"])
        // The English name is new.
        let third = try await handler.answer(.init(categories: [stad, mat], reason: "Åter"), for: peer)
        #expect(third.saved.map(\.version) == [3] && third.unchanged == 1)
        #expect(try desk.store.dossierEnd().sequence == 3)
    }

    @Test func aPreviewTellsWhoComesAndWhoLeavesAndSavesNothing() async throws {
        let desk = try await filled()
        func preview(_ words: [String], retired: Bool? = nil, id: String = "stad") async throws -> DefinitionEffect {
            try await CategoriesPreviewHandler(desk: desk.desk).answer(
                .init(category: Self.category(id, words: words), retired: retired, limit: 1, language: .sv), for: peer)
        }
        let same = try await preview(["städning"])
        #expect(
            same.entered.isEmpty && same.left.isEmpty && same.moved.isEmpty && same.stayed == 1 && same.version == 1)
        let other = try await preview(["bröd"])
        #expect(other.entered.map(\.supplier.name) == ["Surdeg i Ekby AB"])
        #expect(other.left.map(\.supplier.name) == ["Rena Golv AB"])
        let entered = try #require(other.entered.first)
        #expect(entered.to == 1 && entered.from != 1)
        let change = try #require(entered.changes.first)
        #expect((change.after ?? .zero) > (change.before ?? .zero) && !change.because.isEmpty)
        #expect(try await preview(["städning"], retired: true).left.count == 1)
        let new = try await preview(["bröd"], id: "brod")
        #expect(new.entered.count == 1 && new.left.isEmpty && new.version == nil)
        #expect(try desk.store.definitions(Procurement.Category.self).map(\.version) == [1])
        #expect(try desk.store.dossierEnd().sequence == 0)
    }
}

extension Store {
    /// Notices as a feed brings them.
    func takeIn(_ notices: [Notice]) throws {
        let id = try beginImport(paths: ["/feeds"])
        _ = try importOutcomes(Samples.outcomes(notices), into: id)
        _ = try finishImport(id, files: 1)
    }
}
