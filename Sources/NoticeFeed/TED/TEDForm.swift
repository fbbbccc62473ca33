import Procurement

/// One language version of a notice's form, such as `<F03_2014 LG="SV" CATEGORY="ORIGINAL" FORM="F03">`.
struct TEDForm {
    let element: Element
    /// The standard form: `F03`, `T02`; the element's name where it has no number (`OTH_NOT`).
    let code: String
    /// ISO 639-2/T.
    let language: String?

    init(_ element: Element) {
        self.element = element
        language = element.attribute("LG").map(TEDLanguage.code)
        code = Self.code(attribute: element.attribute("FORM"), name: element.name)
    }

    /// R2.0.8 wraps every form in an element of its own, `FD_CONTRACT_AWARD` for example.
    var isLegacy: Bool { body != nil }

    /// False for notices without a standard form, which are text only.
    var isStandard: Bool { code.count == 3 && Int(code.dropFirst()) != nil }

    /// What R2.0.8 wraps the form in.
    var body: Element? { element.children.first { $0.nameHasPrefix("FD_") } }

    /// What several forms say of themselves: `PRI_ONLY`, `QSU_CALL_COMPETITION`, `AWARD_CONTRACT`.
    var noticeType: String? { element.first("NOTICE")?.attribute("TYPE") }

    /// The day on which it was sent, as the form says it.
    var dispatched: CalendarDate? {
        if let day = element.path("COMPLEMENTARY_INFO", "DATE_DISPATCH_NOTICE") { return day.date }
        return isLegacy ? element.descendants("NOTICE_DISPATCH_DATE").first?.splitDate : nil
    }

    private static func code(attribute: String?, name: String) -> String {
        if let attribute {
            guard let number = Int(attribute) else { return attribute.uppercased() }
            return number < 10 ? "F0\(number)" : "F\(number)"
        }
        if let code = legacyNames[name] { return code }
        // F03_2014 without its attribute.
        let start = name.prefix { $0 != "_" }
        return start.count == 3 && Int(start.dropFirst()) != nil ? String(start) : name
    }

    private static let legacyNames = [
        "PRIOR_INFORMATION": "F01", "CONTRACT": "F02", "CONTRACT_AWARD": "F03", "PERIODIC_INDICATIVE_UTILITIES": "F04",
        "CONTRACT_UTILITIES": "F05", "CONTRACT_AWARD_UTILITIES": "F06", "QUALIFICATION_SYSTEM_UTILITIES": "F07",
        "BUYER_PROFILE": "F08", "SIMPLIFIED_CONTRACT": "F09", "CONCESSION": "F10", "CONTRACT_CONCESSIONAIRE": "F11",
        "DESIGN_CONTEST": "F12", "RESULT_DESIGN_CONTEST": "F13", "ADDITIONAL_INFORMATION_CORRIGENDUM": "F14",
        "VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE": "F15", "PRIOR_INFORMATION_DEFENCE": "F16", "CONTRACT_DEFENCE": "F17",
        "CONTRACT_AWARD_DEFENCE": "F18", "CONTRACT_CONCESSIONAIRE_DEFENCE": "F19", "PRIOR_INFORMATION_MOVE": "T01",
        "CONTRACT_MOVE": "T02",
    ]
}

// MARK: Purpose

extension TEDForm {
    /// What the notice is for: by its form, by what the form says of itself, else by TED's own document type.
    func purpose(documentType: String?) -> NoticePurpose {
        switch code {
        case "F02", "F05", "F07", "F09", "F10", "F11", "F12", "F17", "F19", "F24": return .competition
        case "F03", "F06", "F13", "F18", "F25", "T02": return .result
        case "F08", "F16", "T01": return .planning
        case "F14": return .correction
        case "F15": return .directAward
        case "F20": return .contractModification
        case "F01", "F04", "F21", "F22", "F23":
            // A few buyers tick “prior information” and then tell who won.
            if element.first("AWARD_CONTRACT") != nil { return .result }
            guard let type = noticeType else { break }
            if type.rest(after: "AWARD") != nil { return .result }
            // F23's PRI is a call: concessions for social services know no other notice before the award.
            // A qualification system of F22 is open to applications, as that of F07 is.
            let calls =
                type.rest(after: "CALL_COMPETITION") != nil || type == "CONTRACT" || type.hasPrefix("QSU")
                || (code == "F23" && type == "PRI")
            return calls ? .competition : .planning
        default: break
        }
        let coded = Self.purpose(documentType: documentType)
        return coded == .other && (code == "F01" || code == "F04") ? .planning : coded
    }

    /// By TD_DOCUMENT_TYPE in the coded data.
    static func purpose(documentType: String?) -> NoticePurpose {
        switch documentType {
        case "0", "6", "B", "P": .planning
        case "3", "4", "5", "9", "A", "C", "D", "F", "H", "I", "M", "O", "Q", "Y": .competition
        case "7", "E", "J", "R": .result
        case "V": .directAward
        case "K": .contractModification
        case "1", "2": .correction
        default: .other
        }
    }
}
