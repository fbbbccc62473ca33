import Procurement

/// Joins the results of a notice: lot result → tender → tendering party → organisations, and the contract settled.
///
/// Where contracts are listed for a lot, only the tenders with a contract won; others may be listed as well. A lot result
/// that lists no tender gets those that name its lots themselves. What a notice says of one thing is read once, however
/// many refer to it, so the time grows with the length of the notice alone.
struct EFormsResults {
    private struct Party {
        /// The same for parties with the same members; `nil` where it has none.
        var number: Int?
        var winners: [OrganisationID]
    }

    private let results: [Element]
    private let contractEnds: [LotID: CalendarDate]
    private var lotResults: [Element] = []
    /// In the order of the document.
    private var tenderIDs: [String] = []
    private var tenders: [String: Element] = [:]
    private var parties: [String: Party] = [:]
    private var contracts: [EFormsContract] = []
    /// By tender: the places of its contracts in `contracts`.
    private var contractsOfTender: [String: [Int]] = [:]

    /// - Parameter results: every `efac:NoticeResult`.
    init(_ results: [Element], organisations: EFormsOrganisations, contractEnds: [LotID: CalendarDate]) {
        self.results = results
        self.contractEnds = contractEnds
        var numbers: [[OrganisationID]: Int] = [:]
        for child in results.flatMap(\.children) {
            if child.isNamed("LotResult") {
                lotResults.append(child)
                continue
            }
            guard let id = child.first("ID")?.text else { continue }
            if child.isNamed("LotTender") {
                tenderIDs.append(id)
                tenders[id] = child
            } else if child.isNamed("TenderingParty") {
                let winners = child.all("Tenderer").compactMap { organisations.id($0.first("ID")) }.withoutRepeats
                let next = numbers.count
                let number = winners.isEmpty ? nil : numbers[winners.sorted(), default: next]
                if let number { numbers[winners.sorted()] = number }
                parties[id] = Party(number: number, winners: winners)
            } else if child.isNamed("SettledContract") {
                for tender in child.references("LotTender").withoutRepeats {
                    contractsOfTender[tender, default: []].append(contracts.count)
                }
                contracts.append(EFormsContract(child))
            }
        }
    }

    /// The value of the whole result (BT-161), else the most that its frameworks may come to (BT-118), which stood in
    /// another element before SDK 1.3.
    var value: Disclosed<Money> {
        money("TotalAmount", withheldAs: "not-val")
            .orElse(money("OverallMaximumFrameworkContractsAmount", withheldAs: "not-max-val"))
            .orElse(money("EstimatedOverallFrameworkContractsAmount"))
    }

    private func money(_ name: StaticString, withheldAs field: StaticString? = nil) -> Disclosed<Money> {
        results.reduce(.missing) { found, result in found.orElse(result.money(name, withheldAs: field)) }
    }

    /// The awards in the order of the lot results.
    func read() -> [Award] {
        var awards = EFormsAwards()
        var unmentioned = unmentionedTenders
        /// Lots of which a result says that nobody is to be named.
        var settledOtherwise: Set<LotID> = []
        for lotResult in lotResults {
            let lots = lotResult.references("TenderLot").map { LotID($0) }
            let decision = EFormsDecision(lotResult)
            var award = Award(outcome: decision.outcomeWithoutWinners)
            award.tendersReceived = tendersReceived(lotResult)
            var winners: [String] = []
            if decision.mayNameWinners {
                winners = winningTenders(of: lotResult, lots: lots, unmentioned: &unmentioned)
            } else {
                settledOtherwise.formUnion(lots)
            }
            if winners.isEmpty {
                award.lots = lots
                awards.add(award)
                continue
            }
            let number = awards.number(of: lots)
            for tender in winners { add(tender, lots: number, like: award, to: &awards) }
        }
        for tender in tenderIDs where isWithoutResult(tender, unmentioned) && !awards.hasAward(of: tender) {
            let lots = ownLots(of: tender)
            if lots.contains(where: settledOtherwise.contains) { continue }
            add(tender, lots: awards.number(of: lots), like: Award(), to: &awards)
        }
        return awards.finished(contracts: contracts, contractEnds: contractEnds)
    }

    private func winningTenders(
        of lotResult: Element, lots: [LotID], unmentioned: inout UnmentionedTenders
    ) -> [String] {
        let listed = lotResult.references("LotTender").withoutRepeats
        // Each is handed out once, to the first result of its lot.
        let all = listed.isEmpty ? unmentioned.take(lots) : listed
        let contracted = all.filter { contractsOfTender[$0] != nil }
        if !contracted.isEmpty { return contracted }
        // A tender that only names its lot may have lost, unless nobody else did.
        if listed.isEmpty, Set(all.map { party(of: $0)?.number }).count > 1 { return [] }
        return all
    }

    /// Tenders that no lot result mentions.
    private var unmentionedTenders: UnmentionedTenders {
        let mentioned = Set(lotResults.flatMap { $0.references("LotTender") })
        var unmentioned = UnmentionedTenders()
        for tender in tenderIDs where !mentioned.contains(tender) { unmentioned.add(tender, lots: ownLots(of: tender)) }
        return unmentioned
    }

    /// With a contract that no lot result mentions, as in notices of a direct award, or in a notice without lot results.
    private func isWithoutResult(_ tender: String, _ unmentioned: UnmentionedTenders) -> Bool {
        unmentioned.tenders.contains(tender) && (contractsOfTender[tender] != nil || lotResults.isEmpty)
    }

    /// BT-13714.
    private func ownLots(of tender: String) -> [LotID] {
        tenders[tender]?.references("TenderLot").map { LotID($0) } ?? []
    }

    private func party(of tender: String) -> Party? {
        tenders[tender]?.first("TenderingParty")?.first("ID")?.text.flatMap { parties[$0] }
    }

    /// - Parameters:
    ///   - lots: their number in `awards`.
    ///   - like: what an award to this tender has in common with those to the others of its lots.
    private func add(_ tender: String, lots: Int, like: Award, to awards: inout EFormsAwards) {
        let party = party(of: tender)
        let settled = contractsOfTender[tender] ?? []
        let key = party?.number.map {
            EFormsAwards.Key(place: settled.first.map { .contract($0) } ?? .lots(lots), party: $0)
        }
        var award: Award {
            var award = like
            award.outcome = .awarded(winnersWithheld: false)
            award.winners = party?.winners ?? []
            return award
        }
        awards.add(
            tender, key: key, lots: lots, contracts: settled, value: tenders[tender].map(value) ?? .missing,
            orElse: award)
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
        return tenders.first("StatisticsNumeric")?.count ?? .missing
    }
}

/// Tenders that no lot result mentions, by the lots that they name themselves.
private struct UnmentionedTenders {
    private(set) var tenders: Set<String> = []
    private var byLot: [LotID: [String]] = [:]

    mutating func add(_ tender: String, lots: [LotID]) {
        guard tenders.insert(tender).inserted else { return }
        for lot in lots { byLot[lot, default: []].append(tender) }
    }

    /// The tenders for these lots, each lot's handed out once.
    mutating func take(_ lots: [LotID]) -> [String] {
        lots.flatMap { byLot.removeValue(forKey: $0) ?? [] }.withoutRepeats
    }
}

extension Element {
    /// The ids in the children called `name`: each is a reference such as `<efac:LotTender><cbc:ID>TEN-0001`.
    fileprivate func references(_ name: StaticString) -> [String] {
        all(name).compactMap { $0.first("ID")?.text }
    }
}
