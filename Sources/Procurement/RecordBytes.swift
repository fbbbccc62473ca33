import Containers

/// Writes the parts of a `ProcurementRecord`.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func number(_ value: UInt64) { bytes.append(varint: value) }

    /// Small numbers of either sign stay short.
    mutating func signed(_ value: Int64) { number(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    mutating func day(_ value: Int32) {
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> Int32(shift))) }
    }

    mutating func text(_ value: String) {
        let units = Array(value.utf8)
        number(UInt64(units.count))
        bytes += units
    }

    mutating func money(_ value: Money) {
        signed(value.hundredths)
        text(value.currency)
    }

    mutating func list<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
        number(UInt64(elements.count))
        for element in elements { write(&self, element) }
    }

    mutating func place<Element: Equatable>(of element: Element, in all: [Element]) {
        byte(UInt8(clamping: all.firstIndex(of: element) ?? Int(UInt8.max)))
    }
}

/// Reads the parts of a `ProcurementRecord`.
///
/// The bytes come from a disk: whatever they are, it reads nothing beyond their end, and what can't be read is empty and
/// makes the record unsound.
struct RecordReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int
    private(set) var isSound = true

    init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    mutating func fail() {
        isSound = false
        position = bytes.count
    }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard position < bytes.count else {
            fail()
            return 0
        }
        defer { position += 1 }
        return bytes[position]
    }

    @inline(__always)
    mutating func number() -> UInt64 {
        if let value = Varint.next(in: bytes, &position) { return value }
        fail()
        return 0
    }

    mutating func signed() -> Int64 {
        let value = number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    @inline(__always)
    mutating func day() -> Int32 {
        guard bytes.count - position >= 4 else {
            fail()
            return ProcurementRecord.unknownDay
        }
        defer { position += 4 }
        return Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int32.self))
    }

    /// The bytes of a text.
    @inline(__always)
    mutating func slice() -> UnsafeRawBufferPointer {
        let length = number()
        guard length <= UInt64(bytes.count - position) else {
            fail()
            return UnsafeRawBufferPointer(rebasing: bytes[bytes.count...])
        }
        defer { position += Int(length) }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + Int(length)])
    }

    /// The bytes that `read` goes through.
    @inline(__always)
    mutating func span(_ read: (inout Self) -> Void) -> UnsafeRawBufferPointer {
        let start = position
        read(&self)
        return UnsafeRawBufferPointer(rebasing: bytes[start..<max(start, position)])
    }

    mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

    mutating func money() -> Money {
        let hundredths = signed()
        return Money(hundredths: hundredths, currency: text())
    }

    @inline(__always)
    mutating func skipMoney() {
        _ = number()
        _ = slice()
    }

    /// Goes through a list of CPV codes.
    @inline(__always)
    mutating func eachCode() { each { if $0.number() > CPVCode.largest { $0.fail() } } }

    mutating func list<Element>(_ read: (inout Self) -> Element?) -> [Element] {
        let count = number()
        // Every element takes a byte at least.
        guard count <= UInt64(bytes.count - position) else {
            fail()
            return []
        }
        var elements: [Element] = []
        elements.reserveCapacity(Int(count))
        for _ in 0..<count where isSound {
            if let element = read(&self) { elements.append(element) } else { fail() }
        }
        return elements
    }

    /// The same for elements that nothing is made of.
    @inline(__always)
    mutating func each(_ read: (inout Self) -> Void) {
        let count = number()
        guard count <= UInt64(bytes.count - position) else { return fail() }
        for _ in 0..<count where isSound { read(&self) }
    }

    @inline(__always)
    mutating func element<Element>(of all: [Element]) -> Element? {
        let place = Int(byte())
        guard place < all.count else {
            fail()
            return nil
        }
        return all[place]
    }
}
