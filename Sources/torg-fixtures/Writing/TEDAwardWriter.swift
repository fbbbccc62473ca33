import Procurement

/// Writes `AWARD_CONTRACT`, one for each winning tender and each lot without a winner.
struct TEDAwardWriter {
    let notice: PublishedNotice
    let nutsPrefix: String

    private var purchase: Purchase { notice.purchase }

    func markup() -> [Markup] {
        let all = purchase.lots.flatMap { lot -> [(lot: PurchaseLot, tender: Tender?)] in
            switch lot.outcome {
            case .awarded(let tenders, _): tenders.map { (lot, $0) }
            case .nobody: [(lot, nil)]
            case .undecided: []
            }
        }
        // A change is about one contract, and its form doesn't number them.
        if case .modification = notice.kind {
            return all.prefix(1).map { award($0.lot, $0.tender, attributes: [:]) }
        }
        return all.enumerated().map {
            award($0.element.lot, $0.element.tender, attributes: ["ITEM": String($0.offset + 1)])
        }
    }

    private func award(_ lot: PurchaseLot, _ tender: Tender?, attributes: KeyValuePairs<String, String>) -> Markup {
        Markup("AWARD_CONTRACT", attributes) {
            if let tender { Markup("CONTRACT_NO", tender.contractNumber) }
            if purchase.hasLots {
                Markup("LOT_NO", String(lot.number))
                Markup("TITLE") { Markup("P", lot.title) }
            }
            if let tender {
                contract(tender, received: lot.outcome.tendersReceived)
            } else if case .nobody("no-rece") = lot.outcome {
                Markup("NO_AWARDED_CONTRACT") { Markup("PROCUREMENT_UNSUCCESSFUL") }
            } else {
                Markup("NO_AWARDED_CONTRACT") { Markup("PROCUREMENT_DISCONTINUED") }
            }
        }
    }

    private func contract(_ tender: Tender, received: Int?) -> Markup {
        let publication: KeyValuePairs = purchase.feature == .withheldValue ? ["PUBLICATION": "NO"] : [:]
        return Markup("AWARDED_CONTRACT") {
            Markup("DATE_CONCLUSION_CONTRACT", purchase.decided.adding(days: -12).description)
            if let received, !isModification {
                Markup("TENDERS", publication) { Markup("NB_TENDERS_RECEIVED", String(received)) }
            }
            Markup("CONTRACTORS") {
                Markup(tender.suppliers.count > 1 ? "AWARDED_TO_GROUP" : "NO_AWARDED_TO_GROUP")
                for supplier in tender.suppliers { contractor(supplier) }
            }
            Markup("VALUES", publication) {
                Markup("VAL_TOTAL", ["CURRENCY": "SEK"], text: "\(tender.value).00")
            }
        }
    }

    private var isModification: Bool { if case .modification = notice.kind { true } else { false } }

    private func contractor(_ supplier: MadeSupplier) -> Markup {
        let isBare = purchase.feature == .unnumbered
        return Markup("CONTRACTOR") {
            Markup("ADDRESS_CONTRACTOR") {
                Markup("OFFICIALNAME", isBare ? supplier.name.uppercased() : supplier.name)
                if !isBare, let number = number(of: supplier) { Markup("NATIONALID", number) }
                Markup("TOWN", supplier.place.town)
                Markup("POSTAL_CODE", supplier.place.postalCode)
                Markup("COUNTRY", ["VALUE": supplier.country])
                if supplier.country == "SE" { Markup("\(nutsPrefix):NUTS", ["CODE": supplier.place.nuts]) }
            }
            Markup(supplier.size == .large ? "NO_SME" : "SME")
        }
    }

    /// Numbers come with a dash or as VAT numbers.
    private func number(of supplier: MadeSupplier) -> String? {
        guard let number = supplier.number else { return supplier.foreignNumber }
        return supplier.name.utf8.count.isMultiple(of: 3) ? number.vat : number.dashed
    }
}
