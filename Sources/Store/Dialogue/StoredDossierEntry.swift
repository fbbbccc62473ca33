import Foundation

/// What is to be kept of one question and its answer. What the bytes mean is the business of whoever keeps them.
package struct NewDossierEntry: Sendable, Hashable {
    /// The dossier that it belongs to, by name; several entries may belong to one.
    package var dossier: String
    /// ISO 8601, UTC.
    package var at: String
    /// Who asked.
    package var actor: String
    package var method: String
    package var generation: Int
    /// `nil` where nothing was drawn.
    package var seed: Int?
    /// All of it, in canonical form; kept byte for byte.
    package var record: Data

    package init(
        dossier: String, at: String, actor: String, method: String, generation: Int, seed: Int? = nil, record: Data
    ) {
        self.dossier = dossier
        self.at = at
        self.actor = actor
        self.method = method
        self.generation = generation
        self.seed = seed
        self.record = record
    }
}

/// An entry as it stands in the chain, without its record.
package struct DossierLine: Sendable, Hashable {
    /// From 1, without gaps.
    package var sequence: Int
    package var dossier: String
    package var at: String
    /// `nil` where it was removed with the record.
    package var actor: String?
    package var method: String
    package var generation: Int
    package var seed: Int?
    /// The hash of the entry before.
    package var previous: String
    package var hash: String
    /// Length of the record in bytes; `nil` where it was removed.
    package var size: Int?
    /// The number of the entry with the decision to remove its record; `nil` where it is there.
    package var removedBy: Int?
}

/// An entry with its record.
package struct StoredDossierEntry: Sendable, Hashable {
    package var line: DossierLine
    /// `nil` where a decision has removed it.
    package var record: Data?
}

/// Where the chain ends.
package struct DossierEnd: Sendable, Hashable {
    /// 0 for a chain without entries.
    package var sequence: Int
    /// 64 zeros for a chain without entries.
    package var hash: String
}

/// Which entries to list; what is `nil` leaves out none.
package struct DossierQuery: Sendable, Hashable {
    package var dossier: String?
    package var method: String?
    package var actor: String?

    package init(dossier: String? = nil, method: String? = nil, actor: String? = nil) {
        self.dossier = dossier
        self.method = method
        self.actor = actor
    }
}
