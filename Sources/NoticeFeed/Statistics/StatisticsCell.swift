import Procurement

/// What a field says: three ways of saying nothing are three things.
enum StatisticsCell: Equatable {
    case stated(String)
    /// `Uppgift saknas`: there is something, and the agency hasn't got it.
    case missing
    /// `Personuppgift`: it is a natural person's.
    case withheld
    /// Nothing, which in a supplier's place means that there is none.
    case empty

    /// Bytes of the longest text that is kept; what is beyond is cut off.
    private static let longest = 2000

    init(_ field: String?) {
        guard let text = field?.withSingleSpaces, !text.isEmpty else {
            self = .empty
            return
        }
        switch text.lowercased() {
        case "uppgift saknas": self = .missing
        case "personuppgift", "personuppgifter": self = .withheld
        default: self = .stated(text.utf8.count > Self.longest ? String(text.prefix(Self.longest / 4)) : text)
        }
    }

    var value: String? { if case .stated(let text) = self { text } else { nil } }
}

/// How the agency's words are read. Words that aren't known are `nil`: no column but the outcome is worth a row.
enum StatisticsWords {
    /// The code before the label: `92311000 Konstverk`.
    static func code(_ text: String) -> Substring { text.prefix { $0 != " " } }

    static func cpv(_ text: String) -> CPVCode? { CPVCode(code(text)) }

    /// `62010 Dataprogrammering`; two to five digits.
    static func sni(_ text: String) -> String? {
        let digits = code(text).filter { $0 != "." }
        return (2...5).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) } ? digits : nil
    }

    static func isYes(_ text: String) -> Bool? {
        let word = text.lowercased()
        if word.hasPrefix("nej") || word.hasPrefix("inte ") || word.hasPrefix("ej ") || word == "0" { return false }
        return word.hasPrefix("ja") || word.hasPrefix("överprövad") || word.hasPrefix("kontrakterad") || word == "1"
            ? true : nil
    }

    /// `Medelstort företag (50-249 anställda)`.
    static func size(_ text: String) -> SupplierSize? {
        let word = text.lowercased()
        if word.hasPrefix("mikro") { return .micro }
        if word.hasPrefix("små") || word.hasPrefix("lite") { return .small }
        if word.hasPrefix("medel") { return .medium }
        return word.hasPrefix("stor") ? .large : nil
    }

    static func kind(_ text: String) -> ContractKind? {
        let word = text.lowercased()
        if word.hasPrefix("tjänst") { return .services }
        if word.hasPrefix("var") { return .supplies }
        return word.hasPrefix("bygg") ? .works : nil
    }

    /// In the codes of BT-105.
    static func procedure(_ text: String) -> String? {
        let word = text.lowercased()
        if word.hasPrefix("öppet") { return "open" }
        if word.hasPrefix("selektivt") { return "restricted" }
        if word.hasPrefix("förhandlat") { return word.contains("utan") ? "neg-wo-call" : "neg-w-call" }
        if word.hasPrefix("konkurrenspräglad") { return "comp-dial" }
        if word.hasPrefix("innovation") { return "innovation" }
        if word.hasPrefix("förenklat") { return "oth-single" }
        return word.hasPrefix("urval") ? "oth-mult" : nil
    }

    /// Whether a legal form is that of natural persons.
    static func isPerson(form: String) -> Bool {
        let word = form.lowercased()
        return word.hasPrefix("fysisk") || word.hasPrefix("enskild")
    }
}
