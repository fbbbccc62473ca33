import JSONRPC

/// Who could answer a notice.
package enum MatchNotice: Method {
    package static let name = "match.notice"
    package static let summary = "Ranks suppliers for a notice, described here or stored, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// What is to be bought, and how to answer.
    package struct Parameters: Described, KeptOnRequest {
        package var notice: NoticeQuery
        package var options: MatchOptions
        package var keep: Bool? { options.keep }

        package init(notice: NoticeQuery, options: MatchOptions = MatchOptions()) {
            self.notice = notice
            self.options = options
        }

        private enum CodingKeys: String, CodingKey { case notice }

        package init(from decoder: any Decoder) throws {
            notice = try decoder.container(keyedBy: CodingKeys.self).decode(NoticeQuery.self, forKey: .notice)
            options = try MatchOptions(from: decoder)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(notice, forKey: .notice)
            try options.encode(to: encoder)
        }

        package static let notes = MatchOptions.notes.merging(
            ["notice": "What is to be bought: described here, or the id of a stored notice."]
        ) { _, own in own }

        package static let bounds: [String: Bound] = MatchOptions.bounds
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
package struct NoticeDescription: Described {
    package var title: String
    package var description: String?
    package var cpv: [String]?
    package var buyer: BuyerQuery?
    package var kind: ContractKind?
    package var nuts: [String]?
    package var lots: [LotDescription]?

    package init(
        title: String, description: String? = nil, cpv: [String]? = nil, buyer: BuyerQuery? = nil,
        kind: ContractKind? = nil, nuts: [String]? = nil, lots: [LotDescription]? = nil
    ) {
        self.title = title
        self.description = description
        self.cpv = cpv
        self.buyer = buyer
        self.kind = kind
        self.nuts = nuts
        self.lots = lots
    }

    package static let notes = [
        "title": "The title.",
        "description": "More words.",
        "cpv": "CPV codes of eight digits, the main one first; 722* and the like are patterns.",
        "buyer": "Who buys.",
        "kind": "Services, supplies or works.",
        "nuts": "Where it is to be done, such as SE121.",
        "lots": "Its lots, where it has any.",
    ]

    package static let bounds: [String: Bound] = [
        "title": .line, "description": .text(100_000), "cpv": .codes, "nuts": .codes, "lots": .list(500),
    ]
}

/// A buyer, by number or name.
package struct BuyerQuery: Described {
    package var id: String?
    package var name: String?

    package init(id: String? = nil, name: String? = nil) {
        self.id = id
        self.name = name
    }

    package static let notes = [
        "id": "Its organisation number.",
        "name": "Its name.",
    ]

    package static let bounds: [String: Bound] = [
        "id": .id, "name": .name,
    ]
}

/// One lot, in the words of a notice.
package struct LotDescription: Described {
    package var title: String?
    package var description: String?
    package var cpv: [String]?

    package init(title: String? = nil, description: String? = nil, cpv: [String]? = nil) {
        self.title = title
        self.description = description
        self.cpv = cpv
    }

    package static let notes = [
        "title": "The title.",
        "description": "More words.",
        "cpv": "CPV codes, the main one first.",
    ]

    package static let bounds: [String: Bound] = [
        "title": .line, "description": .text, "cpv": .codes,
    ]
}
