/// Memory in which one thing after another is laid out before it becomes arrays.
///
/// It has one owner, so adding an element is a comparison and a store; an array would check at each whether it is shared. It
/// is kept from one thing to the next, unless one was so large that this would be a waste.
public struct OwnedBuffer<Element: BitwiseCopyable>: ~Copyable {
    @inlinable static var first: Int { 1024 }
    @inlinable static var mostKept: Int { 1 << 20 }

    @usableFromInline var base = UnsafeMutablePointer<Element>.allocate(capacity: Self.first)
    @usableFromInline var capacity = Self.first
    /// How many elements there are.
    @usableFromInline package internal(set) var count = 0

    /// An empty buffer.
    @inlinable package init() {}

    @inlinable deinit { base.deallocate() }

    /// An element.
    @inlinable package subscript(index: Int) -> Element {
        @inline(__always)
        get {
            precondition(index < count)
            return base[index]
        }
        @inline(__always)
        _modify {
            precondition(index < count)
            yield &base[index]
        }
    }

    /// Adds an element.
    @inlinable @inline(__always)
    package mutating func append(_ element: Element) {
        if count == capacity { grow(by: 1) }
        base[count] = element
        count += 1
    }

    /// Adds elements.
    @inlinable @inline(__always)
    package mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let start = elements.baseAddress else { return }
        if elements.count > capacity - count { grow(by: elements.count) }
        (base + count).update(from: start, count: elements.count)
        count += elements.count
    }

    /// Takes the last element away; `nil` where there is none.
    @inlinable @inline(__always)
    package mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return base[count]
    }

    @inlinable mutating func grow(by more: Int) {
        resize(to: max(capacity * 2, count + more))
    }

    @inlinable mutating func resize(to size: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: size)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = size
    }

    /// Makes it empty.
    @inlinable package mutating func removeAll() {
        count = 0
        if capacity > Self.mostKept { resize(to: Self.first) }
    }

    /// The elements as an array; the buffer is empty again.
    @inlinable package mutating func take() -> [Element] {
        let array = Array(UnsafeBufferPointer(start: base, count: count))
        removeAll()
        return array
    }
}
