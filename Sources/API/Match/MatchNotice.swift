import JSON
import JSONRPC
import Procurement

/// Who could answer a notice.
package enum MatchNotice: Method {
    package static let name = "match.notice"
    package static let summary = "Ranks suppliers for a notice, described here or stored, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// What is to be bought, and how to answer.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// What is to be bought: described here, or the id of a stored notice.
        package var notice: NoticeQuery
        @Inlined package var options: MatchOptions = MatchOptions()

        package var keep: Bool? { options.keep }
    }

    package typealias Result = RankedSuppliers

    package static var example: Example<Self> {
        Example(
            Parameters(
                notice: .described(
                    NoticeDescription(
                        title: "Utveckling av e-tjänster", cpv: ["72200000"],
                        buyer: BuyerQuery(name: "Norrvika kommun"),
                        kind: .services)),
                options: MatchOptions(limit: 1, filter: SupplierFilter(size: [.micro, .small]))),
            gives: RankedSuppliers.example)
    }
}

/// A notice to match: described on the spot, or one that is stored.
package enum NoticeQuery: Sendable, Hashable, Codable {
    case described(NoticeDescription)
    /// `{"id": "…"}`, or the id alone as categories have it.
    case stored(id: String)

    private enum CodingKeys: String, CodingKey { case id }

    package init(from decoder: any Decoder) throws {
        if let id = try? decoder.singleValueContainer().decode(String.self) {
            self = .stored(id: id)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let id = try container.decodeIfPresent(String.self, forKey: .id) {
            self = .stored(id: id)
        } else {
            self = .described(try NoticeDescription(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .described(let description): try description.encode(to: encoder)
        case .stored(let id):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
        }
    }
}

/// What is to be bought, in the words of a notice.
@WireType
package struct NoticeDescription: Described {
    /// The title.
    @Within(.line) package var title: String
    /// More words.
    @Within(.text(100_000)) package var description: String?
    /// CPV codes of eight digits, the main one first; 722* and the like are patterns.
    @Within(.codes) package var cpv: [String]?
    /// Who buys.
    package var buyer: BuyerQuery?
    /// Services, supplies or works.
    package var kind: ContractKind?
    /// Where it is to be done, such as SE121.
    @Within(.codes) package var nuts: [String]?
    /// Its lots, where it has any.
    @Within(.list(500)) package var lots: [LotDescription]?
}

/// A buyer, by number or name.
@WireType
package struct BuyerQuery: Described {
    /// Its organisation number.
    @Within(.id) package var id: String?
    /// Its name.
    @Within(.name) package var name: String?
}

/// One lot, in the words of a notice.
@WireType
package struct LotDescription: Described {
    /// The title.
    @Within(.line) package var title: String?
    /// More words.
    @Within(.text) package var description: String?
    /// CPV codes, the main one first.
    @Within(.codes) package var cpv: [String]?
}
