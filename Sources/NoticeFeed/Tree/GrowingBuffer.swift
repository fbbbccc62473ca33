/// Memory that one tree after another is laid out in before it becomes arrays.
///
/// Nobody else ever holds it, so adding an element is a comparison and a store; an array would ask at each whether it is
/// shared. It is kept from tree to tree, unless one was so large that this would be a waste.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    private static var first: Int { 1024 }
    private static var mostKept: Int { 1 << 20 }

    private var base = UnsafeMutablePointer<Element>.allocate(capacity: Self.first)
    private var capacity = Self.first
    private(set) var count = 0

    deinit { base.deallocate() }

    subscript(index: Int) -> Element {
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

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(by: 1) }
        base[count] = element
        count += 1
    }

    @inline(__always)
    mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let start = elements.baseAddress else { return }
        if elements.count > capacity - count { grow(by: elements.count) }
        (base + count).update(from: start, count: elements.count)
        count += elements.count
    }

    @inline(__always)
    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return base[count]
    }

    private mutating func grow(by more: Int) {
        resize(to: max(capacity * 2, count + more))
    }

    private mutating func resize(to size: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: size)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = size
    }

    mutating func removeAll() {
        count = 0
        if capacity > Self.mostKept { resize(to: Self.first) }
    }

    /// What was gathered; the buffer is empty again.
    mutating func take() -> [Element] {
        let array = Array(UnsafeBufferPointer(start: base, count: count))
        removeAll()
        return array
    }
}
