import Procurement

/// Writes `cac:ProcurementProjectLot`: a lot, or a part of something planned.
struct EFormsLotWriter {
    let notice: PublishedNotice
    let lot: PurchaseLot
    /// What stands behind dates.
    let zone: String

    private var purchase: Purchase { notice.purchase }

    func markup() -> Markup {
        Markup("cac:ProcurementProjectLot") {
            if notice.isPlanning {
                Markup("cbc:ID", ["schemeName": "Part"], text: "PAR-000\(lot.number)")
            } else {
                Markup("cbc:ID", ["schemeName": "Lot"], text: "LOT-000\(lot.number)")
                process
            }
            Markup("cac:ProcurementProject") {
                Markup("cbc:ID", ["schemeName": "InternalID"], text: "\(purchase.reference)-\(lot.number)")
                Markup("cbc:Name", ["languageID": "SWE"], text: lot.title)
                Markup("cbc:Description", ["languageID": "SWE"], text: lot.description ?? purchase.subject.description)
                Markup("cbc:ProcurementTypeCode", ["listName": "contract-nature"], text: purchase.trade.kind.rawValue)
                if !notice.isPlanning, !notice.isResult {
                    // BT-726.
                    Markup("cbc:SMESuitableIndicator", lot.estimate < 5_000_000 ? "true" : "false")
                }
                if !notice.isPlanning { goals }
                if !notice.isResult { Self.estimate(lot.estimate) }
                Self.classification(lot.cpv)
                Self.location(purchase.buyer.place)
            }
        }
    }

    static func estimate(_ amount: Int) -> Markup {
        Markup("cac:RequestedTenderTotal") {
            Markup("cbc:EstimatedOverallContractAmount", ["currencyID": "SEK"], text: "\(amount).00")
        }
    }

    @MarkupBuilder static func classification(_ cpv: [String]) -> [Markup] {
        for (index, code) in cpv.enumerated() {
            Markup(index == 0 ? "cac:MainCommodityClassification" : "cac:AdditionalCommodityClassification") {
                Markup("cbc:ItemClassificationCode", ["listName": "cpv"], text: code)
            }
        }
    }

    static func location(_ place: Place) -> Markup {
        Markup("cac:RealizedLocation") {
            Markup("cac:Address") {
                Markup("cbc:CountrySubentityCode", ["listName": "nuts"], text: place.nuts)
                Markup("cac:Country") { Markup("cbc:IdentificationCode", ["listName": "country"], text: "SWE") }
            }
        }
    }

    private var process: Markup {
        Markup("cac:TenderingProcess") {
            if !notice.isResult {
                Markup("cac:TenderSubmissionDeadlinePeriod") {
                    Markup("cbc:EndDate", deadline.description + zone)
                    Markup("cbc:EndTime", "23:59:00" + zone)
                }
            }
            system("framework-agreement", purchase.isFramework ? "fa-wo-rc" : "none")
            system("dps-usage", "none")
        }
    }

    private func system(_ list: String, _ code: String) -> Markup {
        Markup("cac:ContractingSystem") { Markup("cbc:ContractingSystemTypeCode", ["listName": list], text: code) }
    }

    private var deadline: CalendarDate {
        if case .change = notice.kind { purchase.deadline.adding(days: 7) } else { purchase.deadline }
    }

    /// BT-06 and the lists that detail it.
    @MarkupBuilder private var goals: [Markup] {
        for goal in purchase.subject.goals { additionalType(goal.list, goal.rawValue) }
        for strategy in strategies { additionalType("strategic-procurement", strategy) }
    }

    private var strategies: [String] {
        let all = purchase.subject.goals.map(\.strategy)
        return all.isEmpty ? ["none"] : all.indices.filter { all.firstIndex(of: all[$0]) == $0 }.map { all[$0] }
    }

    private func additionalType(_ list: String, _ code: String) -> Markup {
        Markup("cac:ProcurementAdditionalType") { Markup("cbc:ProcurementTypeCode", ["listName": list], text: code) }
    }
}
