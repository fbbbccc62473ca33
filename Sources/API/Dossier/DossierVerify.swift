import JSON
import JSONRPC

/// Whether what was kept is still what was kept.
package enum DossierVerify: Method {
    package static let name = "dossier.verify"
    package static let summary =
        "Goes through the whole chain and tells every entry that was changed, taken out or rewritten; none where it is whole."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to hold it against.
    @WireType
    package struct Parameters: Described {
        /// Heads that were written down: from answers, from exports, from “dossier entry kept” in the log. A chain that
        /// was rewritten as a whole shows only against these.
        @Within(.list(1000)) package var heads: [DossierHead]?
    }

    /// What was found.
    @WireType
    package struct Result: Described {
        /// True where nothing was found.
        package var whole: Bool
        /// How many entries there are.
        package var entries: Int
        /// Where the chain stands by the store's own note.
        package var head: DossierHead
        /// What is wrong, in the order of the entries.
        package var findings: [DossierFault] = []
        /// Entries whose content a decision in the chain has removed: no fault.
        package var removals: [DossierRemovedEntry] = []
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
@WireType
package struct DossierFault: Described {
    /// changed, rewritten, removedUndecided, missing, repeated, moved or rewrittenWhole.
    package var kind: String
    /// The number of the first entry concerned.
    package var first: Int
    /// The number of the last one; the same for one entry.
    package var last: Int
    /// In a Swedish sentence.
    package var sv: String
    /// In an English sentence.
    package var en: String
}

/// An entry whose content was removed by a decision.
@WireType
package struct DossierRemovedEntry: Described {
    /// The entry.
    package var sequence: Int
    /// The entry with the decision.
    package var decision: Int
}
