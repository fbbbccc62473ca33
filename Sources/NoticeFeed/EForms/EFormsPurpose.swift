import Procurement

/// What a notice type (BT-02) is for, as Torg sorts notices.
enum EFormsPurpose {
    private static let byType: [String: NoticePurpose] = [
        "pmc": .planning, "pin-buyer": .planning, "pin-only": .planning, "pin-rtl": .planning, "pin-tran": .planning,
        "pin-cfc-standard": .competition, "pin-cfc-social": .competition, "qu-sy": .competition,
        "cn-standard": .competition, "cn-social": .competition, "cn-desg": .competition, "subco": .competition,
        "veat": .directAward,
        "can-standard": .result, "can-social": .result, "can-desg": .result, "can-tran": .result,
        "can-modif": .contractModification,
        // What became of a contract, once it is over: neither a call nor an award.
        "compl": .other,
    ]

    /// Subtypes 38 to 40 and E6 modify a contract, whatever the type beside them says.
    static func isModification(subtype: String?) -> Bool {
        switch subtype {
        case "38", "39", "40", "E6": true
        default: false
        }
    }

    /// The type's purpose; for a type that says nothing of it (`corr` of the first SDKs, which repeats the whole
    /// notice), the document's.
    static func purpose(type: String?, root: String) -> NoticePurpose {
        if let purpose = type.flatMap({ byType[$0] }) { return purpose }
        switch root {
        case "PriorInformationNotice": return .planning
        case "ContractNotice": return .competition
        case "ContractAwardNotice": return .result
        default: return .other
        }
    }
}
