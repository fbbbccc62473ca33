import Testing

@testable import Daemon

@Suite struct TakingTurnsTests {
    private var turns = TakingTurns<String>()

    /// Takes the next, which takes so long.
    private mutating func next(after time: UInt64 = 10) -> String? {
        guard let (work, charged) = turns.take() else { return nil }
        turns.done(work.first == "a" ? 1 : work.first == "b" ? 2 : 3, charged: charged, after: time)
        return work
    }

    @Test mutating func oneCallersWorkKeepsItsOrder() {
        for work in ["a1", "a2", "a3"] { turns.add(work, of: 1) }
        #expect([next(), next(), next(), next()] == ["a1", "a2", "a3", nil])
        #expect(turns.waiting == 0)
    }

    @Test mutating func equalsTakeTurns() {
        for work in ["a1", "a2", "a3"] { turns.add(work, of: 1) }
        for work in ["b1", "b2"] { turns.add(work, of: 2) }
        #expect([next(), next(), next(), next(), next()] == ["a1", "b1", "a2", "b2", "a3"])
    }

    /// Whoever's calls take longer has fewer turns.
    @Test mutating func whoHasHadLessGoesFirst() {
        for number in 1...3 { turns.add("a\(number)", of: 1) }
        for number in 1...5 { turns.add("b\(number)", of: 2) }
        #expect(next(after: 100) == "a1")
        let short = [next(after: 25), next(after: 25), next(after: 25), next(after: 25)]
        #expect(short == ["b1", "b2", "b3", "b4"])
    }

    /// A newcomer starts where the others are, and saves up nothing while away.
    @Test mutating func nobodySavesUpTime() {
        turns.add("b1", of: 2)
        #expect(next(after: 1) == "b1")
        for number in 1...40 { turns.add("a\(number)", of: 1) }
        for _ in 0..<30 { _ = next(after: 100) }
        for number in 2...9 { turns.add("b\(number)", of: 2) }
        let order = (0..<6).compactMap { _ in next(after: 100)?.first }
        #expect(order.count { $0 == "a" } == 3)
    }

    /// Several at once are charged when they are taken, not only when they end.
    @Test mutating func whatIsUnderWayCounts() {
        turns.add("a0", of: 1)
        #expect(next(after: 100) == "a0")
        for number in 1...4 { turns.add("a\(number)", of: 1) }
        turns.add("b1", of: 2)
        turns.add("b2", of: 2)
        #expect(turns.take()?.work == "b1")
        #expect(turns.take()?.work == "b2")
        #expect(turns.take()?.work == "a1")
    }
}
