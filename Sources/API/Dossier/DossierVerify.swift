import JSONRPC

/// Whether what was kept is still what was kept.
package enum DossierVerify: Method {
    package static let name = "dossier.verify"
    package static let summary =
        "Goes through the whole chain and tells every entry that was changed, taken out or rewritten; none where it is whole."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to hold it against.
    package struct Parameters: Described {
        package var heads: [DossierHead]?

        package init(heads: [DossierHead]? = nil) { self.heads = heads }

        package static let notes = [
            "heads":
                "Heads that were written down: from answers, from exports, from “dossier entry kept” in the log. A chain "
                + "that was rewritten as a whole shows only against these."
        ]

        package static let bounds: [String: Bound] = ["heads": .list(1000)]
    }

    /// What was found.
    package struct Result: Described {
        package var whole: Bool
        package var entries: Int
        package var head: DossierHead
        package var findings: [DossierFault]
        package var removals: [DossierRemovedEntry]

        package init(
            whole: Bool, entries: Int, head: DossierHead, findings: [DossierFault] = [],
            removals: [DossierRemovedEntry] = []
        ) {
            self.whole = whole
            self.entries = entries
            self.head = head
            self.findings = findings
            self.removals = removals
        }

        package static let notes = [
            "whole": "True where nothing was found.",
            "entries": "How many entries there are.",
            "head": "Where the chain stands by the store's own note.",
            "findings": "What is wrong, in the order of the entries.",
            "removals": "Entries whose content a decision in the chain has removed: no fault.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(heads: [.example]),
            gives: Result(
                whole: false, entries: 42, head: .example,
                findings: [
                    DossierFault(
                        kind: "changed", first: 17, last: 17, sv: "Post 17 har ändrats efter att den skrevs.",
                        en: "Entry 17 was changed after it was written.")
                ], removals: [DossierRemovedEntry(sequence: 5, decision: 40)]))
    }
}

/// One thing wrong with the chain.
package struct DossierFault: Described {
    package var kind: String
    package var first: Int
    package var last: Int
    package var sv: String
    package var en: String

    package init(kind: String, first: Int, last: Int, sv: String, en: String) {
        self.kind = kind
        self.first = first
        self.last = last
        self.sv = sv
        self.en = en
    }

    package static let notes = [
        "kind": "changed, rewritten, removedUndecided, missing, repeated, moved or rewrittenWhole.",
        "first": "The number of the first entry concerned.",
        "last": "The number of the last one; the same for one entry.",
        "sv": "In a Swedish sentence.",
        "en": "In an English sentence.",
    ]
}

/// An entry whose content was removed by a decision.
package struct DossierRemovedEntry: Described {
    package var sequence: Int
    package var decision: Int

    package init(sequence: Int, decision: Int) {
        self.sequence = sequence
        self.decision = decision
    }

    package static let notes = [
        "sequence": "The entry.",
        "decision": "The entry with the decision.",
    ]
}
