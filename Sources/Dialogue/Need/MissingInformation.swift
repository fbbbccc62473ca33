import API
import Procurement

/// Something that a supplier would have to ask about a need.
package struct MissingInformation: Sendable, Hashable, Codable {
    package let topic: NeedQuestion.Topic
    /// The question, ready to be put to whoever wrote the need.
    package let question: BilingualText

    /// What the text doesn't touch on. A touch is enough: whether it says enough is for a person to judge.
    static func of(_ text: NeedText, places: [String]) -> [MissingInformation] {
        NeedQuestion.Topic.allCases.filter { !$0.isTouched(in: text, places: places) }
            .map { MissingInformation(topic: $0, question: $0.question) }
    }
}

extension NeedQuestion.Topic {
    /// Beginnings of words, in Swedish and English, that speak of the topic.
    private var stems: [String] {
        switch self {
        case .volume: ["antal", "volym", "mängd", "omfattning", "quantit", "volume", "number of", "stycken", "styck"]
        case .budget:
            [
                "budget", "kronor", "miljon", "kostnad", "takpris", "prisram", "euro", "kostar", "anslag", "finansier",
                "cost", "funding",
            ]
        case .time:
            [
                "avtalstid", "avtalsstart", "startdatum", "senast", "under året", "kvartal", "vecka", "halvår", "årlig",
                "löptid", "tidplan", "deadline", "by the end of", "months", "månader", "years", "våren", "hösten",
                "sommaren", "vintern",
            ]
        case .place:
            [
                "adress", "plats", "lokal", "stadsdel", "kommundel", "område", "skolan", "förskolan", "stadshuset",
                "leverans till", "digitalt", "på distans", "location", "address", "district", "remote", "online",
                "byggnad",
            ]
        case .targetGroup:
            [
                "barn", "elev", "ungdom", "unga", "vuxn", "äldre", "brukare", "medborgare", "invånare", "användare",
                "patient", "klient", "anställd", "medarbetare", "personal", "besökare", "boende", "föräldr", "målgrupp",
                "lärare", "kund", "children", "pupil", "adult", "elderly", "citizen", "resident", "user", "employee",
                "staff", "visitor",
            ]
        case .currentContract:
            [
                "nuvarande avtal", "befintligt avtal", "befintliga avtal", "gällande avtal", "avtalet löper",
                "avtal löper",
                "löper ut", "dagens leverantör", "nuvarande leverantör", "tidigare upphandl", "saknar avtal",
                "inget avtal",
                "ramavtal", "current contract", "existing contract", "framework agreement", "expires", "no contract",
            ]
        case .outcome:
            [
                "målsätt", "effekt", "syfte", "resultat", "så att", "för att", "behov", "ska kunna", "funktion",
                "outcome",
                "goal", "purpose", "result", "so that", "in order to", "need",
            ]
        }
    }

    /// Whole words that speak of the topic and begin others that don't (`maj` and `majs`, `sek` and `sekretess`).
    private var wholeWords: Set<String> {
        switch self {
        case .budget: ["kr", "sek", "mkr", "tkr", "eur"]
        case .time:
            [
                "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
                "november", "december", "january", "february", "march", "may", "june", "july", "august", "october",
                "år",
            ]
        case .place: ["gata", "gatan", "torg", "torget"]
        case .outcome: ["mål", "målet", "målen"]
        default: []
        }
    }

    fileprivate func isTouched(in text: NeedText, places: [String]) -> Bool {
        let phrases = stems.filter { $0.contains(" ") }
        if phrases.contains(where: text.lowercased.contains) { return true }
        let beginnings = stems.filter { !$0.contains(" ") }
        if text.words.contains(where: { wholeWords.contains($0.lowercased) }) { return true }
        if text.words.contains(where: { word in beginnings.contains { word.lowercased.hasPrefix($0) } }) { return true }
        return switch self {
        case .volume: hasQuantity(text)
        case .time: text.words.contains { $0.isNumber && $0.text.utf8.count == 4 && $0.text.hasPrefix("20") }
        case .place: places.contains { !$0.isEmpty && text.lowercased.contains($0.lowercased()) }
        default: false
        }
    }

    /// A number followed by a noun that is counted: `300 elever`, `1 200 m²`. Not a year, and not money.
    private func hasQuantity(_ text: NeedText) -> Bool {
        let money: Set<String> = ["kr", "kronor", "sek", "mkr", "tkr", "miljoner", "miljon", "euro", "eur", "procent"]
        let time: Set<String> = ["år", "månader", "veckor", "dagar", "years", "months", "weeks", "days"]
        return zip(text.words, text.words.dropFirst()).contains { number, unit in
            guard number.isNumber, !unit.isParted, !unit.isNumber, unit.text.first?.isLetter ?? false else {
                return false
            }
            let isYear = number.text.utf8.count == 4 && number.text.hasPrefix("20")
            return !isYear && !money.contains(unit.lowercased) && !time.contains(unit.lowercased)
        }
    }

    fileprivate var question: BilingualText {
        switch self {
        case .volume:
            BilingualText(
                sv: "Hur mycket behövs: antal, timmar, yta eller liknande?",
                en: "How much is needed: a number, hours, an area or the like?")
        case .budget:
            BilingualText(sv: "Vilken budget eller prisram finns?", en: "What budget or price range is there?")
        case .time:
            BilingualText(
                sv: "När ska det börja, och hur länge ska det hålla på?", en: "When should it start, and for how long?")
        case .place:
            BilingualText(sv: "Var ska det ske eller levereras?", en: "Where should it take place or be delivered?")
        case .targetGroup: BilingualText(sv: "Vem är det till för?", en: "Whom is it for?")
        case .currentContract:
            BilingualText(
                sv: "Finns det ett avtal i dag, med vem och hur länge?",
                en: "Is there a contract today, with whom and until when?")
        case .outcome:
            BilingualText(
                sv: "Vad ska bli bättre, och hur märks det?", en: "What should be better, and how will it show?")
        }
    }
}
