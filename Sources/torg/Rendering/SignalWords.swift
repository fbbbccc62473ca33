import API
import Procurement

// What lists of suppliers call their figures, in either language. JSON and weights keep the names of the contract.

extension TextLanguage {
    /// Three decimals, `0,243` or `0.243`: enough for people; `--json` has all.
    func points(_ points: Points) -> String {
        let text = RankedList.short(points)
        return self == .sv ? text.replacing(".", with: ",") : text
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
