import Containers
import Testing

@Suite struct OwnedBufferTests {
    @Test func givesWhatWasAddedAndIsEmptyAgain() {
        var buffer = OwnedBuffer<UInt32>()
        let many = Array(UInt32(0)..<5000)
        for number in many[..<2000] { buffer.append(number) }
        many[2000...].withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        buffer[4999] += 1
        #expect(buffer.count == 5000)
        #expect(buffer.popLast() == 5000)
        #expect(buffer.take() == Array(many.dropLast()))
        #expect(buffer.take() == [])
        #expect(buffer.popLast() == nil)
    }

    @Test func canBeUsedAfterOneThatWasLarge() {
        var buffer = OwnedBuffer<UInt8>()
        let large = [UInt8](repeating: 7, count: 3 << 20)
        large.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        #expect(buffer.take() == large)
        buffer.append(1)
        #expect(buffer.take() == [1])
    }
}
