import API
import Procurement

// What columns and their fields are called, in either language. JSON keeps the names of the contract.

extension TextLanguage {
    /// What a size is called: `litet`, or `small`.
    package func size(_ size: SupplierSize) -> String {
        switch size {
        case .micro: pick(sv: "mikro", en: "micro")
        case .small: pick(sv: "litet", en: "small")
        case .medium: pick(sv: "medel", en: "medium")
        case .large: pick(sv: "stort", en: "large")
        case .sme: pick(sv: "litet/medel", en: "sme")
        }
    }

    /// What stands where somebody keeps a value back.
    package var withheld: String { pick(sv: "sekretess", en: "withheld") }

    package func flag(_ flag: Bool) -> String { flag ? pick(sv: "ja", en: "yes") : pick(sv: "nej", en: "no") }

    /// What has become of a registration, in a word.
    package func standing(_ standing: EventRegistration.Standing) -> String {
        switch standing {
        case .placed: pick(sv: "har plats", en: "has a place")
        case .waiting: pick(sv: "väntar", en: "waits")
        case .withdrawn: pick(sv: "återtaget", en: "withdrawn")
        }
    }

    /// How a source of torg-fetch is, in a word or two.
    package func state(_ state: SourceStand.State) -> String {
        switch state {
        case .good: pick(sv: "i ordning", en: "good")
        case .new: pick(sv: "aldrig hämtad", en: "never fetched")
        case .failing: pick(sv: "misslyckades senast", en: "failed last time")
        case .late: pick(sv: "försenad", en: "late")
        }
    }

    package func event(_ kind: EventKind) -> String {
        switch kind {
        case .meeting: pick(sv: "leverantörsträff", en: "meeting")
        case .council: pick(sv: "branschråd", en: "council")
        case .talks: pick(sv: "enskilda möten", en: "talks")
        case .other: pick(sv: "annat", en: "other")
        }
    }

    package func purpose(_ purpose: NoticePurpose) -> String {
        switch purpose {
        case .planning: pick(sv: "förhandsinformation", en: "planning")
        case .competition: pick(sv: "upphandling", en: "competition")
        case .directAward: pick(sv: "avsedd direkttilldelning", en: "direct award")
        case .result: pick(sv: "resultat", en: "result")
        case .contractModification: pick(sv: "avtalsändring", en: "contract modification")
        case .correction: pick(sv: "rättelse", en: "correction")
        case .other: pick(sv: "annat", en: "other")
        }
    }

    package func contract(_ kind: ContractKind) -> String {
        switch kind {
        case .services: pick(sv: "tjänster", en: "services")
        case .supplies: pick(sv: "varor", en: "supplies")
        case .works: pick(sv: "byggentreprenad", en: "works")
        }
    }

    package func outcome(_ outcome: ProcurementOutcome) -> String {
        switch outcome {
        case .awarded: pick(sv: "tilldelad", en: "awarded")
        case .failed: pick(sv: "utan tilldelning", en: "failed")
        case .unknown: pick(sv: "okänt", en: "unknown")
        }
    }

    /// What somebody thought of a supplier: `godtagen`, or `accepted`.
    package func verdict(_ verdict: FeedbackVerdict) -> String {
        switch verdict {
        case .suggested: pick(sv: "föreslagen", en: "suggested")
        case .accepted: pick(sv: "godtagen", en: "accepted")
        case .rejected: pick(sv: "avvisad", en: "rejected")
        }
    }

    package func role(_ role: CouncilRole) -> String {
        switch role {
        case .supplier: pick(sv: "leverantör", en: "supplier")
        case .official: pick(sv: "tjänsteperson", en: "official")
        case .politician: pick(sv: "politiker", en: "politician")
        }
    }

    /// The need in a few words.
    func need(_ need: NeedQuery) -> String {
        switch need {
        case .category(.configured(let id)): pick(sv: "kategorin \(id)", en: "category \(id)")
        case .category(.described(let category)): category.name
        case .challenge(.configured(let id)): pick(sv: "utmaningen \(id)", en: "challenge \(id)")
        case .challenge(.described(let challenge)): challenge.text
        case .notice(.stored(let id)): pick(sv: "annonsen \(id)", en: "notice \(id)")
        case .notice(.described(let notice)): notice.title
        }
    }
}
