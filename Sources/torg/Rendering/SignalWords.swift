import API
import Procurement

// What lists of suppliers call their figures, in either language. JSON and weights keep the names of the contract.

extension TextLanguage {
    /// Three decimals, `0,243` or `0.243`: enough for people; `--json` has all.
    func points(_ points: Points) -> String {
        let text = RankedList.short(points)
        return self == .sv ? text.replacing(".", with: ",") : text
    }

    /// What a signal is called; its own name for one that isn't known here.
    func signal(_ name: String) -> String {
        switch name {
        case "experience": pick(sv: "erfarenhet", en: "experience")
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
        case "verdicts": pick(sv: "ställningstaganden", en: "verdicts")
        case "newcomer": pick(sv: "utan kända vinster", en: "no known win")
        default: name
        }
    }

    /// What a name in a text seems to be: `sannolikt en produkt`.
    func finding(_ kind: NameFinding.Kind, _ certainty: NameFinding.Certainty) -> String {
        let what =
            switch kind {
            case .trademark: pick(sv: "ett varumärke", en: "a trademark")
            case .supplier: pick(sv: "en leverantör", en: "a supplier")
            case .product: pick(sv: "en produkt", en: "a product")
            case .model: pick(sv: "en modell", en: "a model")
            }
        return switch certainty {
        case .certain: pick(sv: "säkert \(what)", en: "certainly \(what)")
        case .likely: pick(sv: "sannolikt \(what)", en: "probably \(what)")
        case .possible: pick(sv: "eventuellt \(what)", en: "possibly \(what)")
        }
    }
}
