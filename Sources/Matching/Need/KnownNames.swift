import Containers
import Language
import Procurement

/// The names of all suppliers, to find those that a text may speak of without reading every name again.
struct KnownNames: Sendable {
    private var names = PackedTexts()
    private var firstWords = Vocabulary()
    /// Row = the first telling word of a name, items = the names.
    private let holders: RaggedRows<Int32>

    /// Words of public bodies, which a need names as its own.
    private static let publicWords = Vocabulary([
        "kommun", "kommuner", "kommunalförbund", "region", "regionen", "landsting", "landstinget", "stad", "myndighet",
        "myndigheten", "universitet", "högskola",
    ])

    /// - Parameter isOrdinary: whether a word is one of the language rather than a name.
    init(_ suppliers: [Supplier], _ read: SupplierWords, isOrdinary: (String) -> Bool) {
        let isEmpty = read.words.map { SupplierName.isEmpty($0) }
        let isPublic = read.words.map { Self.publicWords.id(of: $0) != nil }
        // By word: whether a name of this word alone would be found in every other text.
        var isCommon = [Bool?](repeating: nil, count: read.words.count)
        var pairs: [(row: Int32, item: Int32)] = []
        pairs.reserveCapacity(suppliers.count)
        for supplier in suppliers.indices {
            let telling = read.names[supplier].lazy.filter { !isEmpty[Int($0)] }
            guard let first = telling.first, !telling.contains(where: { isPublic[Int($0)] }) else { continue }
            // A name of one word that is also a word, or a place, would be found in every other text.
            if telling.dropFirst().isEmpty {
                let known = isCommon[Int(first)]
                let isFound = known ?? Self.isCommon(read.words.string(first), isOrdinary)
                isCommon[Int(first)] = isFound
                if isFound { continue }
            }
            pairs.append((firstWords.intern(read.words[first]), Int32(names.count)))
            names.append(text: suppliers[supplier].name)
        }
        holders = RaggedRows<Int32>(rows: firstWords.count, pairs: pairs)
    }

    private static func isCommon(_ word: String, _ isOrdinary: (String) -> Bool) -> Bool {
        word.count < 4 || isOrdinary(word) || !Gazetteer.places(in: word).isEmpty
    }

    /// The names all of whose telling words stand in the text, sorted.
    func candidates(in text: String) -> [String] {
        let folded = FoldedText(text)
        let words = Vocabulary(folded.strings)
        var found: Set<String> = []
        for range in folded.words {
            guard let first = firstWords.id(of: folded.units[range]) else { continue }
            for number in holders[Int(first)] {
                let name = names.text(Int(number))
                let telling = SupplierName.distinctive(name)
                if telling.words.allSatisfy({ words.id(of: telling.units[$0]) != nil }) { found.insert(name) }
            }
        }
        return found.sorted()
    }
}
