import API
import Dialogue
import Procurement

/// Checks a proposal against its request from scratch, sharing no code with the composer.
package struct CouncilAudit: Audit {
    let request: CouncilRequest
    let proposal: CouncilProposal

    package init(request: CouncilRequest, proposal: CouncilProposal) {
        self.request = request
        self.proposal = proposal
    }

    package func examine(_ found: inout Faults) {
        let seated = proposal.seats.map(\.candidate)
        found.expect(Self.holds(seated, request))
        for role in request.seats { found.expect(seated.count { $0.role == role.role } == role.seats) }
        let resting = Set(request.earlier.prefix(request.rotation.coolOff).flatMap(\.members))
        let pinned = Set(
            request.edits.compactMap { if case .pin(let member) = $0.change { member } else { nil } })
        for seat in proposal.seats {
            found.expect(
                seat.candidate.role != .supplier || !resting.contains(seat.candidate.id)
                    || pinned.contains(seat.candidate.id))
            found.expect(!request.edits.map(\.change).contains(.exclude(member: seat.candidate.id)))
            let earlier = request.earlier.count { $0.members.contains(seat.candidate.id) }
            found.expect(seat.earlierSeats == earlier)
            found.expect(!seat.reason.sv.isEmpty && !seat.reason.en.isEmpty)
        }
        found.expect(pinned.isSubset(of: seated.map(\.id)))
        expectAlternates(seated, &found)
        expectDraws(seated, &found)
        for line in proposal.balance {
            found.expect(line.actual >= line.minimum && line.actual <= line.maximum ?? .max)
        }
    }

    /// Quotas and groups; not the number of seats.
    package static func holds(_ seated: [CouncilCandidate], _ request: CouncilRequest) -> Bool {
        let groups = seated.compactMap(\.group)
        let suppliers = seated.filter { $0.role == .supplier }
        return Set(groups).count == groups.count
            && suppliers.count(where: \.isNewcomer) >= request.newcomers
            && request.sizeQuotas.allSatisfy { quota in
                let count = suppliers.count { $0.size.map(quota.sizes.contains) ?? false }
                return count >= quota.minimum && count <= quota.maximum ?? .max
            }
    }

    private func expectAlternates(_ seated: [CouncilCandidate], _ found: inout Faults) {
        for alternate in proposal.alternates {
            found.expect(!seated.contains { $0.id == alternate.candidate.id })
            found.expect(!alternate.canReplace.isEmpty)
            for member in alternate.canReplace {
                let leaving = seated.first { $0.id == member }
                found.expect(leaving?.role == alternate.candidate.role)
                let after = seated.filter { $0.id != member } + [alternate.candidate]
                found.expect(Self.holds(after, request))
            }
        }
    }

    private func expectDraws(_ seated: [CouncilCandidate], _ found: inout Faults) {
        let ids = Set(seated.map(\.id))
        for draw in proposal.draws {
            found.expect(!draw.seated.isEmpty && ids.isSuperset(of: draw.seated))
            found.expect(!draw.passedOver.isEmpty && ids.isDisjoint(with: draw.passedOver))
        }
    }
}
