import Containers

/// Finds the number of a name by its address.
///
/// libxml2 keeps every name of a document once in its dictionary, so equal names have equal addresses; the bytes are copied
/// into `names` the first time.
struct NameInterner {
    private(set) var names = ElementNames()
    private var addresses = KeyInterner(size: 256, quarters: 2)

    /// - Returns: the name's number, and whether it is new.
    @inline(__always)
    mutating func number(of name: UnsafePointer<UInt8>) -> (number: UInt32, isNew: Bool) {
        let number = addresses.intern(UInt64(UInt(bitPattern: name)))
        guard number == names.count else { return (UInt32(number), false) }
        var length = 0
        while name[length] != 0 { length += 1 }
        names.append(UnsafeBufferPointer(start: name, count: length))
        return (UInt32(number), true)
    }
}
