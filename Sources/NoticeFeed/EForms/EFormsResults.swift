import Procurement

/// Joins the results of a notice: lot result → tender → tendering party → organisations, and the contract settled.
///
/// A tender that won several lots, or a group of them, gives one award with all of these lots, so that its value counts
/// once. Where contracts are listed for a lot, only the tenders with a contract won; others may be listed as well.
struct EFormsResults {
    private let result: Element
    private let organisations: EFormsOrganisations
    private let contractEnds: [LotID: CalendarDate]
    private var tenders: [String: Element] = [:]
    private var parties: [String: Element] = [:]
    /// By tender.
    private var contracts: [String: [Element]] = [:]

    init(_ result: Element, organisations: EFormsOrganisations, contractEnds: [LotID: CalendarDate]) {
        self.result = result
        self.organisations = organisations
        self.contractEnds = contractEnds
        for child in result.children {
            guard let id = child.first("ID")?.text else { continue }
            if child.isNamed("LotTender") {
                tenders[id] = child
            } else if child.isNamed("TenderingParty") {
                parties[id] = child
            } else if child.isNamed("SettledContract") {
                for tender in child.references("LotTender") { contracts[tender, default: []].append(child) }
            }
        }
    }

    /// The value of the whole result (BT-161), else the most that its frameworks may come to (BT-118), else `estimate`.
    func value(orElse estimate: Disclosed<Money>) -> Disclosed<Money> {
        let total = result.money("TotalAmount", withheldAs: "not-val")
        if case .missing = total {
            let maximum = result.money("OverallMaximumFrameworkContractsAmount", withheldAs: "not-max-val")
            if case .missing = maximum { return estimate }
            return maximum
        }
        return total
    }

    /// The awards in the order of the lot results.
    func read() -> [Award] {
        var awards: [Award] = []
        /// Where the award of a tender stands.
        var places: [String: Int] = [:]
        for lotResult in result.all("LotResult") {
            let lots = lotResult.references("TenderLot").map { LotID($0) }
            let winners = winningTenders(of: lotResult)
            if winners.isEmpty { awards.append(award(without: lotResult, lots: lots)) }
            for tender in winners {
                if let place = places[tender] {
                    awards[place].lots = (awards[place].lots + lots).withoutRepeats
                } else {
                    places[tender] = awards.count
                    awards.append(award(of: tender, lots: lots, lotResult: lotResult))
                }
            }
        }
        for tender in tendersWithoutResult where places[tender] == nil {
            let lots = tenders[tender]?.references("TenderLot").map { LotID($0) } ?? []
            awards.append(award(of: tender, lots: lots, lotResult: nil))
        }
        return awards.map(withEnd)
    }

    private func winningTenders(of lotResult: Element) -> [String] {
        if let code = lotResult.first("TenderResultCode")?.code, code != "selec-w" { return [] }
        let all = lotResult.references("LotTender").withoutRepeats
        let contracted = all.filter { contracts[$0] != nil }
        return contracted.isEmpty ? all : contracted
    }

    /// Tenders with a contract that no lot result mentions, as in notices of a direct award; in the order of the document.
    private var tendersWithoutResult: [String] {
        let mentioned = Set(result.all("LotResult").flatMap { $0.references("LotTender") })
        let hasResults = result.first("LotResult") != nil
        return result.all("LotTender").compactMap { $0.first("ID")?.text }
            .filter { !mentioned.contains($0) && (contracts[$0] != nil || !hasResults) }
    }

    private func award(of tender: String, lots: [LotID], lotResult: Element?) -> Award {
        let element = tenders[tender]
        let party = element.flatMap { $0.references("TenderingParty").first }.flatMap { parties[$0] }
        let winners = party?.all("Tenderer").compactMap { organisations.id($0.first("ID")) }.withoutRepeats ?? []
        let areWithheld = winners.isEmpty && lotResult.flatMap { EFormsPrivacy.withholding("win-cho", in: $0) } != nil
        var award = Award(lots: lots, outcome: .awarded(winnersWithheld: areWithheld), winners: winners)
        award.value = element.map(value) ?? .missing
        award.tendersReceived = lotResult.map(tendersReceived) ?? .missing
        for contract in contracts[tender] ?? [] {
            award.concluded = award.concluded ?? contract.first("IssueDate")?.date ?? contract.first("AwardDate")?.date
            award.title.add(contract.localized("Title"))
            award.contractNumber = award.contractNumber ?? contract.path("ContractReference", "ID")?.published
        }
        return award
    }

    /// A lot that nobody won, that is not decided yet, or of which nothing is said.
    private func award(without lotResult: Element, lots: [LotID]) -> Award {
        var award = Award(lots: lots)
        switch lotResult.first("TenderResultCode")?.code {
        case "selec-w":
            award.outcome = .awarded(winnersWithheld: EFormsPrivacy.withholding("win-cho", in: lotResult) != nil)
        case "clos-nw":
            award.outcome = .noWinner(reason: lotResult.path("DecisionReason", "DecisionReasonCode")?.code)
        case "open-nw": award.outcome = .open
        default: award.outcome = .unstated
        }
        award.tendersReceived = tendersReceived(lotResult)
        return award
    }

    /// BT-720.
    private func value(_ tender: Element) -> Disclosed<Money> {
        if let withholding = EFormsPrivacy.withholding("win-ten-val", in: tender) { return .withheld(withholding) }
        guard let total = tender.first("LegalMonetaryTotal") else { return .missing }
        return total.money("PayableAmount", withheldAs: "win-ten-val")
    }

    /// BT-759 for BT-760 `tenders`; a statistic without a code counts tenders too.
    private func tendersReceived(_ lotResult: Element) -> Disclosed<Int> {
        let statistics = Array(lotResult.all("ReceivedSubmissionsStatistics"))
        let tenders =
            statistics.first { $0.first("StatisticsCode")?.textIs("tenders") == true }
            ?? statistics.first { $0.first("StatisticsCode")?.hasText != true }
        guard let tenders else { return .missing }
        if let withholding = EFormsPrivacy.withholding("rec-sub-cou", in: tenders) { return .withheld(withholding) }
        guard let count = tenders.first("StatisticsNumeric") else { return .missing }
        if count.textIs("-1") || count.textIs("unpublished") { return .withheld(Withholding()) }
        guard let number = count.text.flatMap({ Int($0) }), number >= 0 else { return .missing }
        return .stated(number)
    }

    private func withEnd(_ award: Award) -> Award {
        var award = award
        if !award.winners.isEmpty { award.ends = award.lots.compactMap { contractEnds[$0] }.max() }
        return award
    }
}

extension Element {
    /// The ids in the children called `name`: each is a reference such as `<efac:LotTender><cbc:ID>TEN-0001`.
    fileprivate func references(_ name: StaticString) -> [String] {
        all(name).compactMap { $0.first("ID")?.text }
    }
}
