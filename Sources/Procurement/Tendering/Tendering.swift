/// Who tendered for a procurement, lot by lot, won or not, as Upphandlingsmyndigheten's statistics tell it.
///
/// A statistics file holds it row by row, and several editions of several files may speak of the same: `merge` puts what they
/// say together, and the outcome doesn't depend on the order in which they come.
package struct Tendering: Sendable, Hashable, Codable {
    /// Upphandlings-ID, as written.
    package var procurement: String
    package var outline: Outline
    /// Sorted by id, each once.
    package var lots: [TenderedLot]

    package init(procurement: String, outline: Outline, lots: [TenderedLot] = []) {
        self.procurement = procurement
        self.outline = outline
        self.lots = lots
    }

    /// What is said of the procurement as a whole.
    package struct Outline: Sendable, Hashable, Codable {
        package var buyer: String?
        /// Country and number in one word: `SE2120000142`.
        package var buyerNumber: String?
        package var cpv: CPVCode?
        /// As `Procedure.dynamicPurchasingSystem`.
        package var dynamicPurchasingSystem: String?
        /// The year of the edition that says it: the latest year that its file has rows of.
        package var edition: Int
        /// As `Procedure.framework`.
        package var framework: String?
        package var kind: ContractKind?
        /// Rättslig grund, as written (`LOU`).
        package var legalBasis: String?
        /// As `Procedure.type`.
        package var procedureType: String?
        package var published: CalendarDate?
        package var title: String

        package init(edition: Int, title: String) {
            self.edition = edition
            self.title = title
        }
    }

    /// No procurement has more tenders; the largest frameworks have some hundreds.
    package static let mostTenders = 20_000

    /// Of all lots, won or not.
    package var tenderCount: Int {
        lots.reduce(0) { $0 + ($1.contracted?.tenderers.count ?? 0) + ($1.uncontracted?.tenderers.count ?? 0) }
    }
}

/// One lot (anbudsområde), and who tendered for it.
package struct TenderedLot: Sendable, Hashable, Codable {
    /// Who got a contract; `nil` where no file has said.
    package var contracted: TenderSet?
    /// Anbudsområdes-ID, as written.
    package var id: String
    package var outline: Outline
    /// Who tendered and got none; `nil` where no file has told of those. It may name somebody who got a contract with another
    /// tender: `losers` doesn't.
    package var uncontracted: TenderSet?

    package init(id: String, outline: Outline) {
        self.id = id
        self.outline = outline
    }

    /// What is said of the lot itself.
    package struct Outline: Sendable, Hashable, Codable {
        package var cpv: CPVCode?
        /// As `Tendering.Outline.edition`.
        package var edition: Int
        /// Whether its award was appealed (Överprövad); `nil` where that isn't told.
        package var isAppealed: Bool?
        package var title: String?

        package init(edition: Int) { self.edition = edition }
    }

    /// Who tendered and got no contract for this lot.
    package var losers: [Tenderer] {
        guard let uncontracted else { return [] }
        let winners = Set((contracted?.tenderers ?? []).map(\.key))
        return uncontracted.tenderers.filter { !winners.contains($0.key) }
    }

    /// How many tendered, those whose names aren't told among them; `nil` where only the winners are told.
    package var tendererCount: Int? {
        guard let uncontracted else { return nil }
        let named = (contracted?.tenderers.count ?? 0) + losers.count
        return named + uncontracted.unnamed + (contracted?.unnamed ?? 0)
    }
}

/// Those who tendered for a lot with one outcome, as one edition tells them.
package struct TenderSet: Sendable, Hashable, Codable {
    /// As `Tendering.Outline.edition`.
    package var edition: Int
    /// Sorted by `key`, each once.
    package var tenderers: [Tenderer]
    /// How many more the file doesn't name: natural persons (`Personuppgift`), and those whose name is missing
    /// (`Uppgift saknas`). Of several files or parts of a file the most.
    package var unnamed: Int

    package init(edition: Int, tenderers: [Tenderer] = [], unnamed: Int = 0) {
        self.edition = edition
        self.tenderers = tenderers
        self.unnamed = unnamed
    }
}

/// A firm that tendered. A natural person is never one of them.
package struct Tenderer: Sendable, Hashable, Codable {
    package var name: String?
    /// Country and number in one word: `SE5568592918`. Never a personal number.
    package var number: String?
    package var size: SupplierSize?
    package var sni: SNICode?

    package init(name: String?, number: String?, size: SupplierSize? = nil, sni: SNICode? = nil) {
        self.name = name
        self.number = number
        self.size = size
        self.sni = sni
    }

    /// By which it is one tenderer within a lot: its number, else its name in small letters.
    package var key: String { number ?? (name ?? "").normalized.lowercased() }
}

/// A code of the Swedish industry classification, with the version that it is of. Codes of two versions are never compared.
package struct SNICode: Sendable, Hashable, Codable {
    /// Two to five digits.
    package var code: String
    /// The year of the version: 2007 (NACE Rev. 2) or 2025 (NACE Rev. 2.1).
    package var version: Int

    package init(code: String, version: Int) {
        self.code = code
        self.version = version
    }
}

extension Tendering {
    /// This without some tenderers, who are counted among those that aren't named.
    package func keeping(_ isKept: (Tenderer) -> Bool) -> Tendering {
        var kept = self
        for index in kept.lots.indices {
            kept.lots[index].contracted = kept.lots[index].contracted?.keeping(isKept)
            kept.lots[index].uncontracted = kept.lots[index].uncontracted?.keeping(isKept)
        }
        return kept
    }

    /// This with its texts changed; numbers and codes stay.
    package func mappingTexts(_ change: (String) -> String) -> Tendering {
        var changed = self
        changed.outline.title = change(outline.title)
        changed.outline.buyer = outline.buyer.map(change)
        for index in changed.lots.indices {
            changed.lots[index].outline.title = lots[index].outline.title.map(change)
        }
        return changed
    }
}

extension TenderSet {
    fileprivate func keeping(_ isKept: (Tenderer) -> Bool) -> TenderSet {
        let kept = tenderers.filter(isKept)
        guard kept.count < tenderers.count else { return self }
        return TenderSet(edition: edition, tenderers: kept, unnamed: unnamed + tenderers.count - kept.count)
    }
}
