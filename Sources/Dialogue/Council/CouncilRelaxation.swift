import API
import Procurement

extension CouncilRequest {
    /// The request with a person's consent to the changes that were named.
    package func relaxed(by remedies: [Infeasibility]) -> CouncilRequest {
        var request = self
        for remedy in remedies {
            switch remedy.constraint {
            case .seats(let role):
                for index in request.seats.indices where request.seats[index].role == role {
                    request.seats[index].seats = remedy.possible
                }
            case .sizeMinimum(let id):
                for index in request.sizeQuotas.indices where request.sizeQuotas[index].id == id {
                    request.sizeQuotas[index].minimum = remedy.possible
                }
            case .sizeMaximum(let id):
                for index in request.sizeQuotas.indices where request.sizeQuotas[index].id == id {
                    request.sizeQuotas[index].maximum = remedy.possible
                }
            case .newcomers: request.newcomers = remedy.possible
            case .coolOff: request.rotation.coolOff = remedy.possible
            case .corporateGroup(let group):
                // One pin of the group stays: the first in the list of edits.
                let members = Set(request.candidates.filter { $0.group == group }.map(\.id))
                var kept = false
                request.edits.removeAll { edit in
                    guard case .pin(let member) = edit.change, members.contains(member) else { return false }
                    defer { kept = true }
                    return kept
                }
            default: break
            }
        }
        return request
    }
}
