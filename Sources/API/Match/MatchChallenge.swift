import JSON
import JSONRPC

/// Who could help with a long-term aim.
package enum MatchChallenge: Method {
    package static let name = "match.challenge"
    package static let summary = "Ranks suppliers for a challenge, configured or described here, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// The aim, and how to answer.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// The id of a configured challenge, or one described here.
        package var challenge: ChallengeQuery
        /// Who buys.
        package var buyer: BuyerQuery?
        /// Where it is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        @Inlined package var options: MatchOptions = MatchOptions()

        package var keep: Bool? { options.keep }
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
@WireType
package struct ChallengeDescription: Described {
    /// The need, as people write it.
    @Within(.text) package var text: String
    /// CPV codes and patterns that it is about.
    @Within(.codes) package var cpv: [String]?
    /// Codes of strategic goals (BT-06 and its details), such as env-imp.
    @Within(.list(100, of: .name)) package var goals: [String]?
}
