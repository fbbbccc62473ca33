import JSONRPC

/// Who could help with a long-term aim.
package enum MatchChallenge: Method {
    package static let name = "match.challenge"
    package static let summary = "Ranks suppliers for a challenge, configured or described here, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// The aim, and how to answer.
    package struct Parameters: Described, KeptOnRequest {
        package var challenge: ChallengeQuery
        package var buyer: BuyerQuery?
        package var nuts: [String]?
        package var options: MatchOptions
        package var keep: Bool? { options.keep }

        package init(
            challenge: ChallengeQuery, buyer: BuyerQuery? = nil, nuts: [String]? = nil,
            options: MatchOptions = MatchOptions()
        ) {
            self.challenge = challenge
            self.buyer = buyer
            self.nuts = nuts
            self.options = options
        }

        private enum CodingKeys: String, CodingKey { case challenge, buyer, nuts }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            challenge = try container.decode(ChallengeQuery.self, forKey: .challenge)
            buyer = try container.decodeIfPresent(BuyerQuery.self, forKey: .buyer)
            nuts = try container.decodeIfPresent([String].self, forKey: .nuts)
            options = try MatchOptions(from: decoder)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(challenge, forKey: .challenge)
            try container.encodeIfPresent(buyer, forKey: .buyer)
            try container.encodeIfPresent(nuts, forKey: .nuts)
            try options.encode(to: encoder)
        }

        package static let notes = MatchOptions.notes.merging(QuestionSetting.notes) { own, _ in own }.merging(
            ["challenge": "The id of a configured challenge, or one described here."]
        ) { _, own in own }

        package static let bounds: [String: Bound] = MatchOptions.bounds.merging(QuestionSetting.bounds) { own, _ in own
        }
    }

    package typealias Result = RankedSuppliers

    package static var example: Example<Self> {
        Example(
            Parameters(
                challenge: .described(
                    ChallengeDescription(text: "Transporter utan fossila bränslen", goals: ["env-imp"])),
                options: MatchOptions(limit: 1)),
            gives: RankedSuppliers.example)
    }
}

/// A challenge to match: one of the configuration, or one described on the spot.
package enum ChallengeQuery: Sendable, Hashable, Codable {
    /// By its id in the configuration.
    case configured(String)
    case described(ChallengeDescription)

    package init(from decoder: any Decoder) throws {
        if let id = try? decoder.singleValueContainer().decode(String.self) {
            self = .configured(id)
        } else if (try? decoder.container(keyedBy: PathKey.self)) != nil {
            self = .described(try ChallengeDescription(from: decoder))
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

/// A need in free words.
package struct ChallengeDescription: Described {
    package var text: String
    package var cpv: [String]?
    package var goals: [String]?

    package init(text: String, cpv: [String]? = nil, goals: [String]? = nil) {
        self.text = text
        self.cpv = cpv
        self.goals = goals
    }

    package static let notes = [
        "text": "The need, as people write it.",
        "cpv": "CPV codes and patterns that it is about.",
        "goals": "Codes of strategic goals (BT-06 and its details), such as env-imp.",
    ]

    package static let bounds: [String: Bound] = [
        "text": .text, "cpv": .codes, "goals": .list(100, of: .name),
    ]
}
