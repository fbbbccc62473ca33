/// How the notices of an import fared. Every notice seen is counted in exactly one of the others.
package struct ImportCounts: Described {
    package var stored: Int
    package var unchanged: Int
    package var superseded: Int
    package var refused: Int
    package var conflicting: Int
    package var foreign: Int

    package init(
        stored: Int = 0, unchanged: Int = 0, superseded: Int = 0, refused: Int = 0, conflicting: Int = 0,
        foreign: Int = 0
    ) {
        self.stored = stored
        self.unchanged = unchanged
        self.superseded = superseded
        self.refused = refused
        self.conflicting = conflicting
        self.foreign = foreign
    }

    /// All that were met with: the sum of the others.
    package var seen: Int { stored + unchanged + superseded + refused + conflicting + foreign }

    private enum CodingKeys: String, CodingKey {
        case seen, stored, unchanged, superseded, refused, conflicting, foreign
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // The sum of the others.
        _ = try container.decode(Int.self, forKey: .seen)
        stored = try container.decode(Int.self, forKey: .stored)
        unchanged = try container.decode(Int.self, forKey: .unchanged)
        superseded = try container.decode(Int.self, forKey: .superseded)
        refused = try container.decode(Int.self, forKey: .refused)
        conflicting = try container.decode(Int.self, forKey: .conflicting)
        foreign = try container.decodeIfPresent(Int.self, forKey: .foreign) ?? 0
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(seen, forKey: .seen)
        try container.encode(stored, forKey: .stored)
        try container.encode(unchanged, forKey: .unchanged)
        try container.encode(superseded, forKey: .superseded)
        try container.encode(refused, forKey: .refused)
        try container.encode(conflicting, forKey: .conflicting)
        if foreign > 0 { try container.encode(foreign, forKey: .foreign) }
    }

    package static let notes = [
        "seen": "All notices met with: the sum of the other counts.",
        "stored": "Notices that are new.",
        "unchanged": "Notices that were stored already, with the same content.",
        "superseded": "Notices that came as a later version of one that is stored.",
        "refused": "What could not be read as a notice: see refusals.list.",
        "conflicting": "Notices with the version of a stored one, but other content. The stored one was kept.",
        "foreign":
            "Notices of buyers outside import.countries, which are not stored; absent without any, and in lastImport.",
    ]
}
