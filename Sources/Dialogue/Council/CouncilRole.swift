/// A side of a sector council.
package enum CouncilRole: String, Sendable, Hashable, Codable, CaseIterable {
    case supplier, official, politician

    var words: BilingualText {
        switch self {
        case .supplier: BilingualText(sv: "leverantörer", en: "suppliers")
        case .official: BilingualText(sv: "tjänstepersoner", en: "officials")
        case .politician: BilingualText(sv: "förtroendevalda", en: "politicians")
        }
    }
}
