import Procurement

/// Writes records in the shape of a TendSign-style export, which `config/feeds/tendsign.yaml` maps.
struct AnnonsWriter {
    private let notice: PublishedNotice

    /// Many records under one root, as an export has them. Valid by `docs/formats/tendsign-export.xsd`.
    static func export(_ notices: [PublishedNotice]) -> Markup {
        let exported = notices.map(\.purchase.decided).max()?.description ?? "2025-06-30"
        return Markup("Annonser", ["exporterad": "\(exported)T04:00:00+01:00"]) {
            for notice in notices { AnnonsWriter(notice: notice).markup() }
        }
    }

    /// The bytes of a text in ISO 8859-1. What that hasn't is told as a character reference.
    static func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            scalar.value < 256 ? [UInt8(scalar.value)] : Array("&#\(scalar.value);".utf8)
        }
    }

    private var purchase: Purchase { notice.purchase }

    private func markup() -> Markup {
        let isDecided = purchase.feature != .undecided
        return Markup("Annons") {
            Markup("AnnonsID", notice.id)
            Markup("Version", String(notice.version))
            Markup("UpphandlingsID", purchase.procedureID)
            Markup("Annonstyp", isDecided ? "Meddelande om tilldelning" : "Annons om upphandling")
            Markup("Rubrik", purchase.title)
            Markup("Beskrivning", purchase.subject.description)
            Markup("Skapad", notice.issued.description)
            Markup("Publicerad", notice.issued.adding(days: 1).description)
            if !isDecided { Markup("SistaAnbudsdag", "\(purchase.deadline) 23:59") }
            buyer(purchase.buyer)
            Markup("Kontraktstyp", contractKind)
            Markup("Förfarande", procedure)
            Markup("Ramavtal", purchase.isFramework ? "Utan förnyad konkurrensutsättning" : "Nej")
            for code in purchase.cpv { Markup("CPV", code) }
            Markup("NUTS", purchase.buyer.place.nuts)
            value(purchase.estimate)
            if purchase.hasLots {
                Markup("Anbudsområden") { for lot in purchase.lots { self.lot(lot) } }
            }
            if isDecided {
                Markup("Tilldelningar") { for lot in purchase.lots { awards(lot) } }
            }
        }
    }

    private var contractKind: String {
        switch purchase.trade.kind {
        case .services: "Tjänster"
        case .supplies: "Varor"
        case .works: "Byggentreprenad"
        }
    }

    private var procedure: String {
        switch purchase.procedureType {
        case .open: "Öppet förfarande"
        case .restricted: "Selektivt förfarande"
        case .negotiated: "Förhandlat förfarande med föregående annonsering"
        case .direct: "Direktupphandling"
        case .other: "Annonserad upphandling"
        }
    }

    /// `1 250 000,00`, as Swedish offices write sums, or plain digits.
    private func value(_ amount: Int) -> Markup {
        var text = String(amount)
        if purchase.estimate.isMultiple(of: 3000) {
            var groups: [Substring] = []
            var rest = Substring(text)
            while rest.count > 3 {
                groups.insert(rest.suffix(3), at: 0)
                rest = rest.dropLast(3)
            }
            text = ([rest] + groups).joined(separator: " ") + ",00"
        }
        return Markup("Kontraktsvärde", ["valuta": "SEK"], text: text)
    }

    private func buyer(_ buyer: Buyer) -> Markup {
        Markup("UpphandlandeMyndighet") {
            Markup("Namn", buyer.name)
            Markup("Organisationsnummer", buyer.number.dashed)
            Markup("Ort", buyer.place.town)
            Markup("Postnummer", buyer.place.postalCode)
            Markup("NUTS", buyer.place.nuts)
            Markup("Webbplats", "https://www.\(buyer.host)")
        }
    }

    private func lot(_ lot: PurchaseLot) -> Markup {
        Markup("Anbudsområde", ["nummer": String(lot.number)]) {
            Markup("Rubrik", lot.title)
            if let description = lot.description { Markup("Beskrivning", description) }
            for code in lot.cpv { Markup("CPV", code) }
            Markup("NUTS", purchase.buyer.place.nuts)
            value(lot.estimate)
            Markup("LämpligFörSmåFöretag", lot.estimate < 2_000_000 ? "ja" : "nej")
        }
    }

    @MarkupBuilder private func awards(_ lot: PurchaseLot) -> [Markup] {
        if case .nobody(let reason) = lot.outcome {
            Markup("Tilldelning") {
                if purchase.hasLots { Markup("Anbudsområde", String(lot.number)) }
                Markup("AntalAnbud", String(lot.outcome.tendersReceived ?? 0))
                Markup("Avbruten") {
                    Markup("Orsak", reason == "no-rece" ? "Inga anbud kom in" : "Behovet har ändrats")
                }
            }
        }
        for tender in lot.outcome.tenders {
            Markup("Tilldelning") {
                if purchase.hasLots { Markup("Anbudsområde", String(lot.number)) }
                Markup("Avtalsnummer", tender.contractNumber)
                Markup("Tilldelad", purchase.decided.description)
                Markup("AvtalSlutar", purchase.decided.adding(days: 1460).description)
                value(tender.value)
                if let count = lot.outcome.tendersReceived { Markup("AntalAnbud", String(count)) }
                for supplier in tender.suppliers { winner(supplier) }
            }
        }
    }

    private func winner(_ supplier: MadeSupplier) -> Markup {
        let isBare = purchase.feature == .unnumbered
        return Markup("Leverantör") {
            Markup("Namn", isBare ? supplier.name.uppercased() : supplier.name)
            if !isBare, let number = supplier.number?.dashed ?? supplier.foreignNumber {
                Markup("Organisationsnummer", number)
            }
            if supplier.country != "SE" { Markup("Land", supplier.country) }
            Markup("Ort", supplier.place.town)
            Markup("Postnummer", supplier.place.postalCode)
            if supplier.country == "SE" { Markup("NUTS", supplier.place.nuts) }
            if !isBare { Markup("Storlek", size(supplier.size)) }
            if supplier.isNaturalPerson { Markup("EnskildFirma", "ja") }
        }
    }

    private func size(_ size: MadeSupplier.Size) -> String {
        switch size {
        case .micro: "Mikroföretag"
        case .small: "Litet företag"
        case .medium: "Medelstort företag"
        case .large: "Stort företag"
        }
    }
}
