import Procurement

/// Writes `efac:NoticeResult`: lot results, tenders, tendering parties and contracts, which refer to one another.
struct EFormsResultWriter {
    private let purchase: Purchase
    /// All winning tenders with their lots, in the order of the lots. Their places make their ids.
    private let tenders: [(place: Int, lot: PurchaseLot, tender: Tender)]

    init(notice: PublishedNotice) {
        let purchase = notice.purchase
        self.purchase = purchase
        let all = purchase.lots.flatMap { lot in lot.outcome.tenders.map { (lot, $0) } }
        tenders =
            purchase.feature == .withheldWinner
            ? [] : all.enumerated().map { ($0.offset + 1, $0.element.0, $0.element.1) }
    }

    private var isValueWithheld: Bool { purchase.feature == .withheldValue }

    func markup() -> Markup {
        Markup("efac:NoticeResult") {
            let total = tenders.map(\.tender.value).reduce(0, +)
            if isValueWithheld { privacy("not-val") }
            if total > 0 { amount("cbc:TotalAmount", total) }
            for lot in purchase.lots { lotResult(lot) }
            for entry in tenders { lotTender(entry.tender, lot: entry.lot, place: entry.place) }
            for entry in tenders { contract(entry.tender, place: entry.place) }
            for entry in tenders { party(entry.tender, place: entry.place) }
        }
    }

    private func id(_ kind: String, _ place: Int) -> String { "\(kind)-00\(place < 10 ? "0" : "")\(place)" }

    private func reference(_ name: String, _ scheme: String, _ id: String) -> Markup {
        Markup(name) { Markup("cbc:ID", ["schemeName": scheme], text: id) }
    }

    private func amount(_ name: String, _ value: Int) -> Markup {
        Markup(name, ["currencyID": "SEK"], text: isValueWithheld ? "-1" : "\(value).00")
    }

    /// Says that a field is withheld until two years after the decision.
    private func privacy(_ field: String) -> Markup {
        Markup("efac:FieldsPrivacy") {
            Markup("efbc:FieldIdentifierCode", ["listName": "non-publication-identifier"], text: field)
            Markup("cbc:ReasonCode", ["listName": "non-publication-justification"], text: "fair-comp")
            Markup(
                "efbc:ReasonDescription", ["languageID": "SWE"],
                text: "Uppgiften kan skada konkurrensen mellan leverantörer.")
            Markup("efbc:PublicationDate", purchase.decided.adding(days: 730).description + "Z")
        }
    }

    private func lotResult(_ lot: PurchaseLot) -> Markup {
        let own = tenders.filter { $0.lot.number == lot.number }.map(\.place)
        return Markup("efac:LotResult") {
            if purchase.feature == .withheldWinner { privacy("win-cho") }
            Markup("cbc:ID", ["schemeName": "result"], text: id("RES", lot.number))
            Markup(
                "cbc:TenderResultCode", ["listName": "winner-selection-status"], text: Self.code(of: lot.outcome))
            if case .nobody(let reason) = lot.outcome {
                Markup("efac:DecisionReason") {
                    Markup("efbc:DecisionReasonCode", ["listName": "non-award-justification"], text: reason)
                }
            }
            for place in own { reference("efac:LotTender", "tender", id("TEN", place)) }
            if let count = lot.outcome.tendersReceived { submissions(count) }
            for place in own { reference("efac:SettledContract", "contract", id("CON", place)) }
            reference("efac:TenderLot", "Lot", id("LOT", lot.number))
        }
    }

    private static func code(of outcome: LotOutcome) -> String {
        switch outcome {
        case .awarded: "selec-w"
        case .nobody: "clos-nw"
        case .undecided: "open-nw"
        }
    }

    private func submissions(_ count: Int) -> Markup {
        Markup("efac:ReceivedSubmissionsStatistics") {
            if isValueWithheld { privacy("rec-sub-cou") }
            Markup("efbc:StatisticsCode", ["listName": "received-submission-type"], text: "tenders")
            Markup("efbc:StatisticsNumeric", isValueWithheld ? "-1" : String(count))
        }
    }

    private func lotTender(_ tender: Tender, lot: PurchaseLot, place: Int) -> Markup {
        Markup("efac:LotTender") {
            if isValueWithheld { privacy("win-ten-val") }
            Markup("cbc:ID", ["schemeName": "tender"], text: id("TEN", place))
            Markup("cac:LegalMonetaryTotal") { amount("cbc:PayableAmount", tender.value) }
            reference("efac:TenderingParty", "tendering-party", id("TPA", place))
            reference("efac:TenderLot", "Lot", id("LOT", lot.number))
            Markup("efac:TenderReference") { Markup("cbc:ID", "ANBUD-\(place)") }
        }
    }

    private func contract(_ tender: Tender, place: Int) -> Markup {
        Markup("efac:SettledContract") {
            Markup("cbc:ID", ["schemeName": "contract"], text: id("CON", place))
            Markup("cbc:IssueDate", purchase.decided.adding(days: 12).description + "Z")
            Markup("efac:ContractReference") { Markup("cbc:ID", tender.contractNumber) }
            reference("efac:LotTender", "tender", id("TEN", place))
        }
    }

    private func party(_ tender: Tender, place: Int) -> Markup {
        Markup("efac:TenderingParty") {
            Markup("cbc:ID", ["schemeName": "tendering-party"], text: id("TPA", place))
            for (index, supplier) in tender.suppliers.enumerated() {
                Markup("efac:Tenderer") {
                    Markup(
                        "cbc:ID", ["schemeName": "organization"],
                        text: EFormsOrganisationWriter.id(of: supplier, in: purchase))
                    if tender.suppliers.count > 1 {
                        Markup("efbc:GroupLeadIndicator", index == 0 ? "true" : "false")
                    }
                }
            }
        }
    }
}
