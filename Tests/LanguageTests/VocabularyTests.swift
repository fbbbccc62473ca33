import Testing

@testable import Language

@Suite struct VocabularyTests {
    @Test func numbersWordsInOrderAndFindsThemAgain() {
        var vocabulary = Vocabulary()
        let words = (0..<5000).map { "ord\($0 * 7919 % 5000)" }
        for (index, word) in words.enumerated() { #expect(vocabulary.intern(Array(word.utf16)[...]) == Int32(index)) }
        for (index, word) in words.enumerated() {
            #expect(vocabulary.id(of: Array(word.utf16)[...]) == Int32(index))
            #expect(vocabulary.string(Int32(index)) == word)
        }
        #expect(vocabulary.count == 5000)
        #expect(vocabulary.id(of: Array("nytt".utf16)[...]) == nil)
    }

    @Test func keysToo() {
        var table = KeyTable()
        for key in 0..<3000 { #expect(table.intern(UInt64(key) << 20) == Int32(key)) }
        #expect(table.intern(5 << 20) == 5)
        #expect(table.id(of: 1) == nil)
        #expect(table.count == 3000)
    }
}
