import Containers
import Language

/// Which suppliers have which words in their names, for words that few have.
struct NameWords: Sendable {
    /// A word in more names than this says nothing.
    private static let mostNames = 30

    private var words = Vocabulary()
    /// Row = word, items = suppliers; empty for a word in more names than say something.
    private let holders: RaggedRows<Int32>
    private let suppliers: Int

    init(_ read: SupplierWords) {
        // By word of a name: its number here.
        var numbers = [Int32](repeating: -1, count: read.words.count)
        // By number: the last supplier that has it.
        var latest: [Int32] = []
        var pairs: [(row: Int32, item: Int32)] = []
        pairs.reserveCapacity(read.names.items.count)
        for supplier in 0..<Int32(read.names.count) {
            for word in read.names[Int(supplier)] {
                if numbers[Int(word)] < 0 { numbers[Int(word)] = words.intern(Self.withoutGenitive(read.words[word])) }
                let number = numbers[Int(word)]
                if number == latest.count { latest.append(-1) }
                if latest[Int(number)] == supplier { continue }
                latest[Int(number)] = supplier
                pairs.append((number, supplier))
            }
        }
        var counts = [Int](repeating: 0, count: words.count)
        for pair in pairs { counts[Int(pair.row)] += 1 }
        pairs.removeAll { counts[Int($0.row)] > Self.mostNames }
        holders = RaggedRows<Int32>(rows: words.count, pairs: pairs)
        suppliers = read.names.count
    }

    /// By supplier: Σ ln(suppliers / holders) / ln(suppliers) over the words that it shares with a buyer's name.
    func namesakes(of buyer: String) -> SupplierSums {
        var sums = SupplierSums()
        for word in Set(Self.words(of: buyer)).sorted(by: { $0.lexicographicallyPrecedes($1) }) where word.count > 2 {
            guard let id = words.id(of: word[...]) else { continue }
            let row = holders[Int(id)]
            guard !row.isEmpty, row.count < suppliers else { continue }
            let rarity = Logarithm.natural(Float(suppliers) / Float(row.count)) / Logarithm.natural(Float(suppliers))
            for supplier in row { sums.add(rarity, to: supplier) }
        }
        return sums
    }

    /// The rare words that two names share, in the order of the first.
    func shared(_ one: String, _ other: String) -> [String] {
        let others = Set(Self.words(of: other))
        return Self.words(of: one).filter { word in
            guard word.count > 2, others.contains(word), let id = words.id(of: word[...]) else { return false }
            return !holders.range(Int(id)).isEmpty
        }.map { String(decoding: $0, as: UTF16.self) }
    }

    /// The words of a name without a final s, the genitive's above all, where more than four letters are written.
    private static func words(of name: String) -> [[UInt16]] {
        let text = FoldedText(name)
        return text.words.map { Array(withoutGenitive(text.units[$0])) }
    }

    private static func withoutGenitive(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        word.count > 4 && word.last == 0x73 ? word.dropLast() : word
    }

    var memory: Int { words.memory + holders.memory }
}
