import JSONRPC

/// What the four matches have in common. Its members stand beside the method's own in `params`.
package struct MatchOptions: Described {
    package var limit: Limit
    package var explain: Bool
    package var weights: SortedMap<Points>?
    package var filter: SupplierFilter?
    package var language: TextLanguage?
    package var newcomers: Bool?
    package var keep: Bool?

    package init(
        limit: Limit = .standard, explain: Bool = true, weights: SortedMap<Points>? = nil,
        filter: SupplierFilter? = nil, language: TextLanguage? = nil, newcomers: Bool? = nil,
        keep: Bool? = nil
    ) {
        self.limit = limit
        self.explain = explain
        self.weights = weights
        self.filter = filter
        self.language = language
        self.newcomers = newcomers
        self.keep = keep
    }

    private enum CodingKeys: String, CodingKey {
        case limit, explain, weights
        case filter = "where"
        case language, newcomers, keep
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        limit = try container.decodeIfPresent(Limit.self, forKey: .limit) ?? .standard
        explain = try container.decodeIfPresent(Bool.self, forKey: .explain) ?? true
        weights = try container.decodeIfPresent(SortedMap<Points>.self, forKey: .weights)
        filter = try container.decodeIfPresent(SupplierFilter.self, forKey: .filter)
        language = try container.decodeIfPresent(TextLanguage.self, forKey: .language)
        newcomers = try container.decodeIfPresent(Bool.self, forKey: .newcomers)
        keep = try container.decodeIfPresent(Bool.self, forKey: .keep)
    }

    /// Leaves out what is as it would be anyway.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if limit != .standard { try container.encode(limit, forKey: .limit) }
        if !explain { try container.encode(explain, forKey: .explain) }
        try container.encodeIfPresent(weights, forKey: .weights)
        try container.encodeIfPresent(filter, forKey: .filter)
        try container.encodeIfPresent(language, forKey: .language)
        try container.encodeIfPresent(newcomers, forKey: .newcomers)
        try container.encodeIfPresent(keep, forKey: .keep)
    }

    package static let notes = [
        "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
        "explain": "Whether to give signals and evidence; true where nothing is said.",
        "weights": "Weights of signals by name, 0 or more, in place of the configured ones; the others stay.",
        "where": "Which suppliers may be in the answer.",
        "language": "The language of the reasons: sv, or en where nothing is said.",
        "newcomers":
            "Whether a ranked list gives the best suppliers without a known win apart too. Default true for categories and "
            + "challenges, false for notices; where.newcomers leaves nothing to tell apart.",
        "keep":
            "Whether to keep the answer in a dossier; where nothing is said, dossier.lists of the configuration tells.",
    ]

    package static let bounds: [String: Bound] = ["weights": .weights]
}
