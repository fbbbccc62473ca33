import API
import Foundation
import Procurement
import Testing

@testable import Daemon

/// What torg-fetch says of its sources, and what somebody could write in its place.
@Suite struct FetchingFileTests {
    private let path = NSTemporaryDirectory() + "torg-status-\(UUID().uuidString).json"
    /// An hour after the example was written.
    private let now = Date(timeIntervalSince1970: 1_796_006_467)

    private static let example = """
        {
          "version": 1, "program": "0.1.0", "written": "2026-11-30T01:41:07Z",
          "sources": [
            {
              "name": "ted", "kind": "ted", "state": "failing", "lastAttempt": "2026-11-30T01:40:02Z",
              "lastSuccess": "2026-11-28T01:40:55Z", "dataThrough": "2026-11-27", "last": "202600229",
              "waiting": 1, "waitingSince": "2026-11-30T08:30:00Z", "unconfirmed": 0, "failures": 2,
              "error": {
                "kind": "tooMany", "what": "202600230", "at": "2026-11-30T01:41:05Z",
                "text": {"sv": "för ofta", "en": "too often"}, "remedy": {"sv": "vänta", "en": "wait"}
              }
            },
            {"name": "scb", "kind": "scb", "state": "new", "waiting": 0, "unconfirmed": 0, "failures": 0}
          ]
        }
        """

    private func stand(_ text: String, later days: Double = 0) throws -> FetchingStand? {
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return FetchingFile(path: path).stand(now: now.addingTimeInterval(days * 86_400))
    }

    @Test func readsWhatTorgFetchWrites() throws {
        let stand = try #require(try stand(Self.example))
        #expect(stand.detail == nil && stand.at == Moment("2026-11-30T01:41:07Z"))
        let ted = try #require(stand.sources.first)
        #expect(ted.name == "ted" && ted.kind == "ted" && ted.state == .failing)
        #expect(ted.lastSuccess == Moment("2026-11-28T01:40:55Z") && ted.dataThrough == CalendarDate("2026-11-27"))
        #expect(ted.waiting == 1 && ted.waitingSince == Moment("2026-11-30T08:30:00Z") && ted.failures == 2)
        #expect(
            ted.error
                == SourceFailure(
                    kind: "tooMany", what: "202600230", at: try #require(Moment("2026-11-30T01:41:05Z")),
                    text: BilingualText(sv: "för ofta", en: "too often"),
                    remedy: BilingualText(sv: "vänta", en: "wait")))
        #expect(stand.sources.last == SourceStand(name: "scb", kind: "scb", state: .new, waiting: 0, failures: 0))
    }

    @Test func withoutAFileNothingIsFetchedHere() {
        #expect(FetchingFile(path: path).stand(now: now) == nil)
    }

    /// A timer that is off writes nothing, and would be good for ever.
    @Test func whatNobodyRunsIsLate() throws {
        #expect(try stand(Self.example, later: 2.9)?.sources.map(\.state) == [.failing, .new])
        #expect(try stand(Self.example, later: 3.1)?.sources.map(\.state) == [.late, .new])
    }

    @Test(arguments: [
        ("", "no JSON"), ("[]", "no JSON"), (String(repeating: "[", count: 100_000), "no JSON"),
        (#"{"version": 2, "written": "2026-11-30T01:41:07Z", "sources": []}"#, "another version"),
        (#"{"version": 1, "written": "yesterday", "sources": []}"#, "is missing"),
        (#"{"version": 1, "written": "2026-11-30T01:41:07Z"}"#, "is missing"),
        (#"{"version": 1, "written": "2026-11-30T01:41:07Z", "sources": [1]}"#, "no name"),
        (
            #"{"version": 1, "written": "2026-11-30T01:41:07Z", "sources": [{"name": "a\"b", "kind": "ted", "state": "good"}]}"#,
            "no name"
        ),
        (
            #"{"version": 1, "written": "2026-11-30T01:41:07Z", "sources": [{"name": "a", "kind": "ted", "state": "fine"}]}"#,
            "no name"
        ),
        (String(repeating: " ", count: FetchingFile.mostBytes + 1), "more than"),
    ])
    func whatItCannotBeIsSaid(_ text: String, _ detail: String) throws {
        let stand = try #require(try stand(text))
        #expect(stand.detail?.contains(detail) == true, "\(stand.detail ?? "–")")
        #expect(stand.sources.isEmpty && stand.at == nil)
    }

    private func sources(_ count: Int, name: (Int) -> String) -> String {
        let sources = (0..<count).map { #"{"name": "\#(name($0))", "kind": "ted", "state": "good"}"# }
        return #"{"version": 1, "written": "2026-11-30T01:41:07Z", "sources": [\#(sources.joined(separator: ","))]}"#
    }

    @Test func itsSourcesAreFewAndEachIsThereOnce() throws {
        #expect(try stand(sources(FetchingFile.mostSources) { "s\($0)" })?.sources.count == FetchingFile.mostSources)
        #expect(try stand(sources(FetchingFile.mostSources + 1) { "s\($0)" })?.detail?.contains("more than") == true)
        #expect(try stand(sources(2) { _ in "s" })?.detail?.contains("twice") == true)
    }

    @Test func itsTextsAreShortAndOnOneLine() throws {
        let text = Self.example.replacing("too often", with: #"a\u001b[31m\n"# + String(repeating: "x", count: 5000))
            .replacing(#""waiting": 1"#, with: #""waiting": 99999999999"#)
        let source = try #require(try stand(text)?.sources.first)
        let words = try #require(source.error?.text.en)
        #expect(words.hasPrefix("a?[31m?x") && words.unicodeScalars.count == FetchingFile.mostScalars)
        #expect(source.waiting == 1_000_000)
    }

    @Test func whatIsNoFileHoldsNobodyUp() throws {
        defer { unlink(path) }
        #expect(mkfifo(path, 0o600) == 0)
        #expect(FetchingFile(path: path).stand(now: now)?.detail == "it is no file")
        unlink(path)
        #expect(symlink("/etc/passwd", path) == 0)
        #expect(FetchingFile(path: path).stand(now: now)?.detail != nil)
    }
}
