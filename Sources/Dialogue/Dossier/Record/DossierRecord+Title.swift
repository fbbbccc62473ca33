import API
import Procurement

extension DossierRecord {
    /// What the answer is, such as `Leverantörer för en kategori`; the name of the method where it is no list and no plan.
    package var title: BilingualText {
        switch method {
        case MatchCategory.name:
            BilingualText(sv: "Leverantörer för en kategori", en: "Suppliers for a category")
        case MatchChallenge.name:
            BilingualText(sv: "Leverantörer för en utmaning", en: "Suppliers for a challenge")
        case MatchNotice.name:
            BilingualText(sv: "Leverantörer för en upphandling", en: "Suppliers for a procurement")
        case MatchSupplier.name: BilingualText(sv: "Vad en leverantör passar för", en: "What a supplier fits")
        case MatchingExplain.name:
            BilingualText(sv: "Var en leverantör står, och varför", en: "Where a supplier stands, and why")
        case NeedsExplore.name: BilingualText(sv: "Ett behov i egna ord", en: "A need in plain words")
        case CategoriesCard.name: BilingualText(sv: "Kategorikort", en: "Category card")
        case API.MeetingPlan.name:
            BilingualText(sv: "Plan för en leverantörsträff", en: "Plan of a supplier meeting")
        case API.CouncilCompose.name:
            BilingualText(sv: "Förslag till branschråd", en: "Proposal for a sector council")
        case MeetingsSchedule.name:
            BilingualText(sv: "Tidsschema för enskilda möten", en: "Timetable of one-to-one talks")
        case TreatmentCompare.name: BilingualText(sv: "Likabehandling", en: "Equal treatment")
        case DossierLink.removalMethod:
            BilingualText(sv: "Beslut att ta bort uppgifter", en: "Decision to remove data")
        default: BilingualText(method)
        }
    }
}
