import API
import Containers
import Dialogue
import Procurement

/// Made-up councils, seeded.
package enum CouncilInstances {
    package static let quotas = [
        SizeQuota(id: "små", name: BilingualText(sv: "små företag", en: "small firms"), sizes: [.micro, .small]),
        SizeQuota(id: "stora", name: BilingualText(sv: "stora företag", en: "large firms"), sizes: [.large]),
    ]

    package static func random(seed: Int, candidates: ClosedRange<Int>, seats: ClosedRange<Int>) -> CouncilRequest {
        var random = SplitMix64(seed: UInt64(seed) &+ 1_000_000)
        var people = (0..<random.among(candidates)).map { number in
            // Few levels of score, so that lots are drawn often.
            CouncilCandidate(random.company(number), score: random.among(0...6) * 150_000)
        }
        for number in 0..<random.below(5) {
            people.append(
                CouncilCandidate(
                    id: MemberID("t\(number)"), name: "Tjänsteperson \(number)", role: .official,
                    score: random.among(0...4) * 200_000, group: random.chance(20) ? "koncern 1" : nil))
        }
        var quotas = quotas
        quotas[0].minimum = random.below(4)
        quotas[1].minimum = random.below(2)
        if random.chance(50) { quotas[1].maximum = quotas[1].minimum + random.below(2) }
        let members = people.map(\.id)
        let earlier = (0..<random.below(3)).map { index in
            EarlierCouncil(name: "råd \(index)", members: Array(random.shuffled(members).prefix(3)))
        }
        let edits = random.shuffled(members).prefix(random.below(3)).map { member in
            CouncilEdit(
                random.chance(50) ? .pin(member: member) : .exclude(member: member), by: "inköpschef", note: "beslut")
        }
        return CouncilRequest(
            name: BilingualText(sv: "Branschråd IT", en: "Sector council IT"),
            seats: [RoleSeats(.supplier, random.among(seats)), RoleSeats(.official, random.below(3))],
            sizeQuotas: quotas, newcomers: random.below(5),
            rotation: CouncilRotation(coolOff: random.below(3), penaltyPerSeat: random.pick([0, 150_000])),
            earlier: earlier, alternatesPerRole: 2, seed: random.below(1 << 30), candidates: people, edits: edits)
    }

    /// A whole register, three roles and quotas that cost something.
    package static func large() -> CouncilRequest {
        var random = SplitMix64(seed: 5)
        var candidates = (0..<9036).map { number in
            CouncilCandidate(
                Company(
                    id: SupplierID("s\(10_000 + number)"), name: "Företag \(number)",
                    size: random.pick([.micro, .small, .medium, .large, .large]), isNewcomer: random.chance(10),
                    group: random.chance(30) ? "koncern \(random.below(300))" : nil),
                // Newcomers match worse, so that their quota costs something.
                score: random.below(100) * 10_000)
        }
        for role in [CouncilRole.official, .politician] {
            for number in 0..<12 {
                candidates.append(
                    CouncilCandidate(
                        id: MemberID("\(role.rawValue)\(number)"), name: "\(number)", role: role,
                        score: random.below(100) * 10_000))
            }
        }
        var quotas = quotas
        quotas[0].minimum = 7
        quotas[1].maximum = 4
        return CouncilRequest(
            name: BilingualText(sv: "Råd", en: "Council"),
            seats: [RoleSeats(.supplier, 15), RoleSeats(.official, 6), RoleSeats(.politician, 4)], sizeQuotas: quotas,
            newcomers: 6, seed: 2026, candidates: candidates)
    }
}
