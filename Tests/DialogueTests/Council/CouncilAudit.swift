import API
import Dialogue
import Procurement
import Testing

/// Checks a proposal against its request from scratch, sharing no code with the composer.
struct CouncilAudit {
    let request: CouncilRequest
    let proposal: CouncilProposal

    func expectEveryConstraintHolds(_ comment: Comment) {
        let seated = proposal.seats.map(\.candidate)
        #expect(Self.holds(seated, request), comment)
        for role in request.seats { #expect(seated.count { $0.role == role.role } == role.seats, comment) }
        let resting = Set(request.earlier.prefix(request.rotation.coolOff).flatMap(\.members))
        let pinned = Set(
            request.edits.compactMap { if case .pin(let member) = $0.change { member } else { nil } })
        for seat in proposal.seats {
            #expect(
                seat.candidate.role != .supplier || !resting.contains(seat.candidate.id)
                    || pinned.contains(seat.candidate.id), comment)
            #expect(!request.edits.map(\.change).contains(.exclude(member: seat.candidate.id)), comment)
            let earlier = request.earlier.count { $0.members.contains(seat.candidate.id) }
            #expect(seat.earlierSeats == earlier, comment)
            #expect(!seat.reason.sv.isEmpty && !seat.reason.en.isEmpty, comment)
        }
        #expect(pinned.isSubset(of: seated.map(\.id)), comment)
        expectAlternates(seated, comment)
        expectDraws(seated, comment)
        for line in proposal.balance {
            #expect(line.actual >= line.minimum && line.actual <= line.maximum ?? .max, comment)
        }
    }

    /// Quotas and groups; not the number of seats.
    static func holds(_ seated: [CouncilCandidate], _ request: CouncilRequest) -> Bool {
        let groups = seated.compactMap(\.group)
        let suppliers = seated.filter { $0.role == .supplier }
        return Set(groups).count == groups.count
            && suppliers.count(where: \.isNewcomer) >= request.newcomers
            && request.sizeQuotas.allSatisfy { quota in
                let count = suppliers.count { $0.size.map(quota.sizes.contains) ?? false }
                return count >= quota.minimum && count <= quota.maximum ?? .max
            }
    }

    private func expectAlternates(_ seated: [CouncilCandidate], _ comment: Comment) {
        for alternate in proposal.alternates {
            #expect(!seated.contains { $0.id == alternate.candidate.id }, comment)
            #expect(!alternate.canReplace.isEmpty, comment)
            for member in alternate.canReplace {
                let leaving = seated.first { $0.id == member }
                #expect(leaving?.role == alternate.candidate.role, comment)
                let after = seated.filter { $0.id != member } + [alternate.candidate]
                #expect(Self.holds(after, request), comment)
            }
        }
    }

    private func expectDraws(_ seated: [CouncilCandidate], _ comment: Comment) {
        let ids = Set(seated.map(\.id))
        for draw in proposal.draws {
            #expect(!draw.seated.isEmpty && ids.isSuperset(of: draw.seated), comment)
            #expect(!draw.passedOver.isEmpty && ids.isDisjoint(with: draw.passedOver), comment)
        }
    }
}
