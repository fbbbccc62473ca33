import API

/// The seats as a flow: council → role → size quota → newcomer or not → member → corporate group → done.
///
/// All but one constraint are bounds on arcs. The newcomers cut across the sizes, which a flow can't hold: they are
/// priced instead (Lagrange), and where no price gives exactly enough, the problem is split by how many newcomers a
/// size has (branch and bound). Every node's price gives a bound, so the gap is known whenever the search stops.
struct CouncilChoice: Sendable {
    struct Member: Sendable {
        var role: Int
        var quota: Int?
        var isNewcomer: Bool
        var isPinned: Bool
        var group: Int?
        /// What the seat is worth: scores, with the lots below them.
        var value: Int
    }

    struct Solution: Sendable, Hashable {
        /// Indices of members, rising.
        var seated: [Int]
        /// Seats, minima and pins that are missed and maxima that are passed, in units.
        var shortfall: Int
        var value: Int
        var newcomers: Int
    }

    /// Bounds on the newcomers of each cell: the size quotas, then the rest.
    struct Box: Sendable {
        var lower: [Int]
        var upper: [Int]
    }

    static let pinned = 1_000

    let seats: [Int]
    /// The role whose members have sizes.
    let supplierRole: Int?
    let minimum: [Int]
    let maximum: [Int?]
    let members: [Member]

    private var cells: Int { minimum.count + 1 }
    private var total: Int { seats.reduce(0, +) }

    var openBox: Box { Box(lower: Array(repeating: 0, count: cells), upper: Array(repeating: total, count: cells)) }

    /// The best choice when each newcomer is worth `price` more, with the newcomers of each cell within `box`.
    func flow(price: Int, box: Box) -> Solution {
        var network = MinCostFlow()
        let source = network.addNode()
        let sink = network.addNode()
        let need = LayeredCost(need: -1)
        var wanted = 0
        var roles: [Int] = []
        for count in seats {
            let role = network.addNode()
            network.addArc(from: source, to: role, capacity: count, cost: need)
            wanted += count
            roles.append(role)
        }
        var cellNodes: [(newcomers: Int, others: Int)] = []
        for cell in 0..<cells {
            let node = network.addNode()
            if let supplierRole {
                let lower = cell < minimum.count ? minimum[cell] : 0
                let upper = cell < minimum.count ? maximum[cell] ?? total : total
                network.addArc(from: roles[supplierRole], to: node, capacity: min(lower, upper), cost: need)
                network.addArc(from: roles[supplierRole], to: node, capacity: max(0, upper - lower))
                network.addArc(from: roles[supplierRole], to: node, capacity: total, cost: LayeredCost(need: 1))
                wanted += lower
            }
            let newcomers = network.addNode()
            let others = network.addNode()
            network.addArc(from: node, to: newcomers, capacity: box.lower[cell], cost: need)
            network.addArc(from: node, to: newcomers, capacity: box.upper[cell] - box.lower[cell])
            network.addArc(from: node, to: others, capacity: total)
            wanted += box.lower[cell]
            cellNodes.append((newcomers, others))
        }
        var groups: [Int: Int] = [:]
        var arcs: [Int] = []
        for (index, member) in members.enumerated() {
            let cell = cellNodes[member.quota ?? minimum.count]
            let from =
                member.role == supplierRole ? (member.isNewcomer ? cell.newcomers : cell.others) : roles[member.role]
            var to = sink
            if let group = member.group {
                to = groups[group] ?? network.addNode()
                if groups[group] == nil { network.addArc(from: to, to: sink, capacity: 1) }
                groups[group] = to
            }
            let value = member.value + (member.isNewcomer ? price : 0)
            arcs.append(
                network.addArc(
                    from: from, to: to, capacity: 1,
                    cost: LayeredCost(need: member.isPinned ? -Self.pinned : 0, score: -value, order: index)))
            if member.isPinned { wanted += Self.pinned }
        }
        let cost = network.solve(from: source, to: sink, limit: total).cost
        let seated = members.indices.filter { network.flow(on: arcs[$0]) > 0 }
        return Solution(
            seated: seated, shortfall: wanted + cost.need,
            value: seated.reduce(0) { $0 + members[$1].value },
            newcomers: seated.count { members[$0].isNewcomer })
    }

    /// How many newcomers a cell has in a solution.
    func newcomers(in solution: Solution, cell: Int) -> Int {
        solution.seated.count {
            members[$0].isNewcomer && (members[$0].quota ?? minimum.count) == cell
        }
    }

    var cellCount: Int { cells }
}
