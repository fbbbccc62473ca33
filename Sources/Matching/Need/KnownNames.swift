import Language
import Procurement

/// The names of all suppliers, to find those that a text may speak of without reading every name again.
struct KnownNames: Sendable {
    /// By the first telling word: the names and all their telling words.
    private let byFirst: [String: [(name: String, words: [String])]]

    /// Words of public bodies, which a need names as its own.
    private static let publicWords: Set<String> = [
        "kommun", "kommuner", "kommunalförbund", "region", "regionen", "landsting", "landstinget", "stad", "myndighet",
        "myndigheten", "universitet", "högskola",
    ]

    /// - Parameter isOrdinary: whether a word is one of the language rather than a name.
    init(_ names: [String], isOrdinary: (String) -> Bool) {
        var byFirst: [String: [(name: String, words: [String])]] = [:]
        for name in Set(names).sorted() {
            let words = SupplierName.distinctive(name).strings
            guard let first = words.first, Self.publicWords.isDisjoint(with: words) else { continue }
            // A name of one word that is also a word, or a place, would be found in every other text.
            if words.count == 1, first.count < 4 || isOrdinary(first) || !Gazetteer.places(in: first).isEmpty {
                continue
            }
            byFirst[first, default: []].append((name, words))
        }
        self.byFirst = byFirst
    }

    /// The names all of whose telling words stand in the text, sorted.
    func candidates(in text: String) -> [String] {
        let words = Set(FoldedText(text).strings)
        return words.flatMap { byFirst[$0] ?? [] }.filter { words.isSuperset(of: $0.words) }.map(\.name).sorted()
    }
}
