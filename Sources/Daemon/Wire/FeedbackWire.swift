import API
import Foundation
import JSON
import JSONRPC
import Matching
import Procurement
import Store

extension FeedbackEntry {
    /// - Throws: where the need that was kept can't be read any more.
    init(_ stored: StoredFeedback) throws {
        self.init(
            id: Int(stored.id),
            need: try ValueDecoder.decode(
                NeedQuery.self, from: try JSONParser.parse(stored.feedback.need), unknown: .refusedInKept),
            supplier: stored.feedback.supplier.rawValue, verdict: stored.feedback.verdict,
            reason: stored.feedback.reason, by: stored.feedback.by, at: Moment(stored.at))
    }
}

extension Market {
    /// Decisions as the matcher takes them. One on a need that is gone, a category that isn't configured any more, is
    /// passed over: nobody can ask for a need like it.
    func verdicts(_ decisions: [StoredFeedback], in store: Store) throws(StoreError) -> [Verdict] {
        var needs: [String: MatchQuery?] = [:]
        var verdicts: [Verdict] = []
        for decision in decisions {
            let text = decision.feedback.need
            let need: MatchQuery?
            if let known = needs[text] {
                need = known
            } else {
                need = try query(kept: text, in: store)
                needs[text] = .some(need)
            }
            guard let need else { continue }
            verdicts.append(
                Verdict(
                    need: need, supplier: decision.feedback.supplier,
                    isAccepted: decision.feedback.verdict == .accepted,
                    day: CalendarDate(
                        daysSinceEpoch: Int32(clamping: Int((decision.at.timeIntervalSince1970 / 86400).rounded(.down)))
                    ), person: decision.feedback.by))
        }
        return verdicts
    }

    private func query(kept text: String, in store: Store) throws(StoreError) -> MatchQuery? {
        do {
            return try query(
                ValueDecoder.decode(NeedQuery.self, from: try JSONParser.parse(text), unknown: .refusedInKept),
                in: store)
        } catch let error as StoreError {
            throw error
        } catch {
            return nil
        }
    }
}
