import Containers
import Testing

@Suite struct PackedTextsTests {
    private let texts = ["b", "", "abcdefghi", "abcdefgh", "abcdefgha", "b", "å", "abcdefghi"]

    @Test func textsAreOrderedByTheirBytes() {
        let packed = PackedTexts(texts)
        let expected = texts.indices.sorted { (Array(texts[$0].utf8), $0) < (Array(texts[$1].utf8), $1) }
        #expect(packed.order.map { Int($0) } == expected)
        let ordered = packed.ordered(packed.order)
        #expect(expected.indices.map { ordered.text($0) } == expected.map { texts[$0] })
        #expect(expected.indices.dropFirst().allSatisfy { ordered.precedes($0 - 1, $0) })
    }

    /// In any order, or in that of their bytes already.
    @Test func aTextsNumberIsFound() {
        let packed = PackedTexts(texts)
        for texts in [packed, packed.ordered(packed.order)] {
            let sorted = SortedTexts(texts)
            for number in 0..<sorted.count {
                let first = (0..<number).first { sorted[$0] == sorted[number] }
                #expect(sorted.number(of: sorted[number]) == first ?? number)
                #expect(sorted.isText(number, texts.text(number)))
            }
            for text in ["a", "abcdefghij", "ö"] { #expect(sorted.number(of: text) == nil) }
            #expect(!sorted.isText(0, "x"))
        }
        #expect(SortedTexts().number(of: "") == nil)
    }
}

private func < (left: ([UInt8], Int), right: ([UInt8], Int)) -> Bool {
    left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
}
