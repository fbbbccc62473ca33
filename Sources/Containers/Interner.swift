/// Strings of units, such as UTF-8 or UTF-16, numbered from 0 in the order in which they were first seen.
///
/// One pool of units, one offset a string and a hash table: some 10 bytes a string beside its units, and no allocation a
/// string. A value, so a finished one can be shared between threads.
public struct Interner<Unit: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
    /// The strings by number.
    @usableFromInline package internal(set) var rows = RaggedRows<Unit>()
    @usableFromInline var slots = HashSlots()

    /// No strings.
    @inlinable package init() {}

    /// How many strings there are.
    @inlinable package var count: Int { rows.count }

    /// A string.
    @inlinable package subscript(number: Int32) -> ArraySlice<Unit> { rows[Int(number)] }

    /// The number of a string, which is added if it is new.
    @inlinable package mutating func intern(_ string: ArraySlice<Unit>) -> Int32 {
        string.withUnsafeBytes { intern($0) }
    }

    /// The number of a string, which is added if it is new.
    /// - Parameter string: the bytes of its units.
    @inlinable package mutating func intern(_ string: UnsafeRawBufferPointer) -> Int32 {
        let (slot, found) = find(string)
        if let found { return found }
        string.withMemoryRebound(to: Unit.self) { rows.append($0) }
        slots.fill(slot, with: count - 1) { number in
            rows.withRow(number) { HashSlots.hash(UnsafeRawBufferPointer($0)) }
        }
        return Int32(count - 1)
    }

    /// The number of a string; `nil` when it was never seen.
    @inlinable package func id(of string: ArraySlice<Unit>) -> Int32? { string.withUnsafeBytes { find($0).number } }

    @inlinable func find(_ string: UnsafeRawBufferPointer) -> (slot: Int, number: Int32?) {
        slots.find(HashSlots.hash(string)) { number in
            rows.withRow(number) { HashSlots.areEqual(UnsafeRawBufferPointer($0), string) }
        }
    }

    /// Bytes held, for reports.
    @inlinable package var memory: Int { rows.memory + slots.memory }
}
