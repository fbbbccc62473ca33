import Foundation
import Matching
import Procurement
import Workload

/// Torg's whole index: what it takes to build and to hold, what `suppliers.find` takes with Torg's own reading of words, and
/// the full match with its reasons.
enum FullMarket {
    static func run(_ workload: Workload) {
        var facts = workload.facts()
        let before = residentBytes()
        let start = Measured.now
        let snapshot = IndexBuilder().build(facts)
        let seconds = (Measured.now - start) / 1e3
        facts = MarketFacts(suppliers: [], procurements: [])
        FileHandle.standardError.write(
            Data(
                "market: \(snapshot.supplierCount) suppliers, \(snapshot.procurementCount) procurements, \(snapshot.awardCount) wins, \(residentBytes() / 1_000_000) MB resident, \(before / 1_000_000) before\n"
                    .utf8))
        for (table, bytes) in snapshot.memoryOfTables {
            let line = "market: \(table), \(bytes / max(1, snapshot.supplierCount)) bytes a supplier\n"
            FileHandle.standardError.write(Data(line.utf8))
        }
        let search = SupplierSearch(snapshot)
        let found = measured(workload.questions, rounds: 2) { question in
            search.find(
                workload.text(question.words), cpv: question.patterns, filter: SupplierFilter(nuts: [question.region]),
                limit: 50
            ).count
        }
        Table.row("Torg, suppliers.find in the index", found, seconds: seconds, bytes: snapshot.retrievalMemory)
        let ranker = Ranker(snapshot)
        // Where a match takes long, fewer of the same questions are asked.
        let share = max(1, workload.suppliers.count / 100_000)
        let questions = Array(workload.questions.prefix(Workload.questionCount / share))
        let matched = measured(questions, rounds: 1) { question in
            ranker.rank(workload.query(question), MatchOptions(limit: 50)).matches.count
        }
        Table.row("Torg, full explained match", matched, seconds: seconds, bytes: snapshot.memory)
    }

    /// What the first questions are answered, whole, one match a line in `answers.txt`: for comparing two programs.
    static func writeAnswers(_ workload: Workload, to folder: URL) throws {
        let ranker = Ranker(IndexBuilder().build(workload.facts()))
        var lines = ""
        for question in workload.questions.prefix(200) {
            for match in ranker.rank(workload.query(question), MatchOptions(limit: 50)).matches { lines += "\(match)\n" }
        }
        let file = folder.appendingPathComponent("answers.txt")
        try lines.write(to: file, atomically: true, encoding: .utf8)
    }

    private static func measured(
        _ questions: [Workload.Question], rounds: Int, _ work: (Workload.Question) -> Int
    ) -> Measured {
        var measured = Measured()
        for _ in 0..<rounds {
            measured = Measured()
            for question in questions { _ = measured.time { work(question) } }
        }
        return measured
    }

    private static func residentBytes() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}

extension Workload {
    /// A question as a purchase: what it is called, its codes and its place.
    func query(_ question: Question) -> MatchQuery {
        var query = MatchQuery(title: text(Array(question.words.prefix(8))))
        query.description = text(question.words)
        query.cpvPatterns = question.patterns
        query.cpv = question.patterns.compactMap { pattern in
            CPVCode(pattern.digits + String(repeating: "0", count: 8 - pattern.digits.utf8.count))
        }
        query.nuts = [question.region]
        return query
    }
}
