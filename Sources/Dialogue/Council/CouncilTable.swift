import API
import Procurement

/// The pool brought into the shape of `CouncilChoice`.
struct CouncilTable: Sendable {
    let pool: CouncilPool
    let choice: CouncilChoice
    /// What one micro-unit of score is worth beside the lots: more than all lots of a council together.
    let scale: Int
    /// The pool's entry behind each member of the choice.
    private let entryOf: [Int]

    var request: CouncilRequest { pool.request }
    var search: CouncilSearch { CouncilSearch(choice, newcomers: request.newcomers) }

    init(_ pool: CouncilPool) {
        self.pool = pool
        let request = pool.request
        let total = request.seats.reduce(0) { $0 + $1.seats }
        let scale = pool.entries.count * total + 1
        self.scale = scale
        entryOf = Self.contenders(pool, keep: total)
        var groups: [String: Int] = [:]
        for entry in pool.entries {
            if let group = entry.candidate.group, groups[group] == nil { groups[group] = groups.count }
        }
        choice = CouncilChoice(
            seats: request.seats.map(\.seats),
            supplierRole: request.seats.firstIndex { $0.role == .supplier },
            minimum: request.sizeQuotas.map(\.minimum), maximum: request.sizeQuotas.map(\.maximum),
            members: entryOf.map { index in
                let entry = pool.entries[index]
                return CouncilChoice.Member(
                    role: entry.role, quota: entry.quota, isNewcomer: entry.isNewcomer, isPinned: entry.isPinned,
                    group: entry.candidate.group.flatMap { groups[$0] }, value: entry.netScore * scale + entry.lot)
            })
    }

    /// Leaves out whom no best choice needs: of each role, quota and standing the best `keep` of different groups
    /// stay. A choice that seats another could seat one of these instead, since at most `keep` groups are taken.
    private static func contenders(_ pool: CouncilPool, keep: Int) -> [Int] {
        struct Cell: Hashable {
            var role: Int
            var quota: Int?
            var isNewcomer: Bool
        }
        var groups: [Cell: Set<String>] = [:]
        var count: [Cell: Int] = [:]
        var kept: [Int] = []
        let best = pool.entries.indices.sorted {
            (pool.entries[$1].netScore, pool.entries[$1].lot) < (pool.entries[$0].netScore, pool.entries[$0].lot)
        }
        for index in best {
            let entry = pool.entries[index]
            if entry.isPinned {
                kept.append(index)
                continue
            }
            let cell = Cell(role: entry.role, quota: entry.quota, isNewcomer: entry.isNewcomer)
            guard count[cell, default: 0] < keep else { continue }
            if let group = entry.candidate.group, !groups[cell, default: []].insert(group).inserted { continue }
            count[cell, default: 0] += 1
            kept.append(index)
        }
        return kept.sorted()
    }

    func entries(of solution: CouncilChoice.Solution) -> [Int] { solution.seated.map { entryOf[$0] } }
}
