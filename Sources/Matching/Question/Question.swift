import Language

/// A question in words as it is looked up: its sought words with their facets.
///
/// A text covers a facet by Σ weight · match / Σ weight. A question of one facet is covered as that is; one of several by
/// (the best of importance · coverage + 0.6 · that of all its words) / 1.6, where importance is the square root of the facet's
/// heaviest word's weight over the question's.
struct Question {
    let words: [SoughtWord]
    private let index: QuestionIndex

    /// The heaviest words of a long text, as many as are looked up.
    private static let mostWords = 60
    private static let mostMisspelt = 8
    /// What is unknown in all texts shall not set the scale beside other facets.
    private static let leastKnown: Float = 0.3

    init(_ reading: QuestionReading, everyday: EverydayWords, in index: QuestionIndex) {
        var reading = reading
        reading.standIn(everyday)
        let stemmer = WordStemmer()
        var misspelt = 0
        var weights = StemWeights(in: index)
        let words = reading.words.map { word in
            var means = word.means ?? everyday.meaning(of: word.text)
            let units = Array(word.text.utf16)[...]
            var meant: ArraySlice<UInt16>?
            if means.isEmpty, !reading.isEnglish, misspelt < Self.mostMisspelt, !index.analyser.knows(units, stemmer),
                index.analyser.tree(of: units, stemmer).constituents.isEmpty
            {
                // Looking for it goes through all words.
                misspelt += 1
                meant = index.analyser.meant(by: units)
                if let meant { means = [String(decoding: meant, as: UTF16.self)] }
            }
            return SoughtWord(
                word, as: meant, means: means, isEnglish: reading.isEnglish, by: &weights, stemmer)
        }
        let heaviest = Selection.best(words.map(\.weight), Self.mostWords).sorted().map { words[Int($0)] }
        let hasFacets = Set(heaviest.map(\.facet)).count > 1
        self.words =
            hasFacets ? heaviest.map { $0.weighing(max(Self.leastKnown, $0.isKnown(in: index))) } : heaviest
        self.index = index
    }

    /// What some texts have of something, ascending by text.
    struct Coverage {
        var texts: [Int32] = []
        var values: [Float] = []

        var most: Float { values.max() ?? 0 }
    }

    /// A facet with the texts that have some of it.
    struct Facet {
        let importance: Float
        let coverage: Coverage
    }

    /// - Parameters:
    ///   - count: how many texts there are.
    ///   - matches: given a word, how far each text has it.
    func coverage(
        count: Int, _ matches: (SoughtWord) -> [TextField.Posting]
    ) -> (whole: Coverage, facets: [Facet]) {
        let heaviest = words.map(\.weight).max() ?? 0
        guard heaviest > 0 else { return (Coverage(), []) }
        let weight = words.reduce(0) { $0 + $1.weight }
        var all = [Float](repeating: 0, count: count)
        var best = all
        var ofFacet = all
        var touched: [Int32] = []
        var facets: [Facet] = []
        for facet in Set(words.map(\.facet)).sorted() {
            let own = words.filter { $0.facet == facet }
            let sum = own.reduce(0) { $0 + $1.weight }
            guard sum > 0 else { continue }
            let importance = ((own.map(\.weight).max() ?? 0) / heaviest).squareRoot()
            var inFacet: [Int32] = []
            for word in own {
                for match in matches(word) {
                    let text = Int(match.text)
                    if all[text] == 0 { touched.append(match.text) }
                    if ofFacet[text] == 0 { inFacet.append(match.text) }
                    all[text] += word.weight * match.worth
                    ofFacet[text] += word.weight * match.worth
                }
            }
            inFacet.sort()
            let values = inFacet.map { ofFacet[Int($0)] / sum }
            for (text, value) in zip(inFacet, values) {
                best[Int(text)] = max(best[Int(text)], importance * value)
                ofFacet[Int(text)] = 0
            }
            facets.append(Facet(importance: importance, coverage: Coverage(texts: inFacet, values: values)))
        }
        if facets.count == 1 { return (facets[0].coverage, facets) }
        touched.sort()
        let values = touched.map { (best[Int($0)] + 0.6 * all[Int($0)] / weight) / 1.6 }
        return (Coverage(texts: touched, values: values), facets)
    }

    /// Of the texts of one field.
    func coverage(of field: TextField) -> Coverage {
        coverage(count: field.count) { $0.matches(in: field) }.whole
    }

    private static let mostFound = 3

    /// The words that a text has, whole ones before parts of words, each that it has once.
    func words(in field: TextField, of text: Int32) -> [FoundWord] {
        let found = words.filter { $0.weight > 0 }.compactMap { $0.found(in: field, of: text, index) }
        var seen: Set<Int32> = []
        let inOrder = FoundWord.Manner.allCases.flatMap { manner in found.filter { $0.manner == manner } }
        return Array(inOrder.filter { seen.insert($0.stem).inserted }.prefix(Self.mostFound))
    }
}
