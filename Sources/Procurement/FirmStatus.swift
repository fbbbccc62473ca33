/// What the registers say of whether a firm still exists, where something speaks against it.
package struct FirmStatus: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// In bankruptcy, or struck off when one ended.
        case bankrupt
        /// Struck off for another reason.
        case deregistered
        /// Merged into another firm.
        case merged
        /// No longer active, by the one register that knows it.
        case ceased
        /// Being wound up.
        case inLiquidation = "in-liquidation"
        /// Under reconstruction by a court.
        case inReconstruction = "in-reconstruction"
    }

    package var kind: Kind
    /// Since when; `nil` where the register gives no day.
    package var since: CalendarDate?
    /// The register's own code for why, such as KKAV.
    package var reason: String?
    /// The firm that it was merged into.
    package var successor: OrganisationNumber?

    package init(_ kind: Kind, since: CalendarDate? = nil, reason: String? = nil, successor: OrganisationNumber? = nil)
    {
        self.kind = kind
        self.since = since
        self.reason = reason
        self.successor = successor
    }

    /// Whether there is nobody left to turn to. A firm in liquidation or under reconstruction carries on its business, and
    /// may tender: only the liquidator or the court says when that ends. So it is told, and stays a candidate.
    package var isGone: Bool {
        switch kind {
        case .bankrupt, .deregistered, .merged, .ceased: true
        case .inLiquidation, .inReconstruction: false
        }
    }

    /// The same as a sentence.
    package var sentence: BilingualText {
        let (sv, en) =
            switch kind {
            case .bankrupt:
                ("I konkurs eller avregistrerad efter konkurs", "Bankrupt, or struck off after a bankruptcy")
            case .deregistered: ("Avregistrerad", "Struck off the register")
            case .merged: ("Uppgått i ett annat företag", "Merged into another firm")
            case .ceased: ("Inte längre verksam enligt SCB:s företagsregister", "No longer active in SCB's register")
            case .inLiquidation: ("I likvidation", "In liquidation")
            case .inReconstruction: ("Under företagsrekonstruktion", "Under reconstruction")
            }
        let cause = reason.map { Self.causes[$0] ?? BilingualText(sv: "orsak \($0)", en: "reason \($0)") }
        func whole(_ text: String, _ since: String, _ into: String, _ cause: String?) -> String {
            var sentence = text
            if let day = self.since { sentence += " \(since) \(day)" }
            if let cause { sentence += ": \(cause)" }
            if let successor { sentence += "; \(into) \(successor.formatted)" }
            return sentence + "."
        }
        return BilingualText(
            sv: whole(sv, "sedan", "uppgått i", cause?.sv), en: whole(en, "since", "merged into", cause?.en))
    }

    /// What Bolagsverket's codes mean, as far as they are known; others are shown as they are.
    private static let causes: [String: BilingualText] = [
        "KKAV": BilingualText(sv: "konkursen avslutad", en: "the bankruptcy has ended"),
        "KK": BilingualText(sv: "konkurs pågår", en: "the bankruptcy goes on"),
        "LIAV": BilingualText(sv: "likvidationen avslutad", en: "the liquidation has ended"),
        "LI": BilingualText(sv: "likvidation pågår", en: "the liquidation goes on"),
        "FR": BilingualText(sv: "rekonstruktion pågår", en: "the reconstruction goes on"),
        "ARSEED": BilingualText(sv: "ingen årsredovisning", en: "no annual accounts"),
        "VERKUPP": BilingualText(sv: "verksamheten har upphört", en: "its business has ended"),
        "AVREG": BilingualText(sv: "på egen begäran eller av myndigheten", en: "at its own wish or by the authority"),
        "FUAV": BilingualText(sv: "fusion", en: "a merger"),
        "9": BilingualText(sv: "avslutad verksamhet", en: "its business has ended"),
    ]

    /// Codes of being struck off that say merger.
    package static let mergers: Set = ["FUAV", "FU", "FUSION"]
}
