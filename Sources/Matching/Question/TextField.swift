import Containers
import Language

/// Texts of one kind (titles, names, labels …) by the stems of their words and of the words' constituents.
///
/// A posting says what a stem is worth in a text, from 0 to 1: 1 for a word of its own, less for a constituent
/// (`WordTree.forEachStem`) and for what stands after a title's first preposition.
struct TextField: Sendable {
    /// A text and what it has of something, from 0 to 1.
    struct Posting: Sendable, Hashable {
        var text: Int32
        var worth: Float
    }

    /// How many texts there are.
    let count: Int
    /// By stem: where its postings begin; one more at the end.
    private let starts: [UInt32]
    /// Ascending within a stem.
    private let texts: [Int32]
    /// In steps of 1/255.
    private let worths: [UInt8]

    /// - Parameters:
    ///   - rows: calls back for each text in turn with its words in their order and what each may be worth.
    ///   - trees: by word, the stems and their worth.
    init(
        count: Int, stems: Int, trees: WordTrees,
        rows: (_ text: Int, _ body: (_ word: Int32, _ role: Float) -> Void) -> Void
    ) {
        var best = [Float](repeating: 0, count: stems)
        var touched: [Int32] = []
        var found: [(stem: Int32, text: Int32, worth: UInt8)] = []
        for text in 0..<count {
            touched.removeAll(keepingCapacity: true)
            rows(text) { word, role in
                trees.forEachStem(of: word) { stem, worth in
                    if best[Int(stem)] == 0 { touched.append(stem) }
                    best[Int(stem)] = max(best[Int(stem)], worth * role)
                }
            }
            for stem in touched {
                found.append((stem, Int32(text), UInt8((best[Int(stem)] * 255).rounded())))
                best[Int(stem)] = 0
            }
        }
        var starts = [UInt32](repeating: 0, count: stems + 1)
        for posting in found { starts[Int(posting.stem) + 1] += 1 }
        for stem in 0..<stems { starts[stem + 1] += starts[stem] }
        var next = starts
        var texts = [Int32](repeating: 0, count: found.count)
        var worths = [UInt8](repeating: 0, count: found.count)
        for posting in found {
            let place = Int(next[Int(posting.stem)])
            texts[place] = posting.text
            worths[place] = posting.worth
            next[Int(posting.stem)] += 1
        }
        self.count = count
        self.starts = starts
        self.texts = texts
        self.worths = worths
    }

    /// Texts all of whose words count in full.
    init(_ rows: [[Int32]], stems: Int, trees: WordTrees) {
        self.init(count: rows.count, stems: stems, trees: trees) { text, body in
            for word in rows[text] { body(word, 1) }
        }
    }

    /// Titles, read as those of past procurements are.
    init(_ titles: [String], by analyser: CompoundAnalyser) {
        var reader = WordReader()
        var rows: [[Int32]] = []
        for title in titles {
            var row: [Int32] = []
            reader.read(title, into: &row)
            rows.append(row)
        }
        let roles = TitleRoles(reader.words)
        self.init(count: titles.count, stems: analyser.stems.count, trees: WordTrees(reader.words, by: analyser)) {
            roles.forEachWord(of: rows[$0][...], $1)
        }
    }

    /// How many texts have the stem.
    func holders(of stem: Int32?) -> Int { range(stem).count }

    func postings(of stem: Int32?) -> [Posting] {
        range(stem).map { Posting(text: texts[$0], worth: Float(worths[$0]) / 255) }
    }

    func has(_ stem: Int32, in text: Int32) -> Bool {
        var range = range(stem)
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if texts[middle] == text { return true }
            range = texts[middle] < text ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return false
    }

    func forEachPosting(of stem: Int32, _ body: (_ text: Int32, _ worth: Float) -> Void) {
        for place in range(stem) { body(texts[place], Float(worths[place]) / 255) }
    }

    private func range(_ stem: Int32?) -> Range<Int> {
        guard let stem, Int(stem) < starts.count - 1 else { return 0..<0 }
        return Int(starts[Int(stem)])..<Int(starts[Int(stem) + 1])
    }

    /// Bytes held, for reports.
    var memory: Int { starts.count * 4 + texts.count * 5 }
}

extension [TextField.Posting] {
    /// The texts of both, ascending as both are, each with what `combine` makes of its two worths; a missing one is 0.
    func union(_ other: Self, _ combine: (Float, Float) -> Float) -> Self {
        var result: Self = []
        result.reserveCapacity(count + other.count)
        var (one, two) = (0, 0)
        while one < count || two < other.count {
            if two == other.count || (one < count && self[one].text < other[two].text) {
                result.append(.init(text: self[one].text, worth: combine(self[one].worth, 0)))
                one += 1
            } else if one == count || other[two].text < self[one].text {
                result.append(.init(text: other[two].text, worth: combine(0, other[two].worth)))
                two += 1
            } else {
                result.append(.init(text: self[one].text, worth: combine(self[one].worth, other[two].worth)))
                one += 1
                two += 1
            }
        }
        return result
    }
}

/// The stems of each word of a vocabulary, computed once for all fields that hold it.
struct WordTrees: Sendable {
    private struct Stem: BitwiseCopyable, Sendable {
        var stem: Int32
        var worth: Float
    }

    /// Row = word.
    private var stems = RaggedRows<Stem>()

    /// For words that are stems themselves.
    init(ownStems count: Int) {
        for stem in 0..<Int32(count) { append(WordTree(stem: stem)) }
    }

    /// For words that are looked up, but not among those that the analyser knows.
    init(_ words: Vocabulary, by analyser: CompoundAnalyser) {
        let stemmer = WordStemmer()
        for word in 0..<Int32(words.count) { append(analyser.tree(of: words[word], stemmer)) }
    }

    init(_ words: Vocabulary, learntBy analyser: inout CompoundAnalyser) {
        let stemmer = WordStemmer()
        for word in 0..<Int32(words.count) { append(analyser.learn(words[word], stemmer)) }
    }

    private mutating func append(_ tree: WordTree) {
        tree.forEachStem { stems.append(item: Stem(stem: $0, worth: $1)) }
        stems.endRow()
    }

    func forEachStem(of word: Int32, _ body: (_ stem: Int32, _ worth: Float) -> Void) {
        for place in stems.range(Int(word)) { body(stems.items[place].stem, stems.items[place].worth) }
    }
}
