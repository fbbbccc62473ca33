import Containers
import Dialogue
import DialogueSupport
import Testing

@Suite struct MinCostFlowTests {
    @Test func takesTheCheaperOfTwoWaysThenTheOther() {
        var network = MinCostFlow()
        let nodes = network.addNodes(4)
        let cheap = network.addArc(from: nodes[0], to: nodes[1], capacity: 1, cost: LayeredCost(score: -5))
        let dear = network.addArc(from: nodes[0], to: nodes[2], capacity: 1, cost: LayeredCost(score: -3))
        network.addArc(from: nodes[1], to: nodes[3], capacity: 1)
        network.addArc(from: nodes[2], to: nodes[3], capacity: 1)
        var first = network
        #expect(first.solve(from: nodes[0], to: nodes[3], limit: 1).cost == LayeredCost(score: -5))
        #expect(first.flow(on: cheap) == 1 && first.flow(on: dear) == 0)
        let both = network.solve(from: nodes[0], to: nodes[3])
        #expect(both.flow == 2)
        #expect(both.cost == LayeredCost(score: -8))
    }

    @Test func oneRequirementOutweighsAnyScore() {
        var network = MinCostFlow()
        let nodes = network.addNodes(3)
        let needed = network.addArc(from: nodes[0], to: nodes[1], capacity: 1, cost: LayeredCost(need: -1))
        let good = network.addArc(from: nodes[0], to: nodes[1], capacity: 1, cost: LayeredCost(score: -1_000_000_000))
        network.addArc(from: nodes[1], to: nodes[2], capacity: 1)
        network.solve(from: nodes[0], to: nodes[2])
        #expect(network.flow(on: needed) == 1)
        #expect(network.flow(on: good) == 0)
    }

    @Test func sendsNothingThatMakesTheWholeDearer() {
        var network = MinCostFlow()
        let nodes = network.addNodes(2)
        network.addArc(from: nodes[0], to: nodes[1], capacity: 3, cost: LayeredCost(score: -1))
        network.addArc(from: nodes[0], to: nodes[1], capacity: 3, cost: LayeredCost(score: 1))
        #expect(network.solve(from: nodes[0], to: nodes[1]).flow == 3)
    }

    @Test(arguments: 0..<400) func isAsCheapAsTheCheapestOfAllFlows(seed: Int) {
        let instance = Instance(seed: seed)
        let limit = seed % 5
        var network = instance.network()
        let cost = network.solve(from: 0, to: instance.nodes - 1, limit: limit).cost
        #expect(cost == instance.cheapest(limit: limit))
    }

    /// Unit arcs between rising nodes, so that there is no cycle; every subset of arcs is tried.
    private struct Instance {
        let nodes: Int
        var arcs: [(tail: Int, head: Int, cost: LayeredCost)] = []

        init(seed: Int) {
            var random = SplitMix64(seed: UInt64(seed))
            nodes = random.among(3...6)
            for _ in 0..<random.among(4...11) {
                let tail = random.below(nodes - 1)
                let head = random.among((tail + 1)...(nodes - 1))
                arcs.append(
                    (
                        tail, head,
                        LayeredCost(
                            need: random.chance(30) ? -1 : 0, score: random.among(-6...3), order: random.among(0...3))
                    ))
            }
        }

        func network() -> MinCostFlow {
            var network = MinCostFlow()
            _ = network.addNodes(nodes)
            for arc in arcs { network.addArc(from: arc.tail, to: arc.head, capacity: 1, cost: arc.cost) }
            return network
        }

        func cheapest(limit: Int) -> LayeredCost {
            var best = LayeredCost.zero
            for subset in 0..<(1 << arcs.count) {
                var balance = Array(repeating: 0, count: nodes)
                var cost = LayeredCost.zero
                for (index, arc) in arcs.enumerated() where subset >> index & 1 == 1 {
                    balance[arc.tail] -= 1
                    balance[arc.head] += 1
                    cost = cost + arc.cost
                }
                if balance[1..<(nodes - 1)].allSatisfy({ $0 == 0 }), balance[nodes - 1] <= limit {
                    best = min(best, cost)
                }
            }
            return best
        }
    }
}
