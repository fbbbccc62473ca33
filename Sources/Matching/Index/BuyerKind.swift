import Language

/// What kind of public buyer a name tells of: who sells to one municipality can sell to another.
///
/// By words and endings of the name, Swedish first: `Umeå kommun`, `Västra Götalandsregionen`, `Trafikverket`,
/// `Luleå tekniska universitet`, `Vattenfall AB`. The first kind that fits counts.
enum BuyerKind: Int, CaseIterable, Sendable {
    case university, region, municipality, agency, company

    /// Nil: the name doesn't tell.
    init?(name: String) {
        let words = FoldedText(name).strings
        guard let kind = Self.allCases.first(where: { kind in words.contains { kind.fits($0) } }) else { return nil }
        self = kind
    }

    private func fits(_ word: String) -> Bool {
        words.contains(word) || words.contains { $0 + "s" == word } || endings.contains { word.hasSuffix($0) }
    }

    private var words: [String] {
        switch self {
        case .university: ["university"]
        case .region, .agency: []
        case .municipality: ["stad", "municipality"]
        case .company: ["ab", "as", "asa", "oy", "oyj"]
        }
    }

    private var endings: [String] {
        switch self {
        case .university: ["universitet", "universitetet", "högskola", "högskolan"]
        case .region: ["region", "regionen", "landsting", "landstinget"]
        case .municipality:
            ["kommun", "kommuns", "kommunen", "kommune", "kommunalförbund", "kommunalförbundet"]
        case .agency:
            [
                "verk", "verket", "myndighet", "myndigheten", "styrelsen", "statens", "försvaret", "försvarets",
                "försvarsmakten", "kriminalvården", "polisen", "domstol", "inspektionen", "rådet", "institutet",
            ]
        case .company: ["aktiebolag", "bolag", "bolaget"]
        }
    }
}
