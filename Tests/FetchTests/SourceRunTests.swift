import Foundation
import Procurement
import StrictYAML
import Testing

@testable import Fetch

@Suite struct SourceRunTests {
    private let folder = NSTemporaryDirectory() + "torg-fetch-\(UUID().uuidString)"

    private final class Silent: FetchReporter {
        func progress(_ source: String, _ what: String, received: Int, total: Int?) {}
        func delivered(_ source: String, _ file: String, bytes: Int) {}
        func wouldFetch(_ source: String, _ what: String) {}
        func failed(_ source: String, _ what: String, _ failure: FetchFailure) {}
    }

    /// A run of the first of two sources, of which the second's name begins as the first's does.
    private func run(since: CalendarDate? = nil) throws -> SourceRun {
        let yaml = """
            contact: mailto:a@b.se
            drop: \(folder)/drop
            state: \(folder)/state
            sources:
              - {kind: ted, since: 2026-03-02}
              - {kind: ted, name: ted-de, since: 2026-03-02}
            """
        try FileManager.default.createDirectory(atPath: "\(folder)/drop", withIntermediateDirectories: true)
        let settings = try SourcesFile.read(
            YAMLNode(parsing: yaml, file: "sources.yaml"), path: "sources.yaml", environment: [:])
        let clock = FetchClock()
        let fetching = FetchRun(
            settings, version: "0", clock: clock, credentials: Credentials(environment: [:]), since: since,
            isDry: false, reporter: Silent())
        try fetching.folder.prepare()
        let client = try WebClient(limits: settings.limits, version: "0", clock: clock)
        return try SourceRun(settings.sources[0], in: fetching, client: client)
    }

    /// Another source's file may be about to get its name: it is whole, and counts as having come.
    @Test func clearsAwayWhatIsItsOwnAlone() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let run = try run()
        for name in [
            "ted-202600001.tar.gz.part", "ted-de-202600001.tar.gz.part", "tedium.part", "ted-202600002.tar.gz",
        ] {
            try Data("x".utf8).write(to: URL(filePath: "\(folder)/drop/\(name)"))
        }
        try run.begin()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(folder)/drop").sorted() == [
                "ted-202600002.tar.gz", "ted-de-202600001.tar.gz.part", "tedium.part",
            ])
    }

    @Test func givesNamesThatARunBeforeCouldNot() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let run = try run()
        try Data("x".utf8).write(to: URL(filePath: "\(folder)/drop/ted-1.tar.gz.part"))
        run.state.deliveries = [.init(part: "ted-1.tar.gz.part", name: "ted-1.tar.gz")]
        try run.begin()
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/drop") == ["ted-1.tar.gz"])
        #expect(try run.folder.state(of: "ted").deliveries.isEmpty)
    }

    /// With --since a later day, what is missing before it stays missing.
    @Test(arguments: [("2026-03-01", false), ("2026-03-02", false), ("2026-03-03", true)])
    func isPartialFromALaterDayOn(_ since: String, _ isPartial: Bool) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try #require(CalendarDate("2026-03-02"))
        #expect(try run(since: CalendarDate(since)).isPartial(first) == isPartial)
        #expect(try run().isPartial(first) == false)
    }

    @Test(arguments: [
        ("2026-105883", true), ("", false), ("../../x", false), ("a/b", false), ("a b", false),
        (String(repeating: "1", count: 41), false),
    ])
    func aNoticesIDMayBePartOfAName(_ id: String, _ isOne: Bool) { #expect(DaySource.isID(id) == isOne) }
}
