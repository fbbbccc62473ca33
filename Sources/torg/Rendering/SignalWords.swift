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
        case "experience": pick("erfarenhet", "experience")
        case "scope": pick("inriktning", "scope")
        case "industry": pick("bransch", "industry")
        case "words": pick("ord", "words")
        case "name": pick("namn", "name")
        case "trade": pick("branschens namn", "industry's name")
        case "description": pick("verksamhet", "description")
        case "offer": pick("CPV i registret", "CPV in the register")
        case "capacity": pick("storlek", "size")
        case "region": pick("plats", "place")
        case "buyer": pick("köpare", "buyer")
        case "namesake": pick("namn som köparens", "buyer's namesake")
        case "record": pick("tidigare upphandlingar", "record")
        case "recency": pick("senaste vinst", "latest win")
        case "goals": pick("mål", "goals")
        case "verdicts": pick("ställningstaganden", "verdicts")
        case "newcomer": pick("utan kända vinster", "no known win")
        default: name
        }
    }

    /// What a name in a text seems to be: `sannolikt en produkt`.
    func finding(_ kind: NameFinding.Kind, _ certainty: NameFinding.Certainty) -> String {
        let what =
            switch kind {
            case .trademark: pick("ett varumärke", "a trademark")
            case .supplier: pick("en leverantör", "a supplier")
            case .product: pick("en produkt", "a product")
            case .model: pick("en modell", "a model")
            }
        return switch certainty {
        case .certain: pick("säkert \(what)", "certainly \(what)")
        case .likely: pick("sannolikt \(what)", "probably \(what)")
        case .possible: pick("eventuellt \(what)", "possibly \(what)")
        }
    }
}
