import Containers

/// When the chosen meetings take place.
///
/// Where nobody is away, edge colouring places them all. Otherwise the problem is NP-hard: colouring places what it
/// can, then each slot in turn is filled anew as well as can be while the others stay (one flow a slot), until nothing
/// improves. Small cases start over in other orders. The result never breaks a maximum, an absence or a pin.
struct SlotAssignment: Sendable {
    struct Result: Sendable {
        /// Per pair of the problem.
        var slots: [Int?]
        var shortfall: Int
        var worth: Int

        func isBetter(than other: Result) -> Bool {
            shortfall != other.shortfall ? shortfall < other.shortfall : worth > other.worth
        }
    }

    let problem: TimetableProblem
    let chosen: [Int]
    /// What no timetable exceeds.
    let bound: Int

    func solve() -> Result {
        let order = chosen.sorted { (priority($0), $0) < (priority($1), $1) }
        var best = coloured(order)
        guard problem.isRestricted else { return best }
        best = improved(best)
        guard problem.pairs.count <= 400 else { return best }
        var generator = SplitMix64(seed: 1)
        for _ in 0..<12 where best.shortfall > 0 || best.worth < bound {
            if Task.isCancelled { break }
            var order = chosen
            for index in order.indices.reversed() { order.swapAt(index, generator.below(index + 1)) }
            let next = improved(coloured(order))
            if next.isBetter(than: best) { best = next }
        }
        return best
    }

    /// Pinned first, then those with the fewest slots to choose from.
    private func priority(_ pair: Int) -> Int {
        let pair = problem.pairs[pair]
        let open = (0..<problem.slots).count { problem.isOpen(pair, at: $0) }
        return pair.isPinned ? open - 100 : open
    }

    private func coloured(_ order: [Int]) -> Result {
        var colouring = SlotColouring(
            left: problem.companies.count, right: problem.hosts.count, slots: problem.slots,
            closedLeft: problem.companies.map(\.closed), closedRight: problem.hosts.map(\.closed))
        var placed: [Int] = []
        for index in problem.pairs.indices {
            let pair = problem.pairs[index]
            if let slot = pair.slot, colouring.fix(left: pair.company, right: pair.host, at: slot) {
                placed.append(index)
            }
        }
        for index in order where problem.pairs[index].slot == nil {
            if Task.isCancelled { break }
            let pair = problem.pairs[index]
            if colouring.place(left: pair.company, right: pair.host) != nil { placed.append(index) }
        }
        if !colouring.level(to: problem.tables) {
            for slot in 0..<problem.slots { empty(slot, of: &colouring, placed) }
        }
        var slots = [Int?](repeating: nil, count: problem.pairs.count)
        for (pair, index) in placed.enumerated() { slots[index] = colouring.slot(of: pair) }
        return result(slots)
    }

    /// Takes the least worthy meetings out of a slot that holds more than there are tables.
    private func empty(_ slot: Int, of colouring: inout SlotColouring, _ placed: [Int]) {
        let here = placed.indices.filter { colouring.slot(of: $0) == slot && problem.pairs[placed[$0]].slot == nil }
            .sorted {
                let left = problem.pairs[placed[$0]]
                let right = problem.pairs[placed[$1]]
                return (left.isPinned ? 1 : 0, left.worth, $1) < (right.isPinned ? 1 : 0, right.worth, $0)
            }
        for pair in here.prefix(max(0, colouring.load[slot] - problem.tables)) { colouring.remove(pair) }
    }

    private func improved(_ start: Result) -> Result {
        var best = start
        for _ in 0..<10 {
            var next = best
            for slot in 0..<problem.slots {
                if Task.isCancelled { return best }
                let refilled = refilled(slot, of: next.slots)
                if refilled.isBetter(than: next) { next = refilled }
            }
            guard next.isBetter(than: best) else { break }
            best = next
        }
        return best
    }

    /// The best filling of one slot while all others stay.
    private func refilled(_ slot: Int, of slots: [Int?]) -> Result {
        var slots = slots
        var companies = problem.companies.map { _ in 0 }
        var hosts = problem.hosts.map { _ in 0 }
        var tables = problem.tables
        var taken = (company: problem.companies.map { _ in false }, host: problem.hosts.map { _ in false })
        for (index, pair) in problem.pairs.enumerated() {
            guard let current = slots[index] else { continue }
            if current == slot, pair.slot == nil {
                slots[index] = nil
                continue
            }
            companies[pair.company] += 1
            hosts[pair.host] += 1
            if current == slot {
                tables -= 1
                taken.company[pair.company] = true
                taken.host[pair.host] = true
            }
        }
        var network = MinCostFlow()
        let source = network.addNode()
        let sink = network.addNode()
        let companyNodes = network.addNodes(problem.companies.count)
        let hostNodes = network.addNodes(problem.hosts.count)
        for (index, person) in problem.companies.enumerated()
        where companies[index] < person.maximum && !taken.company[index] {
            let need = companies[index] < person.minimum ? -1 : 0
            network.addArc(from: source, to: companyNodes[index], capacity: 1, cost: LayeredCost(need: need))
        }
        for (index, person) in problem.hosts.enumerated() where hosts[index] < person.maximum && !taken.host[index] {
            let need = hosts[index] < person.minimum ? -1 : 0
            network.addArc(from: hostNodes[index], to: sink, capacity: 1, cost: LayeredCost(need: need))
        }
        var arcs: [(pair: Int, arc: Int)] = []
        for (index, pair) in problem.pairs.enumerated()
        where slots[index] == nil && pair.slot == nil && problem.isOpen(pair, at: slot) {
            let cost = LayeredCost(need: pair.isPinned ? -PairSelection.pinned : 0, score: -pair.worth, order: index)
            arcs.append(
                (
                    index,
                    network.addArc(
                        from: companyNodes[pair.company], to: hostNodes[pair.host], capacity: 1, cost: cost)
                ))
        }
        network.solve(from: source, to: sink, limit: max(0, tables))
        for (pair, arc) in arcs where network.flow(on: arc) > 0 { slots[pair] = slot }
        return result(slots)
    }

    private func result(_ slots: [Int?]) -> Result {
        var companies = problem.companies.map(\.minimum)
        var hosts = problem.hosts.map(\.minimum)
        var worth = 0
        var missing = 0
        for (pair, slot) in zip(problem.pairs, slots) {
            guard slot != nil else {
                missing += pair.isPinned ? PairSelection.pinned : 0
                continue
            }
            worth += pair.worth
            companies[pair.company] -= 1
            hosts[pair.host] -= 1
        }
        let shortfall = missing + (companies + hosts).reduce(0) { $0 + max(0, $1) }
        return Result(slots: slots, shortfall: shortfall, worth: worth)
    }
}
