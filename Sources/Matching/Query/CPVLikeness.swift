import Containers
import Procurement

/// The information content of the deepest CPV branch that the query shares with each procurement, in [0, 1].
struct CPVLikeness: Sendable {
    /// By set of codes (`CodeTable`).
    let bySet: [Float]

    init(_ branches: [CPVBranch], in snapshot: IndexSnapshot) {
        let table = snapshot.procurements.cpv
        let order = snapshot.cpv
        let largest = Logarithm.natural(Float(table.count + 1))
        var contents = [Float](repeating: 0, count: order.codes.count)
        for branch in branches {
            for digits in 2...max(2, branch.digits) {
                let stretch = order.branch(branch.prefix(digits), digits: digits)
                let content = Self.content(holders: order.holders(stretch), largest: largest)
                for place in stretch where contents[place] < content { contents[place] = content }
            }
        }
        var bySet = [Float](repeating: 0, count: table.sets.count)
        if !branches.isEmpty {
            order.placesOfSet.items.withUnsafeBufferPointer { places in
                for set in 0..<table.sets.count {
                    for index in order.placesOfSet.range(set) {
                        let place = Int(places[index])
                        bySet[set] = max(bySet[set], contents[place])
                    }
                }
            }
        }
        self.bySet = bySet
    }

    private static func content(holders: Int, largest: Float) -> Float {
        largest > 0 ? max(0, (largest - Logarithm.natural(Float(holders + 1))) / largest) : 0
    }
}
