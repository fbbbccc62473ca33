import Containers

/// Splits compounds into words that the corpus itself uses: `skolskjutstjänster` into `skolskjuts` and `tjänster`.
///
/// A word is cut in two where both halves are known words of at least four letters, each seen in at least two texts;
/// the first half may end in a binding `s`. The cut whose rarer half is most common wins, the first such cut if
/// several are; each half is split again, three levels deep at most.
package struct CompoundSplitter: Sendable {
    package static let shortestPart = 4
    package static let leastTexts: Int32 = 2
    private static let deepest = 3
    /// The longest compounds that people write have some fifty letters. Looking at a word takes the square of its length, and
    /// whoever asks may send one of a megabyte.
    package static let longestWord = 100

    private let vocabulary: Vocabulary
    /// In how many texts each word of the vocabulary occurs.
    private let texts: [Int32]

    /// - Parameter texts: one count a word of `vocabulary`.
    package init(vocabulary: Vocabulary, texts: [Int32]) {
        self.vocabulary = vocabulary
        self.texts = texts
    }

    /// The parts from left to right; the word alone where it is no compound of known words.
    package func parts(of word: ArraySlice<UInt16>) -> [ArraySlice<UInt16>] {
        var parts: [ArraySlice<UInt16>] = []
        split(word, depth: 0, into: &parts)
        return parts
    }

    private func split(_ word: ArraySlice<UInt16>, depth: Int, into parts: inout [ArraySlice<UInt16>]) {
        guard depth < Self.deepest, let (head, tail) = cut(word) else {
            parts.append(word)
            return
        }
        split(head, depth: depth + 1, into: &parts)
        split(tail, depth: depth + 1, into: &parts)
    }

    private func cut(_ word: ArraySlice<UInt16>) -> (ArraySlice<UInt16>, ArraySlice<UInt16>)? {
        guard (2 * Self.shortestPart...Self.longestWord).contains(word.count) else { return nil }
        var best: (ArraySlice<UInt16>, ArraySlice<UInt16>)?
        var bestCount: Int32 = Self.leastTexts - 1
        for length in Self.shortestPart...(word.count - Self.shortestPart) {
            let tail = word.dropFirst(length)
            let tailCount = count(tail)
            guard tailCount > bestCount else { continue }
            let head = word.prefix(length)
            for candidate in [head, unbound(head)].compactMap({ $0 }) where min(count(candidate), tailCount) > bestCount
            {
                best = (candidate, tail)
                bestCount = min(count(candidate), tailCount)
            }
        }
        return best
    }

    private func unbound(_ head: ArraySlice<UInt16>) -> ArraySlice<UInt16>? {
        head.count > Self.shortestPart && head.last == 0x73 ? head.dropLast() : nil
    }

    private func count(_ word: ArraySlice<UInt16>) -> Int32 {
        guard let id = vocabulary.id(of: word), word.contains(where: { !(48...57).contains($0) }) else { return 0 }
        return texts[Int(id)]
    }
}
