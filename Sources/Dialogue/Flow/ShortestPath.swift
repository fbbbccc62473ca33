/// The state of one Dijkstra search: a binary heap without decrease-key, stale entries skipped when they surface.
struct ShortestPath: Sendable {
    private struct Entry {
        var distance: LayeredCost
        var node: Int32

        /// Equal distances are settled in the order of nodes, so that the same network gives the same paths.
        func precedes(_ other: Entry) -> Bool {
            distance == other.distance ? node < other.node : distance < other.distance
        }
    }

    private enum State: UInt8 { case unseen, seen, settled }

    private var heap: [Entry] = []
    private var distance: [LayeredCost]
    private var state: [State]
    /// The distance of the node settled last.
    private(set) var farthest = LayeredCost.zero
    /// The stored arc by which each seen node is best reached.
    private(set) var arrival: [Int32]

    init(nodes: Int) {
        distance = Array(repeating: .zero, count: nodes)
        state = Array(repeating: .unseen, count: nodes)
        arrival = Array(repeating: -1, count: nodes)
    }

    mutating func begin(at source: Int) {
        heap.removeAll(keepingCapacity: true)
        farthest = .zero
        for node in state.indices { state[node] = .unseen }
        distance[source] = .zero
        state[source] = .seen
        heap.append(Entry(distance: .zero, node: Int32(source)))
    }

    mutating func offer(_ candidate: LayeredCost, to node: Int, by arc: Int) {
        guard state[node] == .unseen || (state[node] == .seen && candidate < distance[node]) else { return }
        state[node] = .seen
        distance[node] = candidate
        arrival[node] = Int32(arc)
        push(Entry(distance: candidate, node: Int32(node)))
    }

    /// The nearest node not settled yet, now settled.
    mutating func settleNearest() -> (distance: LayeredCost, node: Int)? {
        while let entry = pop() {
            let node = Int(entry.node)
            guard state[node] == .seen else { continue }
            state[node] = .settled
            farthest = entry.distance
            return (entry.distance, node)
        }
        return nil
    }

    /// How much a node's potential grows when the search ended at `end`: its distance where it was settled.
    func settled(_ node: Int, within end: LayeredCost) -> LayeredCost {
        state[node] == .settled ? distance[node] : end
    }

    private mutating func push(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entry.precedes(heap[parent]) else { break }
            heap[child] = heap[parent]
            child = parent
        }
        heap[child] = entry
    }

    private mutating func pop() -> Entry? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return top }
        var hole = 0
        while true {
            var child = 2 * hole + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
            guard heap[child].precedes(last) else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = last
        return top
    }
}
