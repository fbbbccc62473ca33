import Containers
import Language
import Procurement

/// What the CPV calls its codes in English.
struct EnglishNames {
    private(set) var stems = Vocabulary()
    let field: TextField

    /// - Parameter codes: the rows of the field.
    init(_ names: [CPVCode: String], of codes: [CPVCode]) {
        let stemmer = Stemmer(.english)
        var stems = Vocabulary()
        let rows = codes.map { code -> [Int32] in
            let folded = FoldedText(names[code] ?? "")
            return folded.words.map { stems.intern(stemmer.stem(folded.units[$0])[...]) }
        }
        self.stems = stems
        field = TextField(rows, stems: stems.count, trees: WordTrees(ownStems: stems.count))
    }

    private static let mostWords = 3
    private static let least: Float = 0.3
    private static let besidesBest: Float = 0.7

    /// By stem: the Swedish stems whose codes are its codes, by Dice's coefficient (Dice 1945) of at least 0.3 and 0.7 times
    /// the best; three at most.
    func dictionary(to swedish: TextField, stems others: Vocabulary) -> [[Int32]] {
        /// By code: the Swedish stems that its name has as words of their own or as a half.
        var stemsOfCode = [[Int32]](repeating: [], count: swedish.count)
        var holders = [Float](repeating: 0, count: others.count)
        for stem in 0..<Int32(others.count) where others[stem].count > 2 && !QuestionWords.swedish.isEmpty(others[stem])
        {
            swedish.forEachPosting(of: stem) { code, worth in
                guard worth >= 0.69 else { return }
                stemsOfCode[Int(code)].append(stem)
                holders[Int(stem)] += 1
            }
        }
        return (0..<Int32(stems.count)).map { english in
            var common: [Int32: Float] = [:]
            var count: Float = 0
            field.forEachPosting(of: english) { code, _ in
                count += 1
                for stem in stemsOfCode[Int(code)] { common[stem, default: 0] += 1 }
            }
            let found = common.map { (stem: $0.key, dice: 2 * $0.value / (count + holders[Int($0.key)])) }
                .sorted { ($1.dice, $0.stem) < ($0.dice, $1.stem) }.prefix(Self.mostWords)
            let best = found.first?.dice ?? 0
            return found.filter { $0.dice >= Self.least && $0.dice >= Self.besidesBest * best }.map(\.stem)
        }
    }
}
