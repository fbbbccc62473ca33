import Language
import Procurement

/// The names of all suppliers, to find those that a text may speak of without reading every name again.
struct KnownNames: Sendable {
    private var names = TextPool()
    private var firstWords = Vocabulary()
    /// Row = the first telling word of a name, items = the names.
    private let holders: Adjacency

    /// Words of public bodies, which a need names as its own.
    private static let publicWords = Vocabulary([
        "kommun", "kommuner", "kommunalförbund", "region", "regionen", "landsting", "landstinget", "stad", "myndighet",
        "myndigheten", "universitet", "högskola",
    ])

    /// - Parameter isOrdinary: whether a word is one of the language rather than a name.
    init(_ names: some Sequence<String>, isOrdinary: (String) -> Bool) {
        var pairs: [(row: Int32, item: Int32)] = []
        for name in names {
            let telling = SupplierName.distinctive(name)
            guard let first = telling.words.first,
                !telling.words.contains(where: { Self.publicWords.id(of: telling.units[$0]) != nil })
            else { continue }
            // A name of one word that is also a word, or a place, would be found in every other text.
            if telling.words.count == 1 {
                let word = telling.string(first)
                if word.count < 4 || isOrdinary(word) || !Gazetteer.places(in: word).isEmpty { continue }
            }
            pairs.append((firstWords.intern(telling.units[first]), Int32(self.names.count)))
            self.names.append(name)
        }
        holders = Adjacency(rows: firstWords.count, pairs: pairs)
    }

    /// The names all of whose telling words stand in the text, sorted.
    func candidates(in text: String) -> [String] {
        let folded = FoldedText(text)
        let words = Vocabulary(folded.strings)
        var found: Set<String> = []
        for range in folded.words {
            guard let first = firstWords.id(of: folded.units[range]) else { continue }
            for number in holders[Int(first)] {
                let name = names[Int(number)]
                let telling = SupplierName.distinctive(name)
                if telling.words.allSatisfy({ words.id(of: telling.units[$0]) != nil }) { found.insert(name) }
            }
        }
        return found.sorted()
    }
}
