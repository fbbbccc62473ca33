import API
import Procurement

extension CouncilRole {
    /// What people call those who sit there.
    var words: BilingualText {
        switch self {
        case .supplier: BilingualText(sv: "leverantörer", en: "suppliers")
        case .official: BilingualText(sv: "tjänstepersoner", en: "officials")
        case .politician: BilingualText(sv: "förtroendevalda", en: "politicians")
        }
    }
}
