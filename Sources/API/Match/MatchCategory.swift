import JSON
import JSONRPC

/// Who supplies what a category buys.
package enum MatchCategory: Method {
    package static let name = "match.category"
    package static let summary = "Ranks suppliers for a category, configured or described here, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// The field, and how to answer.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// The id of a configured category, or one described here.
        package var category: CategoryQuery
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
@WireType
package struct CategoryDescription: Described {
    /// What it is called.
    @Within(.name) package var name: String
    /// CPV codes and patterns, such as 722* and 48000000.
    @Within(.codes) package var cpv: [String]
    /// Words that belong to it.
    @Within(.list(1000, of: .name)) package var keywords: [String]?
}
