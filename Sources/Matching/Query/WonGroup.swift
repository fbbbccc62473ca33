import Containers
import Procurement

/// A group of the CPV that some suppliers have won in or offer.
package struct WonGroup: Sendable, Hashable {
    /// Three digits; two where codes name no group.
    package var pattern: CPVPattern
    /// How many of the suppliers have won in it or say that they offer it.
    package var suppliers: Int
    /// How many procurements with a main code in it they have won, one each time.
    package var wins: Int
}

extension IndexSnapshot {
    /// How many groups say what suppliers have in common.
    private static let mostGroups = 8
    /// From this share of all that they have won and offer on, in percent, further groups say little.
    private static let enough = 80

    /// The groups in which suppliers have won or that they offer, those of most suppliers first, then of most wins: at most eight,
    /// and no more than make up four fifths of all that they have. A division stands there where nothing narrower of it does. Suppliers that the snapshot doesn't know are left out.
    package func groups(of suppliers: [SupplierID]) -> [WonGroup] {
        var wins: [Int32: Int] = [:]
        var holders: [Int32: Set<Int>] = [:]
        for number in Set(suppliers.compactMap { self.suppliers.number(of: $0) }) {
            for procurement in procurements.awards[number] {
                guard let code = procurements.cpv[Int(procurement)].first else { continue }
                wins[code / 100_000, default: 0] += 1
                holders[code / 100_000, default: []].insert(number)
            }
            for group in self.suppliers.offers[number] { holders[Int32(group), default: []].insert(number) }
        }
        // A code that names a division alone says little beside one that names a group of it, and would let in the whole division.
        let divisions = Set(holders.keys.filter { !$0.isMultiple(of: 10) }.map { $0 / 10 })
        let told = holders.filter { !$0.key.isMultiple(of: 10) || !divisions.contains($0.key / 10) }
        let groups = told.compactMap { group, numbers -> WonGroup? in
            // 300 stands for division 30.
            let digits = group.isMultiple(of: 10) ? group / 10 : group
            let pattern = CPVPattern("\(digits < 10 ? "0" : "")\(digits)*")
            return pattern.map { WonGroup(pattern: $0, suppliers: numbers.count, wins: wins[group] ?? 0) }
        }.sorted {
            ($1.suppliers, $1.wins, $0.pattern.digits) < ($0.suppliers, $0.wins, $1.pattern.digits)
        }
        let all = groups.reduce(0) { $0 + $1.suppliers + $1.wins }
        var taken: [WonGroup] = []
        var sum = 0
        for group in groups.prefix(Self.mostGroups) where sum * 100 < all * Self.enough {
            taken.append(group)
            sum += group.suppliers + group.wins
        }
        return taken
    }
}
