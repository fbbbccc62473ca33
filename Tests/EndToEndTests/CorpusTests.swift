import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// The release programs against real notices. Skipped without TORG_CORPUS, and for debug programs, which are too slow.
@Suite(
    .serialized,
    .enabled(if: Corpora.folder != nil, "TORG_CORPUS names no folder of corpora"),
    .enabled(if: Programs.areRelease, "only the release programs are fast enough: set TORG_BIN"))
struct CorpusTests {
    private let corpus = Corpora.folder ?? ""

    @Test func everyRealNoticeIsRead() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        var seen: [String: Int] = [:]
        for folder in ["eforms", "eforms-sample", "ted"] {
            let counts = try await client.call(FeedImport.self, .init(paths: ["\(corpus)/\(folder)"]), timeout: nil)
                .notices
            #expect(counts.refused == 0, "\(folder)")
            #expect(counts.seen == counts.stored + counts.unchanged + counts.superseded + counts.conflicting)
            seen[folder] = counts.seen
        }
        // A held-back part of the same shape may be larger or smaller, but not empty.
        #expect(seen.values.allSatisfy { $0 > 50 })
        print("real notices read: \(seen)")
    }

    @Test func invalidNoticesAreRefusedWithReasonOrReadWithWhatTheyHave() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        for name in try FileManager.default.contentsOfDirectory(atPath: corpus + "/invalid").sorted() {
            let counts = try await client.call(
                FeedImport.self, .init(paths: ["\(corpus)/invalid/\(name)"]), timeout: nil
            ).notices
            #expect(counts.seen >= 1, "\(name) is neither read nor refused")
        }
        let refusals = try await client.call(RefusalsList.self, .init(limit: 1000)).refusals
        #expect(refusals.allSatisfy { !$0.reason.isEmpty && !$0.detail.isEmpty && $0.reason != "reader-died" })
    }

    @Test func hostileFilesEndInTimeWithAReasonAndTheImportGoesOn() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let folder = corpus + "/hostile/xml"
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
            if isFolder.boolValue { continue }
            let start = ContinuousClock().now
            let result = try await client.call(FeedImport.self, .init(paths: ["\(folder)/\(name)"]), timeout: nil)
            #expect(ContinuousClock().now - start < .seconds(2), "\(name)")
            #expect(result.notices.refused >= 1, "\(name)")
        }
        let good = try await client.call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/notices/eforms")]), timeout: nil)
        #expect(good.notices.refused == 0)
    }

    @Test func swedishYearIsSearchableMeasuredAndNeverWaitedFor() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(SuppliersImport.self, .init(path: corpus + "/se-2021/suppliers.csv"), timeout: nil)
        let months = try FileManager.default.contentsOfDirectory(atPath: corpus + "/se-2021/feed").sorted()
        let first = months.prefix(2).map { "\(corpus)/se-2021/feed/\($0)" }
        let rest = months.dropFirst(2)
        _ = try await client.call(FeedImport.self, .init(paths: first), timeout: nil)

        // What the same questions take on this machine at this hour while nothing is imported.
        let calm = try await QueryLoad(socket: daemon.socket, clients: 10).measure {
            for _ in 0..<1500 { _ = try await client.call(ServerStatus.self, NoParameters()) }
        }
        print("queries without an import: \(calm)")
        // An import for each month, and the median of their 99th percentiles: a machine that stands still for a moment
        // holds up all ten clients at once, and that is more than a hundredth of one import's questions.
        var percentiles: [Duration] = []
        var count = 0
        for month in rest {
            let waits = try await QueryLoad(socket: daemon.socket, clients: 10).measure {
                let path = "\(corpus)/se-2021/feed/\(month)"
                let result = try await client.call(FeedImport.self, .init(paths: [path]), timeout: nil)
                #expect(result.notices.refused == 0)
            }
            print("queries during an import: \(waits)")
            percentiles.append(waits.percentile99)
            count += waits.count
        }
        #expect(percentiles.count >= 5)
        // Fewer would make no 99th percentile; how many there are follows from how long the imports take.
        #expect(count > 100)
        #expect(percentiles.sorted()[percentiles.count / 2] < max(.milliseconds(50), calm.percentile99 * 4))

        let ask: JSONValue = [
            "notice": ["title": "Skolskjuts", "cpv": ["60130000"], "buyer": ["name": "Umeå kommun"]], "limit": 50,
        ]
        let answer = JSONText(try await client.call("match.notice", parameters: ask))
        #expect(JSONText(try await client.call("match.notice", parameters: ask)) == answer)

        let report = try await client.call(
            MatchingBacktest.self, .init(from: try #require(CalendarDate("2021-09-01"))), timeout: nil)
        print("back-test from 2021-09-01: \(report.figures)")
        #expect(report.figures.successAt10.double >= 0.40)
        for baseline in report.baselines {
            #expect(report.figures.successAt10 >= baseline.figures.successAt10, "\(baseline.name)")
        }
    }

    /// The meeting of 300, three councils and a timetable of 300 × 20 × 12, on a real year and the example categories.
    @Test func swedishYearFillsAMeetingThreeCouncilsAndATimetable() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(SuppliersImport.self, .init(path: corpus + "/se-2021/suppliers.csv"), timeout: nil)
        _ = try await client.call(FeedImport.self, .init(paths: [corpus + "/se-2021/feed"]), timeout: nil)
        let start = ContinuousClock().now
        let meeting = try await client.call(
            API.MeetingPlan.self,
            .init(
                capacity: 300, floor: 8,
                projects: [
                    ProjectAtMeeting(
                        id: "sparvagen", name: BilingualText("Spårvägen"), owner: "Spårvagnar AB",
                        categories: ["anlaggning", "teknikkonsult"])
                ],
                rooms: [RoomAtMeeting(name: "Stora salen", seats: 60), RoomAtMeeting(name: "Foajén", seats: 40)],
                slots: .regular(RegularProgramme(starts: "09:00", count: 8, minutes: 25, pause: 5)),
                smallShare: Points(millionths: 400_000), newcomerShare: Points(millionths: 150_000)), timeout: nil)
        print("meeting of 300: \(ContinuousClock().now - start)")
        #expect(meeting.outreach.count == 300 && meeting.choice.gap == .zero)
        #expect(meeting.coverage.allSatisfy { $0.outreach >= $0.floor })
        #expect(meeting.shares.allSatisfy { $0.planned >= $0.asked })
        for categories in [["it"], ["bygg", "anlaggning"], ["vard-omsorg", "transport"]] {
            let council = try await client.call(
                CouncilCompose.self,
                .init(
                    needs: categories.map { .category(.configured($0)) }, seats: CouncilSeats(suppliers: 15),
                    sizeQuotas: [
                        CouncilSizeQuota(sizes: [.micro, .small], minimum: 5),
                        CouncilSizeQuota(sizes: [.large], maximum: 5),
                    ], newcomers: 2), timeout: nil)
            #expect(council.seats.count == 15 && council.choice.gap == .zero)
            let groups = council.seats.compactMap(\.member.group)
            #expect(Set(groups).count == groups.count, "two seats for one group")
        }
        let hosts = try await client.call(CategoriesList.self, .init()).categories.prefix(16).map {
            MeetingHost(id: $0.id, need: .category(.configured($0.id)))
        }
        let more = (hosts.count..<20).map { MeetingHost(id: "allmant-\($0)") }
        let asked = ContinuousClock().now
        let timetable = try await client.call(
            MeetingsSchedule.self,
            .init(
                hosts: hosts + more, slots: .regular(RegularProgramme(starts: "09:00", count: 12, minutes: 20)),
                companies: meeting.outreach.map { CompanyAtTable(supplier: $0.supplier.id) }), timeout: nil)
        let took = ContinuousClock().now - asked
        print("timetable of 300 × 20 × 12: \(took), \(timetable.meetings.count) meetings, gap \(timetable.choice.gap)")
        // 12 meetings a table, and fewer only where everyone who could sit there already does.
        #expect(timetable.choice.gap == .zero && timetable.hosts.count == 20)
        for host in timetable.hosts where timetable.meetings.count(where: { $0.host == host.id }) != 12 {
            #expect(timetable.meetings.contains { $0.host == host.id })
            #expect(!timetable.unscheduled.contains { $0.host == host.id })
        }
        // Under 2 s on a machine with nothing else to do; `TimetablePlannerTests` holds the planner to it by its own
        // processor time.
        #expect(took < .seconds(20))
    }
}
