import Procurement

/// The distinct words of a text, to look for those that begin with something.
///
/// A word is a run of letters and digits in the form in which texts are compared (`String.normalized`), in small letters.
struct WordSet: Sendable {
    /// In UTF-8, in the order of their bytes.
    let words: [[UInt8]]

    init(_ text: String) {
        let all = Self.words(of: text).sorted { $0.lexicographicallyPrecedes($1) }
        words = all.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The words in the order of the text, each as often as it stands in it.
    static func words(of text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in text.normalized.lowercased().unicodeScalars {
            if isPart(scalar) {
                if let bytes = UTF8.encode(scalar) { word.append(contentsOf: bytes) }
            } else if !word.isEmpty {
                words.append(word)
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// Whether a word begins so.
    func hasWord(beginning start: [UInt8]) -> Bool {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].lexicographicallyPrecedes(start) { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low].starts(with: start)
    }
}
