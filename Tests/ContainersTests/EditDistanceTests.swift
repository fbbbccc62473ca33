import Containers
import Testing

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("same", "same", 0), ("ca", "abc", 3),
        ("åäö", "aao", 3),
    ])
    func countsEdits(one: String, other: String, edits: Int) {
        #expect(EditDistance.between(Array(one.unicodeScalars), Array(other.unicodeScalars)) == edits)
        #expect(EditDistance.between(Array(other.unicodeScalars), Array(one.unicodeScalars)) == edits)
    }

    /// All pairs of words of up to four letters out of two, and some of five.
    @Test func oneEditIsADistanceOfOne() {
        var words: [[UInt16]] = [[]]
        for _ in 0..<4 { words += words.flatMap { word in [word + [97], word + [98]] } }
        words = Array(Set(words)) + [[97, 98, 97, 98, 97], [97, 98, 98, 97, 97]]
        for one in words {
            for other in words {
                #expect(EditDistance.isOne(one[...], other[...]) == (EditDistance.between(one, other) == 1))
            }
        }
    }
}
