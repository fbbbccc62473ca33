import Procurement

/// What members and values of requests and answers are called on a page.
enum RecordWords {
    /// A member's name: in Swedish by the table, in English its words apart; as it is where there is no word.
    static func member(_ name: String, _ language: TextLanguage) -> String {
        language == .sv ? DossierWords.swedish(name) : spaced(name)
    }

    /// `netScore` is `net score`.
    private static func spaced(_ name: String) -> String {
        var words = ""
        for character in name {
            if character.isUppercase, let last = words.last, last.isLowercase { words += " " }
            words += words.hasSuffix(" ") ? character.lowercased() : String(character)
        }
        return words
    }

    /// A value of one of the contract's short lists.
    static func value(_ text: String, _ language: TextLanguage) -> String {
        guard language == .sv else { return text }
        return switch text {
        case "micro": "mikro"
        case "small": "litet"
        case "medium": "medel"
        case "large": "stort"
        case "sme": "litet/medel"
        case "supplier": "leverantör"
        case "official": "tjänsteperson"
        case "politician": "förtroendevald"
        default: text
        }
    }
}
