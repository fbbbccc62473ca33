import Procurement

/// Reads a `cac:ProcurementProject`: of the procedure, or of one lot.
struct EFormsProject {
    private let project: Element

    init(_ project: Element) { self.project = project }

    /// BT-21.
    var title: LocalizedText { project.localized("Name") }
    /// BT-24.
    var description: LocalizedText { project.localized("Description") }

    /// BT-23.
    var kind: ContractKind? { project.first("ProcurementTypeCode")?.code.flatMap { ContractKind(rawValue: $0) } }

    /// BT-262, then BT-263.
    var cpv: [CPVCode] {
        let main = project.all("MainCommodityClassification").map { $0.first("ItemClassificationCode") }
        let others = project.all("AdditionalCommodityClassification").map { $0.first("ItemClassificationCode") }
        return (main + others).compactMap { $0?.cpv }.withoutRepeats
    }

    /// BT-5071; where only the country is given (BT-5141), that.
    var nuts: [NUTSCode] {
        project.all("RealizedLocation").compactMap { place -> NUTSCode? in
            guard let address = place.first("Address") else { return nil }
            return address.nuts
                ?? address.path("Country", "IdentificationCode")?.code
                .flatMap { CountryCode.nuts($0) }.flatMap { NUTSCode($0) }
        }.withoutRepeats
    }

    /// BT-27, which notices before SDK 1.0 write as TotalAmount; else the most that a framework may come to.
    var value: Disclosed<Money> {
        guard let total = project.first("RequestedTenderTotal") else { return .missing }
        return total.money("EstimatedOverallContractAmount").orElse(total.money("TotalAmount")).orElse(maximum(total))
    }

    /// The value that a result without the eForms extension has in the place of BT-161.
    var resultValue: Disclosed<Money> { project.first("RequestedTenderTotal")?.money("TotalAmount") ?? .missing }

    /// BT-271, which stood in another element before SDK 1.3.
    private func maximum(_ total: Element) -> Disclosed<Money> {
        total.eForms.money("FrameworkMaximumAmount").orElse(total.money("EstimatedOverallFrameworkContractsAmount"))
    }

    /// BT-726.
    var suitableForSMEs: Bool? { project.first("SMESuitableIndicator")?.flag }

    /// BT-06, BT-774, BT-775, BT-776, BT-805 and BT-754, in the order of the document.
    var goals: [StrategicGoal] {
        project.all("ProcurementAdditionalType").compactMap { type -> StrategicGoal? in
            guard let element = type.first("ProcurementTypeCode"), let code = element.code,
                let list = element.attribute("listName").flatMap({ StrategicGoal.List(rawValue: $0) })
            else { return nil }
            return StrategicGoal(list: list, code: code)
        }.withoutRepeats
    }
}
