import JSON
import JSONRPC
import Procurement

/// A map from words to values that is always written in the order of its words, so that equal maps are equal bytes.
/// (A `Dictionary` is written in another order in every run.)
package struct SortedMap<Value: Codable & Sendable & Hashable & JSONReadable & JSONWritable>: Sendable, Hashable,
    Codable,
    ExpressibleByDictionaryLiteral, Sequence
{
    private struct Entry: Sendable, Hashable {
        var word: String
        var value: Value
    }

    /// In the order of their words. An array, because a map is made for every answer and has a dozen words at most.
    private var entries: [Entry]

    package init(_ values: [String: Value] = [:]) {
        self.init(values.map { (word: $0, value: $1) })
    }

    /// - Parameter values: no word twice.
    fileprivate init(_ values: [(word: String, value: Value)]) {
        entries = values.map { Entry(word: $0, value: $1) }.sorted { $0.word < $1.word }
    }

    package init(dictionaryLiteral elements: (String, Value)...) {
        self.init(Dictionary(elements) { _, last in last })
    }

    package subscript(word: String) -> Value? {
        get { entries.first { $0.word == word }?.value }
        set {
            let place = entries.firstIndex { $0.word >= word } ?? entries.count
            if place < entries.count, entries[place].word == word { entries.remove(at: place) }
            if let newValue { entries.insert(Entry(word: word, value: newValue), at: place) }
        }
    }

    package var isEmpty: Bool { entries.isEmpty }
    package var dictionary: [String: Value] {
        Dictionary(entries.map { ($0.word, $0.value) }) { _, last in last }
    }

    package func makeIterator() -> some IteratorProtocol<(key: String, value: Value)> {
        entries.lazy.map { (key: $0.word, value: $0.value) }.makeIterator()
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: PathKey.self)
        var values: [String: Value] = [:]
        for key in container.allKeys { values[key.stringValue] = try container.decode(Value.self, forKey: key) }
        self.init(values)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: PathKey.self)
        for (word, value) in self { try container.encode(value, forKey: .name(word)) }
    }
}

extension SortedMap<Points> {
    /// Made for every ranked list, so the compiler is to know of what.
    ///
    /// - Parameter points: no word twice.
    package init(points: [(word: String, value: Points)]) { self.init(points) }
}
