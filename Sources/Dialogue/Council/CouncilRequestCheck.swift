import API
import Procurement

extension CouncilRequest {
    /// Refuses what makes no sense, all faults at once.
    func check() throws(DialogueError) {
        var check = RequestCheck()
        check.unique(seats.map(\.role), "seats")
        for (index, role) in seats.enumerated() {
            check.require((0...1000).contains(role.seats), "seats[\(index)]", "\(role.seats) is outside 0…1000")
        }
        check.require(
            canBeReckoned, "seats",
            "\(seats.reduce(0) { $0 + $1.seats }) seats for \(candidates.count) candidates are more than can be weighed; "
                + "ask for fewer seats or a higher reach")
        check.unique(sizeQuotas.map(\.id), "sizeQuotas")
        check.unique(sizeQuotas.flatMap(\.sizes), "sizeQuotas by size")
        for (index, quota) in sizeQuotas.enumerated() {
            check.require(quota.minimum >= 0, "sizeQuotas[\(index)].minimum", "\(quota.minimum) is negative")
            if let maximum = quota.maximum {
                check.require(
                    maximum >= quota.minimum, "sizeQuotas[\(index)].maximum",
                    "\(maximum) is less than the minimum, \(quota.minimum)")
            }
        }
        check.require(newcomers >= 0, "newcomers", "\(newcomers) is negative")
        check.require(rotation.coolOff >= 0, "rotation.coolOff", "\(rotation.coolOff) is negative")
        check.require(rotation.penaltyPerSeat >= 0, "rotation.penaltyPerSeat", "\(rotation.penaltyPerSeat) is negative")
        check.require(alternatesPerRole >= 0, "alternatesPerRole", "\(alternatesPerRole) is negative")
        check.require((0..<1 << 53).contains(seed), "seed", "\(seed) is outside 0…9007199254740991")
        check.unique(candidates.map(\.id), "candidates")
        for (index, candidate) in candidates.enumerated() { check.score(candidate.score, "candidates[\(index)].score") }
        let known = Set(candidates.map(\.id))
        check.unique(edits.map(\.member), "edits")
        for (index, edit) in edits.enumerated() {
            check.require(known.contains(edit.member), "edits[\(index)]", "no candidate “\(edit.member)”")
        }
        try check.finish()
    }

    /// Whether the price of a newcomer for each seat (`CouncilSearch`), scaled so that lots stay below scores, is a number.
    private var canBeReckoned: Bool {
        let total = seats.reduce(0) { $0 + max(0, min($1.seats, 1000)) } + 1
        var worth = 1_000_001
        for factor in [candidates.count + 1, total, total, total] {
            let (product, isTooLarge) = worth.multipliedReportingOverflow(by: factor)
            if isTooLarge { return false }
            worth = product
        }
        return true
    }
}
