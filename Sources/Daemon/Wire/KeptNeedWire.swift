import API
import Matching
import PersonalNumbers
import Procurement
import Store

extension NeedLine {
    init(_ stored: StoredNeed) {
        self.init(
            id: Int(stored.id), version: stored.version, name: stored.need.name, state: stored.need.state,
            route: stored.need.route, owner: stored.need.owner, lastOutcome: stored.lastOutcome, by: stored.by,
            at: Moment(stored.at), changedBy: stored.changedBy, changedAt: Moment(stored.changed))
    }
}

extension NeedDetail {
    init(_ stored: StoredNeed, _ outcomes: [NeedOutcome]) {
        self.init(
            line: NeedLine(stored), text: stored.need.text, found: stored.need.found, dossier: stored.need.dossier,
            route: stored.need.route.map {
                NeedRouteLine(route: $0, name: $0.name, reason: stored.need.routeReason, asks: $0.asks)
            }, participants: stored.need.participants,
            outcomes: outcomes.map { NeedOutcomeLine(text: $0.text, by: $0.by, at: Moment($0.at)) })
    }
}

extension Market {
    /// The needs that are kept and like a text, the most alike first.
    ///
    /// - Parameter except: one that isn't looked at.
    func earlier(_ text: String, except: Int64? = nil, in store: Store) throws -> [EarlierNeed] {
        // A mask would make needs alike that share nothing else.
        let text = text.withoutPersonalNumbers.replacing(PersonalNumberScan.mask, with: " ")
        return try earlierNeeds.like(text, except: except, in: snapshot).compactMap { like in
            try store.need(like.id).map { kept in
                EarlierNeed(need: NeedLine(kept.need), similarity: Points(like.likeness), words: like.words)
            }
        }
    }
}
