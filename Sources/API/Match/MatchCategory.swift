import JSONRPC

/// Who supplies what a category buys.
package enum MatchCategory: Method {
    package static let name = "match.category"
    package static let summary = "Ranks suppliers for a category, configured or described here, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// The field, and how to answer.
    package struct Parameters: Described, KeptOnRequest {
        package var category: CategoryQuery
        package var buyer: BuyerQuery?
        package var nuts: [String]?
        package var options: MatchOptions
        package var keep: Bool? { options.keep }

        package init(
            category: CategoryQuery, buyer: BuyerQuery? = nil, nuts: [String]? = nil,
            options: MatchOptions = MatchOptions()
        ) {
            self.category = category
            self.buyer = buyer
            self.nuts = nuts
            self.options = options
        }

        private enum CodingKeys: String, CodingKey { case category, buyer, nuts }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            category = try container.decode(CategoryQuery.self, forKey: .category)
            buyer = try container.decodeIfPresent(BuyerQuery.self, forKey: .buyer)
            nuts = try container.decodeIfPresent([String].self, forKey: .nuts)
            options = try MatchOptions(from: decoder)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(category, forKey: .category)
            try container.encodeIfPresent(buyer, forKey: .buyer)
            try container.encodeIfPresent(nuts, forKey: .nuts)
            try options.encode(to: encoder)
        }

        package static let notes = MatchOptions.notes.merging(QuestionSetting.notes) { own, _ in own }.merging(
            ["category": "The id of a configured category, or one described here."]
        ) { _, own in own }

        package static let bounds: [String: Bound] = MatchOptions.bounds.merging(QuestionSetting.bounds) { own, _ in own
        }
    }

    package typealias Result = RankedSuppliers

    package static var example: Example<Self> {
        Example(
            Parameters(category: .configured("it"), options: MatchOptions(limit: 1)), gives: RankedSuppliers.example)
    }
}

/// A category to match: one of the configuration, or one described on the spot.
package enum CategoryQuery: Sendable, Hashable, Codable {
    /// By its id in the configuration.
    case configured(String)
    case described(CategoryDescription)

    package init(from decoder: any Decoder) throws {
        if let id = try? decoder.singleValueContainer().decode(String.self) {
            self = .configured(id)
        } else if (try? decoder.container(keyedBy: PathKey.self)) != nil {
            self = .described(try CategoryDescription(from: decoder))
        } else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "the id of one as a string, or an object that describes it"))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .configured(let id): try id.encode(to: encoder)
        case .described(let description): try description.encode(to: encoder)
        }
    }
}

/// A field that someone buys in.
package struct CategoryDescription: Described {
    package var name: String
    package var cpv: [String]
    package var keywords: [String]?

    package init(name: String, cpv: [String], keywords: [String]? = nil) {
        self.name = name
        self.cpv = cpv
        self.keywords = keywords
    }

    package static let notes = [
        "name": "What it is called.",
        "cpv": "CPV codes and patterns, such as 722* and 48000000.",
        "keywords": "Words that belong to it.",
    ]

    package static let bounds: [String: Bound] = [
        "name": .name, "cpv": .codes, "keywords": .list(1000, of: .name),
    ]
}
