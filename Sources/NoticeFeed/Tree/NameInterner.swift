/// Finds the number of a name by its address.
///
/// libxml2 keeps every name of a document once in its dictionary, so equal names have equal addresses. The table is
/// an open-addressing hash over those addresses; the bytes are copied into a `NameTable` the first time.
struct NameInterner {
    private(set) var names = NameTable()
    private var addresses: [UInt] = []
    private var numbers: [UInt32] = []

    init() { resize(to: 256) }

    /// - Returns: the name's number, and whether it is new.
    @inline(__always)
    mutating func number(of name: UnsafePointer<UInt8>) -> (number: UInt32, isNew: Bool) {
        let address = UInt(bitPattern: name)
        var slot = Self.slot(of: address, in: addresses.count)
        while true {
            let found = addresses[slot]
            if found == address { return (numbers[slot], false) }
            if found == 0 { return (insert(name, at: slot), true) }
            slot = (slot + 1) & (addresses.count - 1)
        }
    }

    private mutating func insert(_ name: UnsafePointer<UInt8>, at slot: Int) -> UInt32 {
        var length = 0
        while name[length] != 0 { length += 1 }
        let number = names.append(UnsafeBufferPointer(start: name, count: length))
        addresses[slot] = UInt(bitPattern: name)
        numbers[slot] = number
        if names.count * 2 > addresses.count { resize(to: addresses.count * 2) }
        return number
    }

    private mutating func resize(to size: Int) {
        let old = zip(addresses, numbers).filter { $0.0 != 0 }
        addresses = Array(repeating: 0, count: size)
        numbers = Array(repeating: 0, count: size)
        for (address, number) in old {
            var slot = Self.slot(of: address, in: size)
            while addresses[slot] != 0 { slot = (slot + 1) & (size - 1) }
            addresses[slot] = address
            numbers[slot] = number
        }
    }

    /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4); `size` is a power of two.
    @inline(__always)
    private static func slot(of address: UInt, in size: Int) -> Int {
        Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
    }
}
