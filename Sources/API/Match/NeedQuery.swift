/// What suppliers are sought for, where any kind of need will do: `{"category": …}`, `{"challenge": …}` or
/// `{"notice": …}`, each with what the match of that name takes.
package enum NeedQuery: Sendable, Hashable, Codable {
    case category(CategoryQuery)
    case challenge(ChallengeQuery)
    case notice(NoticeQuery)

    private enum CodingKeys: String, CodingKey { case category, challenge, notice }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let category = try container.decodeIfPresent(CategoryQuery.self, forKey: .category)
        let challenge = try container.decodeIfPresent(ChallengeQuery.self, forKey: .challenge)
        let notice = try container.decodeIfPresent(NoticeQuery.self, forKey: .notice)
        switch (category, challenge, notice) {
        case (let category?, nil, nil): self = .category(category)
        case (nil, let challenge?, nil): self = .challenge(challenge)
        case (nil, nil, let notice?): self = .notice(notice)
        default:
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "an object with exactly one of category, challenge and notice"))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .category(let query): try container.encode(query, forKey: .category)
        case .challenge(let query): try container.encode(query, forKey: .challenge)
        case .notice(let query): try container.encode(query, forKey: .notice)
        }
    }
}
