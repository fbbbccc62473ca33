import Procurement

/// TED's kinds of procedure in the codes of eForms (BT-105).
///
/// A concession's own award procedure has no code of its own there and is `oth-mult`; a contract for public
/// transport awarded directly is `neg-wo-call`, as every award without a call.
enum TEDProcedure {
    /// By an element under PROCEDURE; `nil` for one that is no kind of procedure.
    static func type(of element: Element) -> String? {
        guard element.nameContains("PT_") || element.nameHasSuffix("AWARD_WITHOUT_PRIOR_PUBLICATION") else {
            return nil
        }
        return type(element: element.name)
    }

    /// By the name of the element under PROCEDURE, without `F03_` and the like before it.
    static func type(element name: String) -> String? {
        guard let kind = name.rest(after: "PT_") else {
            return name.hasSuffix("AWARD_WITHOUT_PRIOR_PUBLICATION") ? "neg-wo-call" : nil
        }
        switch kind {
        case "OPEN": return "open"
        case "RESTRICTED", "ACCELERATED_RESTRICTED", "ACCELERATED_RESTRICTED_CHOICE": return "restricted"
        case "COMPETITIVE_DIALOGUE": return "comp-dial"
        case "INNOVATION_PARTNERSHIP": return "innovation"
        case "COMPETITIVE_TENDERING": return "comp-tend"
        case "AWARD_CONTRACT_WITH_PRIOR_PUBLICATION": return "oth-mult"
        case let rest where rest.hasPrefix("DA_"): return "neg-wo-call"
        case let rest where rest.rest(after: "WITHOUT") != nil: return "neg-wo-call"
        case let rest where rest.rest(after: "NEGOTIAT") != nil: return "neg-w-call"
        default: return nil
        }
    }

    /// By PR_PROC in the coded data.
    static func type(code: String?) -> String? {
        switch code {
        case "1": "open"
        case "2", "3": "restricted"
        case "4", "6", "B": "neg-w-call"
        case "C": "comp-dial"
        case "E": "oth-mult"
        case "G": "innovation"
        case "A", "F", "T", "V": "neg-wo-call"
        default: nil
        }
    }

    /// `32014L0024` for `2014/24/EU`; `nil` for what isn't a directive.
    static func legalBasis(directive: String) -> String? {
        let parts = directive.split(separator: "/")
        guard parts.count == 3, parts[0].count == 4, Int(parts[0]) != nil, let number = Int(parts[1]), number < 10_000
        else { return nil }
        let digits = String(number)
        return "3\(parts[0])L" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension Procedure {
    /// Sets from the coded data what the form left open.
    mutating func complete(with coded: TEDCodedData) {
        if type == nil { type = TEDProcedure.type(code: coded.procedure) }
        if isAccelerated == nil, coded.procedure == "3" || coded.procedure == "6" { isAccelerated = true }
        if legalBasis == nil { legalBasis = coded.directive.flatMap(TEDProcedure.legalBasis) }
    }
}
