import Procurement

/// The information content of the deepest CPV branch that the query shares with each procurement, in [0, 1].
struct CPVLikeness: Sendable {
    /// By set of codes (`CodeTable`).
    let bySet: [Float]
    /// By set: true where one of its codes lies in the query's branches.
    let isInside: [Bool]
    /// By set: true where one of its codes lies in the division of one of the query's branches.
    let isInDivision: [Bool]

    init(_ branches: [CPVBranch], in snapshot: IndexSnapshot) {
        let table = snapshot.procurements.cpv
        let order = snapshot.cpv
        let largest = Logarithm.natural(Float(table.count + 1))
        var contents = [Float](repeating: 0, count: order.codes.count)
        var inside = [Bool](repeating: false, count: order.codes.count)
        var inDivision = inside
        for branch in branches {
            for digits in 2...max(2, branch.digits) {
                let stretch = order.branch(branch.prefix(digits), digits: digits)
                let content = Self.content(holders: order.holders(stretch), largest: largest)
                for place in stretch where contents[place] < content { contents[place] = content }
            }
            for place in order.branch(branch.prefix(branch.digits), digits: branch.digits) { inside[place] = true }
            for place in order.branch(branch.prefix(2), digits: 2) { inDivision[place] = true }
        }
        var bySet = [Float](repeating: 0, count: table.sets.count)
        var setIsInside = [Bool](repeating: false, count: table.sets.count)
        var setIsInDivision = setIsInside
        if !branches.isEmpty {
            order.placesOfSet.items.withUnsafeBufferPointer { places in
                for set in 0..<table.sets.count {
                    for index in order.placesOfSet.range(set) {
                        let place = Int(places[index])
                        bySet[set] = max(bySet[set], contents[place])
                        if inside[place] { setIsInside[set] = true }
                        if inDivision[place] { setIsInDivision[set] = true }
                    }
                }
            }
        }
        self.bySet = bySet
        isInside = setIsInside
        isInDivision = setIsInDivision
    }

    /// The same of codes that no procurement of the snapshot has to have.
    static func content(of codes: [CPVCode], _ branches: [CPVBranch], in snapshot: IndexSnapshot) -> Float {
        let largest = Logarithm.natural(Float(snapshot.procurements.count + 1))
        var best: Float = 0
        for branch in branches {
            for digits in 2...max(2, branch.digits)
            where codes.contains(where: { $0.depth >= digits && $0.prefix(digits) == branch.prefix(digits) }) {
                let holders = snapshot.cpv.holders(snapshot.cpv.branch(branch.prefix(digits), digits: digits))
                best = max(best, content(holders: holders, largest: largest))
            }
        }
        return best
    }

    private static func content(holders: Int, largest: Float) -> Float {
        largest > 0 ? max(0, (largest - Logarithm.natural(Float(holders + 1))) / largest) : 0
    }
}
