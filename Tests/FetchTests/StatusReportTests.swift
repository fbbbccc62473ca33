import Foundation
import Procurement
import Testing

@testable import Fetch

@Suite struct StatusReportTests {
    private let now = Date(timeIntervalSince1970: 1_772_366_400)
    private func ago(days: Double) -> Date { now.addingTimeInterval(-days * 86_400) }

    private func word(_ change: (inout SourceState) -> Void, everyDays: Int? = nil) throws -> StatusReport.Source.State
    {
        var state = SourceState()
        change(&state)
        let address = try #require(WebAddress("https://example.org/a"))
        let plan: SourceSettings.Plan =
            if let everyDays {
                .file(FileSettings(address: address, content: .zip, ending: "zip", everyDays: everyDays, login: .none))
            } else {
                .folder(FolderSettings(address: address, pattern: "*", login: .none))
            }
        return StatusReport.word(
            SourceSettings(name: "a", kind: .https, largest: 1, most: 1, plan: plan), state, now: now)
    }

    @Test func whatWasNeverTriedIsNew() throws { #expect(try word { _ in } == .new) }

    @Test func aFailureIsNoDelayYet() throws {
        let error = SourceState.Note(
            kind: "page", what: "a", at: now, text: .init(sv: "", en: ""), remedy: .init(sv: "", en: ""))
        #expect(try word { ($0.lastAttempt, $0.lastSuccess, $0.error) = (now, ago(days: 2), error) } == .failing)
        #expect(try word { ($0.lastAttempt, $0.lastSuccess, $0.error) = (now, ago(days: 5), error) } == .late)
    }

    @Test func whatWaitsForDaysIsLate() throws {
        #expect(try word { ($0.lastAttempt, $0.lastSuccess, $0.waitingSince) = (now, now, ago(days: 2)) } == .good)
        #expect(try word { ($0.lastAttempt, $0.lastSuccess, $0.waitingSince) = (now, now, ago(days: 4)) } == .late)
    }

    @Test func aWeeklyFileHasItsWeek() throws {
        #expect(try word({ ($0.lastAttempt, $0.lastSuccess) = (ago(days: 9), ago(days: 9)) }, everyDays: 7) == .good)
        #expect(try word({ ($0.lastAttempt, $0.lastSuccess) = (ago(days: 11), ago(days: 11)) }, everyDays: 7) == .late)
    }

    @Test func aStateIsReadAsItWasWritten() throws {
        let path = NSTemporaryDirectory() + "torg-fetch-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = StateFolder(path: path)
        try folder.prepare()
        var state = SourceState()
        state.lastSuccess = now
        state.issues["202600136"] = .init(
            day: CalendarDate("2026-07-14")!, way: .package, expected: 3, received: 3, kept: 1, bytes: 10, at: now)
        state.deliveries = [.init(part: "a.part", name: "a")]
        try folder.write(state, of: "ted")
        #expect(try folder.state(of: "ted") == state)
        #expect(try folder.state(of: "other") == SourceState())
        try Data("{".utf8).write(to: URL(filePath: "\(path)/sources/ted.json"))
        #expect(throws: FetchFailure.self) { try folder.state(of: "ted") }
    }
}
