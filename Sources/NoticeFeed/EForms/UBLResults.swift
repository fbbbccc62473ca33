import Procurement

/// Reads UBL's own results (`cac:TenderResult`), as notices without the eForms extension have them: with the winning
/// parties written inline.
///
/// In a notice with the extension the element is there for the schema's sake, with a date and no more.
struct UBLResults {
    private let results: [Element]
    private let lots: [Lot]
    private let contractEnds: [LotID: CalendarDate]

    /// - Parameter lots: the notice's.
    init(_ root: Element, lots: [Lot], contractEnds: [LotID: CalendarDate]) {
        results = Array(root.all("TenderResult"))
        self.lots = lots
        self.contractEnds = contractEnds
    }

    /// The awards in the order of the results; the same one, repeated, once.
    func read(_ organisations: inout EFormsOrganisations) -> [Award] {
        var awards: [Award] = []
        for result in results {
            if let award = award(of: result, &organisations) { awards.append(award) }
        }
        return awards.withoutRepeats
    }

    /// - Returns: `nil` where nothing is said but a date.
    private func award(of result: Element, _ organisations: inout EFormsOrganisations) -> Award? {
        let decision = EFormsDecision(result)
        var winners: [OrganisationID] = []
        if decision.mayNameWinners {
            for party in result.all("WinningParty").flatMap({ $0.all("Party") }) {
                if let winner = organisations.id(of: party) { winners.append(winner) }
            }
        }
        let projects = Array(result.all("AwardedTenderedProject"))
        if case .unstated = decision, winners.isEmpty, projects.isEmpty { return nil }

        var award = Award(lots: lots(of: projects), outcome: decision.outcomeWithoutWinners)
        award.tendersReceived = result.first("ReceivedTenderQuantity")?.count ?? .missing
        guard decision.mayNameWinners else { return award }
        award.winners = winners.withoutRepeats
        if !winners.isEmpty { award.outcome = .awarded(winnersWithheld: false) }
        award.value = projects.reduce(.missing) { $0.orElse(value(of: $1)) }
        let contract = result.first("Contract")
        award.concluded = contract?.first("IssueDate")?.date ?? result.first("AwardDate")?.date
        award.contractNumber = contract?.first("ID")?.published
        if !winners.isEmpty { award.ends = award.lots.compactMap { contractEnds[$0] }.max() }
        return award
    }

    /// The lots that are named; where none is and the notice has only one, that.
    private func lots(of projects: [Element]) -> [LotID] {
        let named = projects.flatMap { $0.all("ProcurementProjectLot") }.compactMap { $0.first("ID")?.text }
        if named.isEmpty, lots.count == 1 { return lots.map(\.id) }
        return named.map { LotID($0) }.withoutRepeats
    }

    /// Without tax, where both amounts are given.
    private func value(of project: Element) -> Disclosed<Money> {
        guard let total = project.first("LegalMonetaryTotal") else { return .missing }
        return total.money("TaxExclusiveAmount").orElse(total.money("PayableAmount"))
    }
}
