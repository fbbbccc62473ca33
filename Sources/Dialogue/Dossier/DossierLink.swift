import Foundation
import JSON

/// An entry as an audit sees it: its place in the chain and whether its content gives its hash. A chain of many thousands
/// fits in memory as links, where their records would not.
package struct DossierLink: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// It gives the hash.
        case sound
        case changed
        /// It is gone, by the decision that is said to stand in the entry of this number.
        case removed(by: Int)
    }

    package let sequence: Int
    package let previous: DossierHash
    package let hash: DossierHash
    package let content: Content
    /// The entries whose content this one decides to remove, with the hash of each. Empty for almost all.
    package let removes: [Int: DossierHash]

    /// The method of an entry that decides to remove the content of earlier ones. Its request says which:
    /// `{"entries": [{"sequence": 5, "hash": "…"}], …}`.
    package static let removalMethod = "dossier.purge"

    package init(
        sequence: Int, previous: DossierHash, hash: DossierHash, content: Content, removes: [Int: DossierHash] = [:]
    ) {
        self.sequence = sequence
        self.previous = previous
        self.hash = hash
        self.content = content
        self.removes = removes
    }

    package init(_ entry: DossierEntry) {
        self.init(
            sequence: entry.sequence, previous: entry.previous, hash: entry.hash,
            content: DossierHash(of: entry.canonicalBytes) == entry.hash ? .sound : .changed,
            removes: Self.removals(decidedBy: entry.record))
    }

    /// What a record decides to remove; empty for one of another method.
    package static func removals(decidedBy record: DossierRecord) -> [Int: DossierHash] {
        guard record.method == removalMethod, let entries = record.request["entries"]?.array else { return [:] }
        var found: [Int: DossierHash] = [:]
        for entry in entries {
            if let number = entry["sequence"]?.number?.integer(Int.self), let text = entry["hash"]?.string,
                let hash = DossierHash(text)
            {
                found[number] = hash
            }
        }
        return found
    }
}

/// What an audit of a chain found.
package struct DossierVerdict: Sendable, Hashable {
    /// An entry whose content was removed by a decision that stands in the chain. That is no fault.
    package struct Removal: Sendable, Hashable {
        package let sequence: Int
        package let decision: Int
    }

    /// What is wrong, in the order of the entries; empty when the chain is whole.
    package let findings: [DossierFinding]
    package let removals: [Removal]
}
