/// Gives each pair of a bipartite multigraph a slot so that nobody is in two places at once.
///
/// That is an edge colouring with slots for colours. By Kőnig's theorem (1916) it always exists when nobody has more
/// pairs than there are slots; `place` follows the proof: where the two ends share no free slot, an alternating path
/// of two slots is swapped. With closed slots or fixed pairs the problem is NP-hard in general and `place` may fail;
/// it then says so.
package struct SlotColouring: Sendable {
    /// One meeting of someone on the left with someone on the right, each by number.
    package struct Pair: Sendable, Hashable {
        package let left: Int
        package let right: Int
    }

    package let slots: Int
    /// Every pair that was fixed or placed, in that order.
    package private(set) var pairs: [Pair] = []
    /// How many pairs each slot holds.
    package private(set) var load: [Int]

    // -1 stands for none; rows of `slots` entries per person.
    private var slotOfPair: [Int] = []
    private var isFixed: [Bool] = []
    private var leftPair: [Int]
    private var rightPair: [Int]
    private let leftOpen: [UInt64]
    private let rightOpen: [UInt64]

    /// - Parameters:
    ///   - slots: 1…64.
    ///   - closedLeft: a bit set per person on the left, one bit for each slot that it can't attend; empty: all can.
    ///   - closedRight: the same for the right.
    package init(left: Int, right: Int, slots: Int, closedLeft: [UInt64] = [], closedRight: [UInt64] = []) {
        precondition((1...64).contains(slots), "slots are held in 64 bits")
        let all = slots == 64 ? UInt64.max : (1 << UInt64(slots)) - 1
        self.slots = slots
        load = Array(repeating: 0, count: slots)
        leftPair = Array(repeating: -1, count: left * slots)
        rightPair = Array(repeating: -1, count: right * slots)
        leftOpen = (0..<left).map { closedLeft.isEmpty ? all : all & ~closedLeft[$0] }
        rightOpen = (0..<right).map { closedRight.isEmpty ? all : all & ~closedRight[$0] }
    }

    /// The slot of a pair, `nil` after `remove`.
    package func slot(of pair: Int) -> Int? { slotOfPair[pair] < 0 ? nil : slotOfPair[pair] }

    /// Whether someone on the left can attend and has nothing then.
    package func isFree(left: Int, at slot: Int) -> Bool {
        leftOpen[left] >> UInt64(slot) & 1 == 1 && leftPair[left * slots + slot] < 0
    }

    /// Whether someone on the right can attend and has nothing then.
    package func isFree(right: Int, at slot: Int) -> Bool {
        rightOpen[right] >> UInt64(slot) & 1 == 1 && rightPair[right * slots + slot] < 0
    }

    /// Puts a pair in one slot for good. `false`, and nothing changed, where either is busy or away then.
    package mutating func fix(left: Int, right: Int, at slot: Int) -> Bool {
        guard isFree(left: left, at: slot), isFree(right: right, at: slot) else { return false }
        append(Pair(left: left, right: right), fixed: true)
        put(pairs.count - 1, at: slot)
        return true
    }

    /// Finds a slot for one more pair, moving others between slots where it must.
    ///
    /// - Returns: the pair's index, or `nil` where no slot was found; never `nil` when nothing is closed or fixed and
    ///   neither end has `slots` pairs already.
    package mutating func place(left: Int, right: Int) -> Int? {
        let pair = Pair(left: left, right: right)
        let open = leftOpen[left] & rightOpen[right]
        let atLeft = (0..<slots).filter { open >> UInt64($0) & 1 == 1 && leftPair[left * slots + $0] < 0 }
        let atRight = (0..<slots).filter { open >> UInt64($0) & 1 == 1 && rightPair[right * slots + $0] < 0 }
        let common = atLeft.filter(atRight.contains)
        if let slot = common.min(by: { (load[$0], $0) < (load[$1], $1) }) {
            return add(pair, at: slot)
        }
        for wanted in atLeft {
            for other in atRight where swap(fromRight: right, wanted, other) { return add(pair, at: wanted) }
        }
        for wanted in atRight {
            for other in atLeft where swap(fromLeft: left, wanted, other) { return add(pair, at: wanted) }
        }
        return nil
    }

    /// Takes a pair out of its slot; its index stays.
    package mutating func remove(_ pair: Int) {
        let slot = slotOfPair[pair]
        guard slot >= 0 else { return }
        leftPair[pairs[pair].left * slots + slot] = -1
        rightPair[pairs[pair].right * slots + slot] = -1
        load[slot] -= 1
        slotOfPair[pair] = -1
    }

    /// Moves pairs until no slot holds more than `limit`, by swapping along paths that have one pair more in the
    /// fuller slot (de Werra's equitable colouring).
    ///
    /// - Returns: whether it got there; always, when nothing is closed or fixed and the pairs fit.
    package mutating func level(to limit: Int) -> Bool {
        while let full = (0..<slots).first(where: { load[$0] > limit }) {
            let emptier = (0..<slots).filter { load[$0] < limit }.sorted { (load[$0], $0) < (load[$1], $1) }
            guard emptier.contains(where: { relieve(full, into: $0) }) else { return false }
        }
        return true
    }

    private mutating func relieve(_ full: Int, into other: Int) -> Bool {
        for pair in pairs.indices where slotOfPair[pair] == full {
            let ends = pairs[pair]
            for isLeft in [true, false] {
                let person = isLeft ? ends.left : ends.right
                guard at(person, isLeft, other) < 0 else { continue }
                let path = path(from: person, isLeft: isLeft, full, other)
                if path.count % 2 == 1, canSwap(path, full, other) {
                    swap(path, full, other)
                    return true
                }
            }
        }
        return false
    }

    private mutating func append(_ pair: Pair, fixed: Bool) {
        pairs.append(pair)
        slotOfPair.append(-1)
        isFixed.append(fixed)
    }

    private mutating func add(_ pair: Pair, at slot: Int) -> Int {
        append(pair, fixed: false)
        put(pairs.count - 1, at: slot)
        return pairs.count - 1
    }

    private mutating func put(_ pair: Int, at slot: Int) {
        leftPair[pairs[pair].left * slots + slot] = pair
        rightPair[pairs[pair].right * slots + slot] = pair
        slotOfPair[pair] = slot
        load[slot] += 1
    }

    private func at(_ person: Int, _ isLeft: Bool, _ slot: Int) -> Int {
        isLeft ? leftPair[person * slots + slot] : rightPair[person * slots + slot]
    }

    private mutating func swap(fromRight right: Int, _ wanted: Int, _ other: Int) -> Bool {
        let path = path(from: right, isLeft: false, wanted, other)
        guard canSwap(path, wanted, other) else { return false }
        swap(path, wanted, other)
        return true
    }

    private mutating func swap(fromLeft left: Int, _ wanted: Int, _ other: Int) -> Bool {
        let path = path(from: left, isLeft: true, wanted, other)
        guard canSwap(path, wanted, other) else { return false }
        swap(path, wanted, other)
        return true
    }

    /// The pairs met when walking from a person by slot `a`, then `b`, then `a` … It ends, because the person has
    /// nothing in slot `b`.
    private func path(from person: Int, isLeft: Bool, _ a: Int, _ b: Int) -> [Int] {
        var path: [Int] = []
        var person = person
        var isLeft = isLeft
        var slot = a
        while case let pair = at(person, isLeft, slot), pair >= 0 {
            path.append(pair)
            person = isLeft ? pairs[pair].right : pairs[pair].left
            isLeft.toggle()
            slot = slot == a ? b : a
        }
        return path
    }

    private func canSwap(_ path: [Int], _ a: Int, _ b: Int) -> Bool {
        path.allSatisfy { pair in
            let target = UInt64(slotOfPair[pair] == a ? b : a)
            return !isFixed[pair] && leftOpen[pairs[pair].left] >> target & 1 == 1
                && rightOpen[pairs[pair].right] >> target & 1 == 1
        }
    }

    private mutating func swap(_ path: [Int], _ a: Int, _ b: Int) {
        let targets = path.map { slotOfPair[$0] == a ? b : a }
        for pair in path { remove(pair) }
        for (pair, slot) in zip(path, targets) { put(pair, at: slot) }
    }
}
