import Language
import Procurement

/// The results that nobody won, as far as is known. No signal stands on them, so the snapshot leaves them out; but how
/// often others failed is told by them.
struct UnwonTable: Sendable {
    let ids: [NoticeID]
    let codes: [[CPVCode]]
    /// By result.
    let titles: TextField

    init(_ procurements: PastProcurements, in snapshot: IndexSnapshot) {
        let unwon = procurements.indices
            .filter { place in
                let outline = procurements.outline(place)
                return outline.isCounted && !outline.isWon
            }
            .map { procurements[$0] }.sorted { $0.notice < $1.notice }
        ids = unwon.map(\.notice)
        codes = unwon.map(\.cpv)
        titles = TextField(unwon.map(\.title), by: snapshot.questions.analyser)
    }
}
