/// How much of what the supplier has won lies in the same branches of the CPV.
///
/// value = (same three-digit group + 0.5 · same division only) / (wins + 1), over all its wins. Without wins, the codes
/// in the register speak the same way; without those, unknown.
struct ScopeSignal: Signal {
    var name: SignalName { .scope }

    func values(in match: MatchContext) -> SignalValues {
        guard !match.query.branches.isEmpty else { return .unknown }
        let table = match.snapshot.procurements
        let nearness = procurementNearness(in: match)
        return .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                let wins = table.awards[supplier]
                if !wins.isEmpty {
                    return wins.reduce(Float(0)) { $0 + nearness[Int($1)] } / Float(wins.count + 1)
                }
                let codes = match.snapshot.suppliers.registerCPV[supplier]
                guard !codes.isEmpty else { return .nan }
                let near = codes.map { code in
                    match.query.branches.map { Self.nearness(CPVBranch(code), $0) }.max() ?? 0
                }
                return near.reduce(0, +) / Float(near.count + 1)
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        let wins = match.snapshot.procurements.awards[supplier]
        if wins.isEmpty {
            return value == nil
                ? phrases.pick(
                    "No wins and no CPV codes in the register.", "Inga vinster och inga CPV-koder i registret.")
                : phrases.pick("By the CPV codes in the register.", "Enligt CPV-koderna i registret.")
        }
        let nearness = procurementNearness(in: match)
        let same = wins.filter { nearness[Int($0)] == 1 }.count
        let near = wins.filter { nearness[Int($0)] > 0 }.count
        return phrases.pick(
            "\(same) of its \(wins.count) wins are in the same CPV group, \(near) in the same division.",
            "\(same) av dess \(wins.count) vinster är i samma CPV-grupp, \(near) i samma huvudgrupp.")
    }

    private func procurementNearness(in match: MatchContext) -> [Float] {
        var nearness = [Float](repeating: 0, count: match.snapshot.procurements.count)
        for (digits, value) in [(2, Float(0.5)), (3, 1)] {
            for branch in match.query.branches where branch.digits >= digits || digits == 2 {
                for procurement in match.snapshot.cpv.branch(branch.prefix(digits), digits: digits) {
                    nearness[Int(procurement)] = max(nearness[Int(procurement)], value)
                }
            }
        }
        return nearness
    }

    private static func nearness(_ left: CPVBranch, _ right: CPVBranch) -> Float {
        if left.prefix(3) == right.prefix(3) { return 1 }
        return left.prefix(2) == right.prefix(2) ? 0.5 : 0
    }
}
