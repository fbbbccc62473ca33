import Foundation
import Language
import Logging
import Matching
import Procurement
import Store
import TestSupport
import Testing

@testable import Daemon

/// From the reader's lines into the store and the index, with a script in the reader's place.
@Suite struct ImporterTests {
    private let folder: TemporaryFolder
    private let store: Store
    private let current = CurrentMarket()
    private let meter = Meter()
    private let progress = ImportProgress()

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.inMemory()
    }

    /// - Parameter ending: how the reader ends, once it has handed on the notices.
    private func importer(_ notices: [Notice], countries: [String] = [], ending: String = "exit 0") throws -> Importer {
        let lines = try ([.reading(file: folder.file("feed.xml"))] + Samples.outcomes(notices).map(FeedLine.outcome))
            .map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) + "\n" }.joined()
        try folder.write(lines, to: "lines")
        try folder.write("<a/>", to: "feed.xml")
        let reader = try folder.write("#!/bin/sh\ncat >/dev/null; cat \(folder.file("lines")); \(ending)", to: "reader")
        #expect(chmod(reader, 0o755) == 0)
        let feeds = Configuration.Feeds(
            program: reader, cpuTime: .seconds(60), wallTime: .seconds(60), memoryBytes: 1 << 30, fileBytes: 1 << 30,
            countries: countries)
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let matching = Configuration.Matching(categories: [], challenges: [], weights: nil, words: EverydayWords())
        return Importer(
            store: store, feed: FeedProcess(program: reader, feeds), origin: NoticeOrigin(countries: countries),
            publisher: Publisher(
                store: store, current: current, configuration: try MatchingConfiguration(matching), log: log),
            progress: progress, meter: meter, log: log)
    }

    private static let winner = Samples.organisation("W", "Rena Golv AB", number: "5590000061")

    @Test func whatWasReadIsStoredCountedAndServed() async throws {
        let importer = try importer([
            Samples.notice("a", winners: [Self.winner]), Samples.notice("a", winners: [Self.winner]),
            Samples.notice("b", winners: [Self.winner]),
        ])
        let report = try await importer.importFeeds([folder.file("feed.xml")])
        #expect(report.files == 1 && report.foreign == 0)
        #expect(report.counts.stored == 2 && report.counts.unchanged == 1 && report.counts.seen == 3)
        let served = try #require(current.value)
        #expect(served.snapshot.procurementCount == 2 && served.snapshot.generation == report.generation)
        #expect(meter.counts.notices.stored == 2)
        #expect(meter.counts.imports == [.init(kind: .feed, isDone: true): 1])
        #expect(progress.value == nil)
    }

    @Test func noticesOfOtherCountriesAreCountedAndNotStored() async throws {
        let importer = try importer([Samples.notice("a", winners: [Self.winner])], countries: ["FI"])
        let report = try await importer.importFeeds([folder.file("feed.xml")])
        #expect(report.foreign == 1 && report.counts.seen == 0)
        #expect(try store.counts().notices == 0)
    }

    /// More than one transaction, and the last one not full.
    @Test func aLongFeedIsStoredToItsEnd() async throws {
        let importer = try importer((0..<1201).map { Samples.notice(NoticeID("n\($0)"), winners: [Self.winner]) })
        let report = try await importer.importFeeds([folder.file("feed.xml")])
        #expect(report.counts.stored == 1201)
        #expect(try store.counts().notices == 1201)
    }

    @Test func whatCameBeforeTheReaderDiedIsKept() async throws {
        let importer = try importer(
            [Samples.notice("a", winners: [Self.winner])], ending: "ulimit -c 0; kill -SEGV $$")
        let report = try await importer.importFeeds([folder.file("feed.xml")])
        #expect(report.counts.stored == 1 && report.counts.refused == 1)
        #expect(meter.counts.refusals == ["reader-died": 1])
    }

    @Test func aPathThatIsNotThereIsToldAndCounted() async throws {
        let importer = try importer([])
        await #expect(throws: ImportError.self) { _ = try await importer.importFeeds(["/nowhere/at/all"]) }
        await #expect(throws: ImportError.self) { _ = try await importer.importRegister("register.csv") }
        #expect(
            meter.counts.imports == [.init(kind: .feed, isDone: false): 1, .init(kind: .register, isDone: false): 1])
        #expect(try store.lastImport(.feed) == nil)
    }

    @Test func aRegisterIsServedAtOnce() async throws {
        let path = try folder.write("name,org_number\nRena Golv AB,559000-0061\n", to: "register.csv")
        let report = try await importer([]).importRegister(path)
        #expect(report.counts.stored == 1)
        #expect(current.value?.snapshot.supplierCount == 1 && current.value?.snapshot.generation == report.generation)
        #expect(meter.counts.imports == [.init(kind: .register, isDone: true): 1])
    }
}

@Suite struct CommitterTests {
    @Test func commitsChunksInTheirOrderAndTellsHowFarItIs() async throws {
        let store = try Store.inMemory()
        let (meter, progress) = (Meter(), ImportProgress())
        progress.begin(files: 1)
        let committer = Committer(
            try store.beginImport(paths: ["/a"]), store: store, meter: meter, progress: progress,
            executor: PinnedExecutor(label: "test"))
        let first = Samples.outcomes([Samples.notice("a"), Samples.notice("b")])
        let refusal = FeedOutcome.refusal(
            Refusal(reason: "empty", detail: "…", position: FeedPosition(file: "/a")))
        try await committer.begin(first)
        try await committer.begin(Samples.outcomes([Samples.notice("a")]) + [refusal])
        try await committer.settle()
        let counts = await committer.counts
        #expect(counts.stored == 2 && counts.unchanged == 1 && counts.refused == 1)
        #expect(progress.value == .init(files: 1, seen: 4))
        #expect(meter.counts.refusals == ["empty": 1] && meter.counts.notices.stored == 2)
    }
}
