import Containers
import Dialogue
import DialogueSupport
import Testing

@Suite struct SlotColouringTests {
    @Test(arguments: 0..<300) func placesEveryPairWhenNobodyHasMoreThanThereAreSlotsAndLevelsThem(
        seed: Int
    ) {
        var random = SplitMix64(seed: UInt64(seed))
        let slots = random.among(1...6)
        let left = random.among(1...8)
        let right = random.among(1...8)
        var degree = (left: Array(repeating: 0, count: left), right: Array(repeating: 0, count: right))
        var colouring = SlotColouring(left: left, right: right, slots: slots)
        var placed = 0
        for _ in 0..<60 {
            let pair = (random.below(left), random.below(right))
            guard degree.left[pair.0] < slots, degree.right[pair.1] < slots else { continue }
            degree.left[pair.0] += 1
            degree.right[pair.1] += 1
            let index = colouring.place(left: pair.0, right: pair.1)
            #expect(index == placed)
            placed += 1
        }
        let limit = (placed + slots - 1) / slots
        let isLevel = colouring.level(to: limit)
        #expect(isLevel)
        expectNoClash(colouring)
        #expect(colouring.load.allSatisfy { $0 <= limit })
        #expect(colouring.load.reduce(0, +) == placed)
    }

    @Test(arguments: 0..<300) func neverUsesAClosedSlotAndNeverMovesAFixedPair(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let slots = random.among(2...5)
        let closed = (0..<6).map { _ in random.next() & random.next() & 0b11111 }
        let away = (0..<4).map { _ in random.next() & random.next() & 0b11111 }
        var colouring = SlotColouring(left: 6, right: 4, slots: slots, closedLeft: closed, closedRight: away)
        var fixed: [(pair: Int, slot: Int)] = []
        for _ in 0..<3 {
            let slot = random.below(slots)
            if colouring.fix(left: random.below(6), right: random.below(4), at: slot) {
                fixed.append((colouring.pairs.count - 1, slot))
            }
        }
        for _ in 0..<14 { _ = colouring.place(left: random.below(6), right: random.below(4)) }
        _ = colouring.level(to: 2)
        expectNoClash(colouring)
        for (pair, slot) in fixed { #expect(colouring.slot(of: pair) == slot) }
        for (index, pair) in colouring.pairs.enumerated() {
            let slot = UInt64(colouring.slot(of: index) ?? 0)
            #expect(closed[pair.left] >> slot & 1 == 0)
            #expect(away[pair.right] >> slot & 1 == 0)
        }
    }

    @Test func saysSoWhenTheOnlySlotIsTaken() {
        var colouring = SlotColouring(left: 1, right: 2, slots: 1)
        let first = colouring.place(left: 0, right: 0)
        let second = colouring.place(left: 0, right: 1)
        let third = colouring.fix(left: 0, right: 1, at: 0)
        colouring.remove(0)
        let fourth = colouring.fix(left: 0, right: 1, at: 0)
        #expect(first == 0 && second == nil && !third && fourth)
    }

    private func expectNoClash(_ colouring: SlotColouring) {
        var seen = Set<[Int]>()
        for (index, pair) in colouring.pairs.enumerated() {
            guard let slot = colouring.slot(of: index) else { continue }
            #expect(seen.insert([0, pair.left, slot]).inserted)
            #expect(seen.insert([1, pair.right, slot]).inserted)
        }
    }
}
