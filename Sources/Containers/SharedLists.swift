/// Lists that many have in common, each made once and found by the bytes that it is written in.
package struct SharedLists<Element: Sendable>: Sendable {
    private var interner = Interner<UInt8>()
    /// By number.
    package private(set) var lists: [[Element]] = []

    /// No lists.
    package init() {}

    /// The number of the list that is written in these bytes; `list` makes it if it is new.
    package mutating func number(of bytes: UnsafeRawBufferPointer, _ list: () -> [Element]) -> Int32 {
        let number = interner.intern(bytes)
        if number == lists.count { lists.append(list()) }
        return number
    }
}
