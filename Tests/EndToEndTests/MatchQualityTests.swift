import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// How good the matching is and why it says what it says, through the real programs and the real socket.
@Suite(.serialized) struct MatchQualityTests {
    @Test func explainsWhoIsOnTheListAndWhoIsNot() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let list = try await client.call(
            MatchCategory.self, .init(category: .configured("it"), options: MatchOptions(limit: 30)))
        let need = NeedQuery.category(.configured("it"))
        let first = list.matches[0]
        let on = try await client.call(MatchingExplain.self, .init(need: need, supplier: first.supplier.id))
        #expect(on.rank == 1)
        #expect(on.score == first.score)
        #expect(on.signals == first.signals)
        #expect(on.considered == list.considered)
        #expect(on.reasons == [] && on.scoreOfLastPlace == nil)

        let last = try #require(list.matches.last)
        let limit = list.matches.count - 1
        try #require(limit > 0)
        let off = try await client.call(
            MatchingExplain.self,
            .init(need: need, supplier: last.supplier.id, options: MatchOptions(limit: Limit(clamping: limit))))
        #expect(off.rank == limit + 1)
        #expect(off.scoreOfLastPlace == list.matches[limit - 1].score)
        #expect(off.signals.reduce(.zero) { $0 + $1.points } == off.score)
        #expect(!off.reasons.isEmpty, "the gap, and what would close it")

        let barred = try await client.call(
            MatchingExplain.self,
            .init(
                need: need, supplier: first.supplier.id,
                options: MatchOptions(filter: SupplierFilter(exclude: [first.supplier.id]))))
        #expect(barred.rank == nil && barred.score == nil)
        #expect(barred.reasons.count == 1)

        for need in ["{}", #"{"category":"it","challenge":"x"}"#] {
            let parameters: JSONValue = ["need": try JSONParser.parse(need), "supplier": .string(first.supplier.id)]
            await #expect(throws: RPCClientError.self) {
                _ = try await client.call("matching.explain", parameters: parameters)
            }
        }

        let run = try ProgramRun(
            "torg",
            [
                "--socket", daemon.socket, "explain", last.supplier.id, "--category", "it", "--language", "en",
                "--limit", "\(limit)",
            ])
        #expect(run.code == 0)
        #expect(run.output.contains("Place \(limit + 1) of"))
        #expect(run.output.contains("not on the list of \(limit)"))
        #expect(run.output.contains("place \(limit) has"))
        let unknown = try ProgramRun(
            "torg", ["--socket", daemon.socket, "explain", "none-such", "--category", "it"])
        #expect(unknown.code == 1)
        #expect(
            try ProgramRun("torg", ["--socket", daemon.socket, "explain", last.supplier.id]).code == 64,
            "a need must be given")
    }

    @Test func backtestCountsEveryRankingWithBoundsAndFairness() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let from = CalendarDate(nearestTo: 2023, 1, 1)
        let plain = try await client.call(MatchingBacktest.self, .init(from: from), timeout: nil)
        #expect(plain.queries > 20)
        #expect(plain.rows.map(\.name) == ["torg"] + plain.baselines.map(\.name))
        #expect(plain.rows.map(\.figures) == [plain.figures] + plain.baselines.map(\.figures))
        #expect(plain.categories == nil)
        for row in plain.rows {
            let (bounds, figure) = (row.intervals.successAt10, row.figures.successAt10)
            #expect(bounds.low <= figure && figure <= bounds.high, "\(row.name)")
            #expect(row.newcomerShare.at132 <= .one && row.smallFirmShare.at132 <= .one)
        }
        #expect(plain.rows[0].smallFirmShare.at132 > .zero)

        let words = try await client.call(
            MatchingBacktest.self,
            .init(
                from: from, task: .textOnly, growing: true, baselines: false, ablation: true,
                against: ["experience": .one, "industry": .zero]), timeout: nil)
        #expect(words.baselines == [])
        #expect(words.rows.prefix(2).map(\.name) == ["torg", "other weights"])
        #expect(words.rows.contains { $0.name == "without experience" })
        #expect(words.history > plain.history, "the past grows")
        #expect(words.figures != plain.figures)

        let whole = try await client.call(
            MatchingBacktest.self,
            .init(from: CalendarDate(nearestTo: 2022, 1, 1), task: .category, baselines: false), timeout: nil)
        let categories = try #require(whole.categories)
        #expect(categories.rows.count == 3 && categories.rows[0].name == "torg")
        for row in categories.rows { #expect(row.low <= row.recallAt50 && row.recallAt50 <= row.high) }

        await #expect(throws: RPCClientError.self) {
            _ = try await client.call(MatchingBacktest.self, .init(from: from, against: ["none-such": .one]))
        }
    }

    @Test func backtestCommandComparesAndDraws() async throws {
        let (daemon, _) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let (weights, chart) = (daemon.folder + "/other.yaml", daemon.folder + "/chart.html")
        try "weights:\n  # the one that counts\n  experience: 0.9\n  industry: 0\n".write(
            toFile: weights, atomically: true, encoding: .utf8)
        let base = ["--socket", daemon.socket, "backtest", "--from", "2023-01-01", "--no-baselines"]
        let run = try ProgramRun("torg", base + ["--embargo-too", "--against", weights, "--chart", chart])
        #expect(run.code == 0)
        #expect(run.output.contains("other weights"))
        #expect(run.output.contains("embargo 0 days") && run.output.contains("embargo 90 days"))
        let page = try String(contentsOfFile: chart, encoding: .utf8)
        #expect(page.contains("<svg") && page.contains("Embargo of 90 days") && page.contains("other weights"))
        #expect(!page.contains("http"), "it loads nothing")

        try "weights:\n  experience: much\n".write(toFile: weights, atomically: true, encoding: .utf8)
        let bad = try ProgramRun("torg", base + ["--against", weights])
        #expect(bad.code == 64)
        #expect(bad.errors.contains("other.yaml:2"))
    }

    @Test func tuneShowsBeforeAndAfterAndTouchesNothing() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let before = try await client.call("match.category", parameters: ["category": "it"])
        let file = daemon.folder + "/learnt.yaml"
        let tune = ["--socket", daemon.socket, "tune", "--validate-from", "2024-01-01", "--output", file]
        let run = try ProgramRun("torg", tune)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("before") && run.output.contains("after") && run.output.contains("experience"))
        #expect(try await client.call("match.category", parameters: ["category": "it"]) == before)
        #expect(try ProgramRun("torg", tune).code == 64, "what is there stays")

        let result = try await client.call(
            MatchingTune.self, .init(validateFrom: CalendarDate(nearestTo: 2024, 1, 1)), timeout: nil)
        #expect(result.learntFrom > 0 && result.queries > 0)
        #expect(result.before.weights.dictionary.keys == result.after.weights.dictionary.keys)
        // The file can be compared with, and put in place.
        let compared = try ProgramRun(
            "torg",
            ["--socket", daemon.socket, "backtest", "--from", "2024-01-01", "--no-baselines", "--against", file])
        #expect(compared.code == 0)
        let configuration = try String(contentsOfFile: daemon.folder + "/torg.yaml", encoding: .utf8)
        try configuration.replacing(Repository.path("config/weights.yaml"), with: file)
            .write(toFile: daemon.folder + "/torg.yaml", atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        _ = try daemon.waitForLog("configuration reloaded")
        let title = NoticeDescription(title: "Skolskjuts")
        let after = try await client.call(MatchNotice.self, .init(notice: .described(title)))
        #expect(after.weights == result.after.weights)
        let category = try await client.call("match.category", parameters: ["category": "it"])
        #expect(category["weights"] == before["weights"], "what is learnt from notices holds for notices")

        await #expect(throws: RPCClientError.self) {
            _ = try await client.call(MatchingTune.self, .init(validateFrom: CalendarDate(nearestTo: 1999, 1, 1)))
        }
    }

    @Test func codeListBecomesWordsOfTheMatch() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let need = MatchNotice.Parameters(
            notice: .described(NoticeDescription(title: "Elbuss", cpv: ["60130000"])))
        let before = try await client.call(MatchNotice.self, need)
        let list = daemon.folder + "/cpv.csv"
        try "label_sv;code\nSkolskjuts och persontransporter;60130000-8\nTransporter;60000000\nfel;6\n".write(
            toFile: list, atomically: true, encoding: .utf8)
        let run = try ProgramRun("torg", ["--socket", daemon.socket, "codes", "import", list])
        #expect(run.code == 1, "one row is refused: \(run.errors)")
        #expect(run.output.contains("3 codes: 2 stored, 0 unchanged, 1 refused."))
        let after = try await client.call(MatchNotice.self, need)
        #expect(after.generation > before.generation)
        #expect(after.matches != before.matches, "the labels speak")
        let again = try await client.call(CodesImport.self, .init(path: list))
        #expect(again.unchanged == 2 && again.generation == after.generation)

        try "<gc:CodeList/>".write(toFile: list, atomically: true, encoding: .utf8)
        let empty = try ProgramRun("torg", ["--socket", daemon.socket, "codes", "import", list])
        #expect(empty.code == 65)
        #expect(empty.errors.contains("no list of codes in here"))

        func value(_ column: String, _ text: String) -> String {
            "<Value ColumnRef='\(column)'><SimpleValue>\(text)</SimpleValue></Value>"
        }
        let rows = [
            value("code", "60130000") + value("Name", "School") + value("swe_label", "Skjutsar"),
            value("code", "60000000") + value("swe_label", "Transporter"), value("code", "six"),
        ]
        try """
        <gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><SimpleCodeList>
        \(rows.map { "<Row>\($0)</Row>" }.joined(separator: "\n"))
        </SimpleCodeList></gc:CodeList>
        """.write(toFile: list, atomically: true, encoding: .utf8)
        let official = try ProgramRun("torg", ["--socket", daemon.socket, "codes", "import", list])
        #expect(official.code == 1, "one row is refused: \(official.errors)")
        #expect(official.output.contains("3 codes: 1 stored, 1 unchanged, 1 refused."))
        let refusals = try await client.call(RefusalsList.self, .init(limit: Limit(clamping: 1)))
        #expect(refusals.refusals.first?.line == 4)
        #expect(refusals.refusals.first?.reason == "bad-cpv")
    }

    @Test func feedbackIsKeptWithWhoAndWhen() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let need = NeedQuery.category(.configured("it"))
        let match = try await client.call(MatchCategory.self, .init(category: .configured("it")))
        let ids = match.matches.prefix(2).map(\.supplier.id)
        let kept = try await client.call(
            FeedbackRecord.self,
            .init(need: need, supplier: ids[0], verdict: .rejected, reason: "Säljer inte längre, 640823-3234"))
        #expect(kept.feedback.need == need && kept.feedback.verdict == .rejected)
        #expect(kept.feedback.reason == "Säljer inte längre")
        #expect(!kept.feedback.by.isEmpty)
        #expect(kept.generation == match.generation + 1)
        _ = try await client.call(FeedbackRecord.self, .init(need: need, supplier: ids[1], verdict: .accepted))

        // It counts at once, for this need, without its reason; and for no other.
        let after = try await client.call(MatchCategory.self, .init(category: .configured("it")))
        let rejected = try #require(after.matches.first { $0.supplier.id == ids[0] })
        let signal = try #require(rejected.signals.first { $0.name == "verdicts" })
        #expect(signal.value == .zero && rejected.score < match.matches[0].score)
        #expect(!signal.because.contains("Säljer"))
        #expect(after.generation == match.generation + 2)
        let other = try await client.call(MatchCategory.self, .init(category: .configured("livsmedel")))
        #expect(other.matches.allSatisfy { $0.signals.first { $0.name == "verdicts" }?.value == nil })
        let told = try ProgramRun(
            "torg",
            [
                "--socket", daemon.socket, "feedback", "record", ids[1], "accepted", "--category", "it",
                "--language", "sv",
            ])
        #expect(told.output.contains("Noterat som nummer 3: \(ids[1]) godtagen för kategorin it."), "\(told.errors)")
        let listed = try ProgramRun(
            "torg", ["--socket", daemon.socket, "feedback", "list", "--supplier", ids[0], "--language", "sv"])
        #expect(listed.output.contains("avvisad") && listed.output.contains("Säljer inte längre"))
        let refused = try ProgramRun(
            "torg", ["--socket", daemon.socket, "feedback", "record", ids[1], "rejected", "--category", "it"])
        #expect(refused.code == 64)

        // A rejection without a reason, a supplier and a need that nobody knows.
        for (need, supplier) in [
            (need, ids[0]), (need, "none-such"), (NeedQuery.category(.configured("none-such")), ids[0]),
        ] {
            await #expect(throws: RPCClientError.self) {
                _ = try await client.call(
                    FeedbackRecord.self, .init(need: need, supplier: supplier, verdict: .rejected))
            }
        }

        daemon.stop()
        let second = try RunningDaemon(folder: daemon.folder)
        defer { second.remove() }
        let restarted = try await second.client()
        let list = try await restarted.call(FeedbackList.self, .init())
        #expect(list.feedback.map(\.supplier) == [ids[1], ids[1], ids[0]])
        let again = try await restarted.call(MatchCategory.self, .init(category: .configured("it")))
        #expect(again.matches.first { $0.supplier.id == ids[0] }?.score == rejected.score, "kept over a restart")
        let one = try await restarted.call(FeedbackList.self, .init(supplier: ids[0]))
        #expect(one.feedback == [kept.feedback])
    }
}
