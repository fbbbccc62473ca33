import Containers
import Testing

@Suite struct VarintRowsTests {
    /// Numbers that take one byte to nine, and those beside them.
    @Test func numbersComeBackHoweverLarge() {
        let numbers: [UInt64] = (0..<63).flatMap { [1 << $0 - 1, 1 << $0, 1 << $0 + 1] }
        var bytes: [UInt8] = []
        for number in numbers { bytes.append(varint: number) }
        var (index, read): (Int, [UInt64]) = (0, [])
        while index < bytes.count { read.append(UInt64(Varint.next(bytes.span, &index))) }
        #expect(read == numbers)
        bytes.withUnsafeBytes { raw in
            var index = 0
            for number in numbers { #expect(Varint.next(in: raw, &index) == number) }
            #expect(index == raw.count)
            #expect(Varint.next(in: raw, &index) == nil)
        }
    }

    @Test(arguments: [[0x80], [0xFF, 0xFF], [UInt8](repeating: 0x80, count: 11)] as [[UInt8]])
    func whatGoesOnTooLongIsNoNumber(bytes: [UInt8]) {
        var index = 0
        #expect(bytes.withUnsafeBytes { Varint.next(in: $0, &index) } == nil)
    }

    private let rows: [[Int32]] = [[], [0], [0, 0, 3], [127, 128], [5, 16_383, 16_384, 2_000_000], []]

    private var packed: VarintRows {
        var packed = VarintRows()
        for row in rows {
            var row = Array(row.reversed())
            packed.append(&row)
        }
        packed.close()
        return packed
    }

    @Test func rowsComeBackInOrder() {
        let packed = packed
        var read = [[Int32]](repeating: [], count: packed.count)
        packed.forEachNumber { row, number in read[row].append(Int32(number)) }
        #expect(read == rows)
        #expect(packed.upperBound == 2_000_001)
    }

    @Test func numbersCanBeMadeSmall() {
        let held = packed.numbersHeld
        #expect(held == [0, 3, 5, 127, 128, 16_383, 16_384, 2_000_000])
        let small = packed.renumbered(held)
        var read = [[Int32]](repeating: [], count: small.count)
        small.forEachNumber { row, number in read[row].append(held[number]) }
        #expect(read == rows)
        #expect(small.upperBound == held.count)
    }
}
