import Procurement

/// Reads a `cac:ProcurementProjectLot`: a lot, a group of lots, or a part of something planned.
struct EFormsLot {
    private let lot: Element

    init(_ lot: Element) { self.lot = lot }

    /// - Returns: `nil` where the lot has no name to be called by.
    func read() -> Lot? {
        guard let id = lot.first("ID"), let name = id.text else { return nil }
        var result = Lot(id: LotID(name), role: role(id))
        if let project = lot.first("ProcurementProject").map(EFormsProject.init) {
            result.title = project.title
            result.description = project.description
            result.kind = project.kind
            result.cpv = project.cpv
            result.nuts = project.nuts
            result.value = project.value
            result.suitableForSMEs = project.suitableForSMEs
            result.strategicGoals = project.goals
        }
        if let process = lot.first("TenderingProcess") {
            result.deadline = deadline(process)
            result.value = result.value.orElse(maximum(process))
        }
        return result
    }

    private func role(_ id: Element) -> Lot.Role {
        if id.attribute("schemeName", is: "LotsGroup") { return .group }
        if id.attribute("schemeName", is: "Part") { return .part }
        return .lot
    }

    /// BT-157: the most that the framework of a group of lots may come to.
    private func maximum(_ process: Element) -> Disclosed<Money> {
        process.first("FrameworkAgreement")?.money("EstimatedMaximumValueAmount") ?? .missing
    }

    /// BT-131 for tenders, else BT-1311 for requests to participate, else BT-630 for expressions of interest.
    private func deadline(_ process: Element) -> CalendarDate? {
        process.path("TenderSubmissionDeadlinePeriod", "EndDate")?.date
            ?? process.path("ParticipationRequestReceptionPeriod", "EndDate")?.date
            ?? process.eForms.path("InterestExpressionReceptionPeriod", "EndDate")?.date
    }
}
