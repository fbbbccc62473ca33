import Containers
import Testing

@Suite struct InternerTests {
    private static func units(_ text: String) -> ArraySlice<UInt16> { Array(text.utf16)[...] }

    @Test func stringsAreNumberedInOrderAndFoundAgain() {
        var interner = Interner<UInt16>()
        let words = (0..<5000).map { "ord\($0 * 7919 % 5000)" }
        for (index, word) in words.enumerated() { #expect(interner.intern(Self.units(word)) == Int32(index)) }
        for (index, word) in words.enumerated() {
            #expect(interner.intern(Self.units(word)) == Int32(index))
            #expect(interner.id(of: Self.units(word)) == Int32(index))
            #expect(interner[Int32(index)].elementsEqual(word.utf16))
        }
        #expect(interner.count == 5000)
        #expect(interner.id(of: Self.units("nytt")) == nil)
    }

    /// Such as differ in nothing but their length, or in one bit.
    @Test func stringsThatAreAlmostTheSameAreApart() {
        var interner = Interner<UInt8>()
        let strings = (0..<40).flatMap { length in
            [[UInt8](repeating: 0, count: length)]
                + (0..<length).map { place in (0..<length).map { $0 == place ? 1 : 0 } }
        }
        for (number, string) in strings.enumerated() { #expect(interner.intern(string[...]) == Int32(number)) }
        for (number, string) in strings.enumerated() { #expect(interner.id(of: string[...]) == Int32(number)) }
    }

    @Test func keysToo() {
        var interner = KeyInterner()
        for key in 0..<3000 { #expect(interner.intern(UInt64(key) << 20) == Int32(key)) }
        #expect(interner.intern(5 << 20) == 5)
        #expect(interner.id(of: 1) == nil)
        #expect(interner.count == 3000)
        #expect(interner.keys == (0..<3000).map { UInt64($0) << 20 })
    }

    @Test func equalListsAreMadeOnce() {
        var lists = SharedLists<Int>()
        let texts = (0..<100).map { "\($0 * 7919 % 60)" }
        var made: [String] = []
        for text in texts {
            let number = Array(text.utf8).withUnsafeBytes { bytes in
                lists.number(of: bytes) {
                    made.append(text)
                    return [made.count]
                }
            }
            #expect(made[Int(number)] == text)
            #expect(lists.lists[Int(number)] == [Int(number) + 1])
        }
        #expect(Set(made).count == made.count)
    }
}
