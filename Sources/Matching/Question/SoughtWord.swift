import Containers
import Language

/// A word of a question, looked up: its constituents, what stands for it and how much it counts.
struct SoughtWord {
    let text: String
    let facet: Int
    let tree: SoughtTree
    /// What may stand in its place, the most exact first: each a list of words that all count alike.
    private(set) var alternatives: [[SoughtTree]]
    /// How many of these, at the end, were learnt from the names of codes in two languages.
    private var learnt = 0
    /// The alternatives before those, as the table of everyday words writes them.
    let meanings: [String]
    /// What the table of everyday words says that it stands for.
    let means: [String]
    /// Nil where the question isn't in English.
    let englishStem: Int32?
    /// How much it tells of what is bought, times its role in the question.
    private(set) var weight: Float

    static let ofConstituents: Float = 0.8
    private static let ofLearnt: Float = 0.9

    /// - Parameters:
    ///   - meant: what it is a misspelling of.
    ///   - means: what it is shown to be read as.
    init(
        _ word: QuestionReading.Word, as meant: ArraySlice<UInt16>? = nil, means: [String], isEnglish: Bool,
        by weights: inout StemWeights, _ stemmer: WordStemmer
    ) {
        let index = weights.index
        func analysed(_ text: ArraySlice<UInt16>) -> SoughtTree {
            weights.sought(index.analyser.tree(of: text, isSought: true, stemmer))
        }
        text = word.text
        facet = word.facet
        self.means = means
        let units = meant.map { Array($0) } ?? Array(word.text.utf16)
        // Compounds are Swedish.
        tree =
            isEnglish
            ? weights.sought(WordTree(stem: index.analyser.stems.id(of: stemmer.stem(units)[...])))
            : analysed(units[...])
        let readings = (meant == nil ? means : []).map { text in
            let folded = FoldedText(text)
            let words = folded.words.map { folded.units[$0] }.filter { !QuestionWords.swedish.isEmpty($0) }
            return (text: text, words: words.map(analysed))
        }.filter { !$0.words.isEmpty }
        meanings = readings.map(\.text)
        alternatives = readings.map(\.words)
        englishStem = isEnglish ? index.englishStems.id(of: Stemmer(.english).stem(units)[...]) : nil
        var weight = tree.weight
        for alternative in alternatives {
            weight = max(weight, alternative.reduce(0) { $0 + $1.weight } / Float(alternative.count))
        }
        if isEnglish, index.titles.holders(of: tree.stem) == 0, let englishStem {
            let found = index.dictionary[Int(englishStem)]
            if !found.isEmpty {
                learnt = found.count
                alternatives += found.map { [weights.sought(WordTree(stem: $0))] }
                weight *= 0.5
                for alternative in alternatives {
                    for part in alternative { weight = max(weight, weights.weight(of: part.stem)) }
                }
            }
        }
        self.weight = weight * word.weight
    }

    /// The same word counting less.
    func weighing(_ share: Float) -> SoughtWord {
        var word = self
        word.weight *= share
        return word
    }

    /// How far each text of a field has the word, from 0 to 1; ascending by text.
    func matches(in field: TextField) -> [TextField.Posting] {
        var found = Self.matches(tree, in: field)
        for (place, alternative) in alternatives.enumerated() {
            let worth = place < alternatives.count - learnt ? 0.95 - 0.05 * Float(place) : Self.ofLearnt
            let share = worth / Float(alternative.count)
            var sum: [TextField.Posting] = []
            for part in alternative {
                let own = Self.matches(part, in: field)
                sum =
                    sum.isEmpty
                    ? own.map { .init(text: $0.text, worth: share * $0.worth) } : sum.union(own) { $0 + share * $1 }
            }
            found = found.union(sum, max)
        }
        return found
    }

    private static func matches(_ tree: SoughtTree, in field: TextField) -> [TextField.Posting] {
        let own = field.postings(of: tree.stem)
        guard tree.constituents.count == 2 else { return own }
        let (first, last) = (tree.shares.first * ofConstituents, tree.shares.last * ofConstituents)
        let parts = matches(tree.constituents[0], in: field).union(matches(tree.constituents[1], in: field)) {
            first * $0 + last * $1
        }
        return own.isEmpty ? parts : own.union(parts, max)
    }

    /// How far anything that has been bought, or that the CPV names, has the word, from 0 to 1.
    func isKnown(in index: QuestionIndex) -> Float {
        func known(_ tree: SoughtTree) -> Float {
            if index.titles.holders(of: tree.stem) > 0 || index.codeNames.holders(of: tree.stem) > 0 { return 1 }
            guard tree.constituents.count == 2 else { return 0 }
            return Self.ofConstituents
                * (tree.shares.first * known(tree.constituents[0]) + tree.shares.last * known(tree.constituents[1]))
        }
        return alternatives.reduce(known(tree)) { max($0, $1.map(known).min() ?? 0) }
    }
}
