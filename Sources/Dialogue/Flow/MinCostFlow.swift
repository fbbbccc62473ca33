/// Cheapest flow through a network, by successive shortest paths with node potentials
/// (Ahuja, Magnanti and Orlin, *Network Flows*, 1993, section 9.7).
///
/// Arcs may have negative costs, but the network must have no cycle of negative cost before the first unit flows.
/// The same arcs in the same order give the same flow.
package struct MinCostFlow: Sendable {
    /// An arc's place in the order in which arcs were added.
    package typealias Arc = Int

    // Arc a is stored at 2a, its reverse at 2a + 1; each node chains its arcs through `next`.
    private var first: [Int32] = []
    private var next: [Int32] = []
    private var head: [Int32] = []
    private var residual: [Int] = []
    private var cost: [LayeredCost] = []
    private var potential: [LayeredCost] = []

    package init() {}

    /// - Returns: the new node.
    package mutating func addNode() -> Int {
        first.append(-1)
        return first.count - 1
    }

    /// - Returns: the new nodes, in order.
    package mutating func addNodes(_ count: Int) -> [Int] { (0..<count).map { _ in addNode() } }

    /// - Parameter price: of one unit.
    /// - Returns: the arc, to ask for its flow later.
    @discardableResult
    package mutating func addArc(
        from tail: Int, to target: Int, capacity: Int, cost price: LayeredCost = .zero
    ) -> Arc {
        append(from: tail, to: target, capacity: capacity, cost: price)
        append(from: target, to: tail, capacity: 0, cost: -price)
        return head.count / 2 - 1
    }

    private mutating func append(from tail: Int, to target: Int, capacity: Int, cost price: LayeredCost) {
        next.append(first[tail])
        first[tail] = Int32(head.count)
        head.append(Int32(target))
        residual.append(capacity)
        cost.append(price)
    }

    /// Units on an arc after `solve`.
    package func flow(on arc: Arc) -> Int { residual[2 * arc + 1] }

    /// The dual price of a node after `solve`. An arc that was left out would not have made the flow cheaper if
    /// `potential(of: tail) + cost − potential(of: head)` is not negative; nodes that can't be reached from the source
    /// have no meaningful price.
    package func potential(of node: Int) -> LayeredCost { potential[node] }

    /// Sends units for as long as each makes the whole cheaper, at most `limit` of them.
    ///
    /// It ends early when its task is cancelled; whoever plans with it then throws the plan away.
    ///
    /// - Returns: how many units flow, and what they cost together. No flow of at most `limit` units is cheaper.
    @discardableResult
    package mutating func solve(from source: Int, to sink: Int, limit: Int = .max) -> (flow: Int, cost: LayeredCost) {
        potential = distancesWithNegativeCosts(from: source)
        var total = LayeredCost.zero
        var sent = 0
        var search = ShortestPath(nodes: first.count)
        while sent < limit, !Task.isCancelled {
            let distance = shortestPath(from: source, to: sink, into: &search)
            // Where the sink is out of reach, its price rises to what would no longer pay.
            let end = distance ?? max(search.farthest, potential[source] - potential[sink])
            for node in first.indices { potential[node] = potential[node] + search.settled(node, within: end) }
            let price = potential[sink] - potential[source]
            guard distance != nil, price < .zero else { break }
            var units = limit - sent
            var node = sink
            while node != source {
                let arc = Int(search.arrival[node])
                units = min(units, residual[arc])
                node = Int(head[arc ^ 1])
            }
            node = sink
            while node != source {
                let arc = Int(search.arrival[node])
                residual[arc] -= units
                residual[arc ^ 1] += units
                node = Int(head[arc ^ 1])
            }
            sent += units
            total =
                total
                + LayeredCost(need: price.need * units, score: price.score * units, order: price.order * units)
        }
        return (sent, total)
    }

    /// Bellman and Ford with a queue: the first potentials, since the first costs may be negative.
    private func distancesWithNegativeCosts(from source: Int) -> [LayeredCost] {
        var distance = [LayeredCost](repeating: .zero, count: first.count)
        var reached = [Bool](repeating: false, count: first.count)
        var isQueued = reached
        var queue = [source]
        var taken = 0
        reached[source] = true
        while taken < queue.count {
            let node = queue[taken]
            taken += 1
            if taken.isMultiple(of: 1024), Task.isCancelled { break }
            isQueued[node] = false
            var arc = Int(first[node])
            while arc >= 0 {
                let target = Int(head[arc])
                if residual[arc] > 0 {
                    let candidate = distance[node] + cost[arc]
                    if !reached[target] || candidate < distance[target] {
                        distance[target] = candidate
                        reached[target] = true
                        if !isQueued[target] {
                            isQueued[target] = true
                            queue.append(target)
                        }
                    }
                }
                arc = Int(next[arc])
            }
        }
        return distance
    }

    /// Dijkstra over reduced costs, ended as soon as the sink is settled. `nil` where the sink can't be reached.
    private func shortestPath(from source: Int, to sink: Int, into search: inout ShortestPath) -> LayeredCost? {
        search.begin(at: source)
        while let (distance, node) = search.settleNearest() {
            if node == sink { return distance }
            let base = distance + potential[node]
            var arc = Int(first[node])
            while arc >= 0 {
                if residual[arc] > 0 {
                    let target = Int(head[arc])
                    search.offer(base + cost[arc] - potential[target], to: target, by: arc)
                }
                arc = Int(next[arc])
            }
        }
        return nil
    }
}
