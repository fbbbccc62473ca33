import Containers
import Testing

@testable import Language

@Suite struct CompoundSplitterTests {
    /// Words as often as given.
    private func splitter(_ words: [String: Int32]) -> CompoundSplitter {
        var vocabulary = Vocabulary()
        var texts: [Int32] = []
        for (word, count) in words.sorted(by: { $0.key < $1.key }) {
            _ = vocabulary.intern(Array(word.utf16)[...])
            texts.append(count)
        }
        return CompoundSplitter(vocabulary: vocabulary, texts: texts)
    }

    private func parts(_ word: String, _ words: [String: Int32]) -> [String] {
        splitter(words).parts(of: Array(word.utf16)[...]).map { String(decoding: $0, as: UTF16.self) }
    }

    @Test func splitsIntoTheCorpusWords() {
        #expect(parts("skolskjutstjänster", ["skolskjuts": 5, "tjänster": 9]) == ["skolskjuts", "tjänster"])
    }

    @Test func dropsTheBindingS() {
        #expect(parts("driftstjänst", ["drift": 5, "tjänst": 9]) == ["drift", "tjänst"])
    }

    @Test func splitsDeeper() {
        let words: [String: Int32] = ["skol": 3, "skjuts": 4, "skolskjuts": 2, "tjänster": 9]
        #expect(parts("skolskjutstjänster", words) == ["skol", "skjuts", "tjänster"])
    }

    @Test func leavesWhatItDoesNotKnow() {
        #expect(parts("skolskjutstjänster", ["skolskjuts": 1, "tjänster": 9]) == ["skolskjutstjänster"])
        #expect(parts("buss", ["buss": 4]) == ["buss"])
    }

    /// A word of a megabyte, as anybody may send one, takes no time: it is no word.
    @Test func aWordThatIsTooLongIsNotLookedAt() {
        let word = String(repeating: "skol", count: CompoundSplitter.longestWord / 4)
        #expect(parts(word, [String(word.dropLast(4)): 3, "skol": 3]).count > 1)
        #expect(parts(word + "skol", [word: 3, "skol": 3]) == [word + "skol"])
        let endless = String(repeating: "x", count: 1_000_000)
        #expect(parts(endless, ["skol": 3]).count == 1)
    }
}
