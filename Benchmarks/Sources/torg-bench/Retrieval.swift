import Containers
import Foundation
import Language
import Matching
import Procurement
import Workload

/// The plain retrieval part over the same words, codes and regions as the other engines have: words as they stand.
enum Retrieval {
    static func run(_ workload: Workload, folder: URL) throws {
        let start = Measured.now
        var vocabulary = Vocabulary()
        let numbers = workload.words.map { word in
            let text = FoldedText(word)
            return vocabulary.intern(text.units[text.words[0]])
        }
        let index = RetrievalIndex(
            words: workload.suppliers.lazy.map { $0.text.map { numbers[Int($0)] } }, wordCount: vocabulary.count,
            codes: workload.suppliers.lazy.map { $0.codes.map { Int32($0.number) } },
            regions: workload.suppliers.map { [$0.region] })
        let seconds = (Measured.now - start) / 1e3
        let questions = workload.questions.map { (text: workload.text($0.words), question: $0) }
        var measured = Measured()
        var answers: [[RetrievalIndex.Hit]] = []
        for _ in 0..<2 {
            measured = Measured()
            answers.removeAll()
            for (text, question) in questions {
                answers.append(
                    measured.time {
                        let folded = FoldedText(text)
                        let words = folded.words.compactMap { vocabulary.id(of: folded.units[$0]) }
                        return index.search(
                            .init(words: words, patterns: question.patterns, regions: [question.region]), limit: 50)
                    })
            }
        }
        let rows = answers.map { hits in
            hits.map { workload.suppliers[Int($0.supplier)].id }.joined(separator: " ") + "\n"
        }
        try Data(rows.joined().utf8).write(to: folder.appendingPathComponent("torg.tsv"))
        Table.row(
            "Torg, retrieval", measured,
            seconds: seconds,
            bytes: index.memory)
    }
}

/// Rows that `run` reads: name, median and ninth decile in milliseconds, seconds to build, bytes.
enum Table {
    static func row(_ name: String, _ measured: Measured, seconds: Double, bytes: Int) {
        let figures = [measured.quantile(0.5), measured.quantile(0.9)].map { String(format: "%.4f", $0) }
        print(([name] + figures + [String(format: "%.1f", seconds), "\(bytes)"]).joined(separator: "\t"))
    }
}
