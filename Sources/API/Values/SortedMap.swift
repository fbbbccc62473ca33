import JSONRPC

/// A map from words to values that is always written in the order of its words, so that equal maps are equal bytes.
/// (A `Dictionary` is written in another order in every run.)
package struct SortedMap<Value: Codable & Sendable & Hashable>: Sendable, Hashable, Codable,
    ExpressibleByDictionaryLiteral, Sequence
{
    private var values: [String: Value]

    package init(_ values: [String: Value] = [:]) { self.values = values }

    package init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements) { _, last in last }
    }

    package subscript(word: String) -> Value? {
        get { values[word] }
        set { values[word] = newValue }
    }

    package var isEmpty: Bool { values.isEmpty }
    package var dictionary: [String: Value] { values }

    package func makeIterator() -> some IteratorProtocol<(key: String, value: Value)> {
        values.sorted { $0.key < $1.key }.makeIterator()
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: PathKey.self)
        values = [:]
        for key in container.allKeys { values[key.stringValue] = try container.decode(Value.self, forKey: key) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: PathKey.self)
        for (word, value) in self { try container.encode(value, forKey: .name(word)) }
    }
}
