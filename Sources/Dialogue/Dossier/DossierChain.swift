import Foundation
import JSON
import Procurement

/// The append-only, hash-chained memory of what was asked and answered.
package enum DossierChain {
    /// Where a chain stands: enough to append, and enough to tell later that nothing before it was touched. Worth
    /// writing down elsewhere (in a log, on paper): a chain that is rewritten as a whole shows only against these.
    package struct Head: Sendable, Hashable {
        package let sequence: Int
        package let hash: DossierHash

        package init(sequence: Int, hash: DossierHash) {
            self.sequence = sequence
            self.hash = hash
        }

        /// Of a chain without entries.
        package static let start = Head(sequence: 0, hash: .start)
    }

    /// The next entry. The caller stores it.
    package static func append(_ record: DossierRecord, after head: Head) -> DossierEntry {
        let number = head.sequence + 1
        return DossierEntry(
            sequence: number, record: record, previous: head.hash,
            hash: DossierHash(of: Data(record.value.canonicalBytes), sequence: number, previous: head.hash))
    }

    /// Looks for every entry that was changed, taken out, put in twice or moved.
    ///
    /// - Parameters:
    ///   - entries: in the order in which the store gives them.
    ///   - anchors: heads that were written down earlier, among them the current one, where there are.
    /// - Returns: what was found, in the order of the entries; empty when the chain is whole.
    package static func verify(_ entries: [DossierEntry], anchors: [Head] = []) -> [DossierFinding] {
        audit(entries.map { DossierLink($0) }, anchors: anchors).findings
    }

    /// The same over links, which also tells what was removed by a decision.
    package static func audit(_ links: [DossierLink], anchors: [Head] = []) -> DossierVerdict {
        DossierAudit(links, anchors: anchors).verdict()
    }

    /// The head after these entries.
    package static func head(of entries: [DossierEntry]) -> Head {
        entries.last.map { Head(sequence: $0.sequence, hash: $0.hash) } ?? .start
    }
}
