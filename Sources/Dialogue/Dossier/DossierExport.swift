import Foundation
import JSON
import Procurement

/// A dossier to hand out: masked, with what was masked and why, and the hashes that let it be held against the chain.
///
/// A masked entry no longer gives its hash; whoever doubts an export asks for `dossier.verify` on the original, whose
/// hashes are the ones printed here.
package struct DossierExport: Sendable, Hashable {
    /// Entries with request and result masked.
    package let entries: [DossierEntry]
    /// In the order of the entries.
    package let masked: [MaskedPlace]
    /// Of the whole chain when the export was made.
    package let head: DossierChain.Head
    /// Entries that would belong here, if a decision hadn't removed what they say.
    package let removed: [Removed]

    /// An entry without its content.
    package struct Removed: Sendable, Hashable {
        package var sequence: Int
        /// The number of the entry with the decision.
        package var decision: Int
        package var previous: String
        package var hash: String

        package init(sequence: Int, decision: Int, previous: String, hash: String) {
            self.sequence = sequence
            self.decision = decision
            self.previous = previous
            self.hash = hash
        }

        fileprivate var value: JSONValue {
            [
                "sequence": .number(JSONNumber(sequence)), "decision": .number(JSONNumber(decision)),
                "previous": .string(previous), "hash": .string(hash),
            ]
        }
    }

    package init(
        _ entries: [DossierEntry], head: DossierChain.Head, masking: DossierMasking, removed: [Removed] = []
    ) {
        self.removed = removed
        var places: [MaskedPlace] = []
        let rules = masking.spread(over: entries.flatMap { [$0.record.basis, $0.record.request, $0.record.result] })
        self.entries = entries.map { entry in
            var masker = DossierMasker(rules, entry: entry.sequence)
            var record = entry.record
            record.actor = masker.mask(record.actor, at: "actor")
            record.basis = masker.mask(record.basis, at: "basis").canonical
            record.request = masker.mask(record.request, at: "request").canonical
            record.result = masker.mask(record.result, at: "result").canonical
            places += masker.places
            return DossierEntry(sequence: entry.sequence, record: record, previous: entry.previous, hash: entry.hash)
        }
        masked = places
        self.head = head
    }

    /// `{"entries": […], "format": "torg-dossier-1", "head": {…}, "masked": […], "removed": […]}` in canonical form.
    package func json() -> Data {
        let document: JSONValue = [
            "entries": .array(entries.map(\.value)), "format": "torg-dossier-1",
            "head": ["sequence": .number(JSONNumber(head.sequence)), "hash": .string(head.hash.hex)],
            "masked": .array(masked.map(\.value)), "removed": .array(removed.map(\.value)),
        ]
        return Data(document.canonicalBytes)
    }

    /// Pages to print, with nothing to fetch and no script: a front page for each list or plan, then all of it as an appendix.
    package func html(_ language: TextLanguage) -> String { DossierPage(self, language).html() }
}
