import Procurement

extension TextLanguage {
    /// What a signal is called; its own name for one that isn't known here.
    package func signal(_ name: String) -> String {
        switch name {
        case "experience": pick(sv: "erfarenhet", en: "experience")
        case "participation": pick(sv: "anbud", en: "tenders")
        case "scope": pick(sv: "inriktning", en: "scope")
        case "industry": pick(sv: "bransch", en: "industry")
        case "words": pick(sv: "ord", en: "words")
        case "name": pick(sv: "namn", en: "name")
        case "trade": pick(sv: "branschens namn", en: "industry's name")
        case "description": pick(sv: "verksamhet", en: "description")
        case "offer": pick(sv: "CPV i registret", en: "CPV in the register")
        case "capacity": pick(sv: "storlek", en: "size")
        case "region": pick(sv: "plats", en: "place")
        case "buyer": pick(sv: "köpare", en: "buyer")
        case "namesake": pick(sv: "namn som köparens", en: "buyer's namesake")
        case "record": pick(sv: "tidigare upphandlingar", en: "record")
        case "recency": pick(sv: "senaste vinst", en: "latest win")
        case "goals": pick(sv: "mål", en: "goals")
        case FeedbackShare.signal: pick(sv: "ställningstaganden", en: "verdicts")
        case "newcomer": pick(sv: "utan kända vinster", en: "no known win")
        default: name
        }
    }
}

extension FeedbackShare {
    /// The signal that it counts in.
    package static let signal = "verdicts"

    /// What people said, by how many, and what the score is without it, in a sentence.
    package func sentence(_ language: TextLanguage) -> String {
        language.pick(
            sv: "Återkoppling: godtagen \(accepted), avvisad \(rejected), av \(people) "
                + (people == 1 ? "person" : "personer") + "; utan den \(language.hundredths(scoreWithout)) poäng.",
            en: "Feedback: accepted \(accepted), rejected \(rejected), by \(people) "
                + (people == 1 ? "person" : "people") + "; without it \(language.hundredths(scoreWithout)) points.")
    }
}
