import Procurement

extension TimetableRequest {
    /// The request with a person's consent to the changes that were named.
    package func relaxed(by remedies: [Infeasibility]) -> TimetableRequest {
        var request = self
        for remedy in remedies {
            switch remedy.constraint {
            case .companyMinimum(let id):
                for index in request.companies.indices where request.companies[index].id == id {
                    request.companies[index].minimum = remedy.possible
                }
            case .hostMinimum(let id):
                for index in request.hosts.indices where request.hosts[index].id == id {
                    request.hosts[index].minimum = remedy.possible
                }
            case .tables: request.tables = remedy.possible
            case .pinnedMeeting(let company, let host):
                request.edits.removeAll { edit in
                    if case .pin(company, host, _) = edit.change { true } else { false }
                }
            default: break
            }
        }
        return request
    }
}
