import JSONRPC

/// Looks suppliers up by name, number and more.
package enum SuppliersFind: Method {
    package static let name = "suppliers.find"
    package static let summary =
        "Finds suppliers by words of their names or of what they do, by number, CPV, size, region and awards."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to do.
    package struct Parameters: Described {
        package var query: String?
        package var text: String?
        package var cpv: [String]?
        package var filter: SupplierFilter?
        package var limit: Limit?
        package var after: String?

        package init(
            query: String? = nil, text: String? = nil, cpv: [String]? = nil, filter: SupplierFilter? = nil,
            limit: Limit? = nil, after: String? = nil
        ) {
            self.query = query
            self.text = text
            self.cpv = cpv
            self.filter = filter
            self.limit = limit
            self.after = after
        }

        private enum CodingKeys: String, CodingKey {
            case query, text, cpv
            case filter = "where"
            case limit, after
        }

        package static let notes = [
            "query": "Words of a name, or an organisation number; every name a supplier was seen with is searched.",
            "text":
                "Words of what they do: of their names, their industry, the register's description and the titles of what they have won. Not with query.",
            "cpv":
                "CPV codes or patterns such as 722*, of what they offer or have won. With text, either may fit; what fits in more is first. Not with query.",
            "where": "Which suppliers may be in the answer.",
            "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
            "after": "The next member of the answer before: goes on where that ended.",
        ]

        package static let bounds: [String: Bound] = [
            "query": .words, "text": .words, "cpv": .soughtCodes, "after": .cursor,
        ]
    }

    /// What came of it.
    package struct Result: Described {
        package var suppliers: [SupplierLine]
        package var next: String?
        package var generation: Int

        package init(suppliers: [SupplierLine], next: String? = nil, generation: Int) {
            self.suppliers = suppliers
            self.next = next
            self.generation = generation
        }

        package static let notes = [
            "suppliers": "The suppliers: by text and cpv, those that fit best first; else by name.",
            "next": "Where to go on; absent when there are no more.",
            "generation": "The generation of the data that answered.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(query: "sundhamra informationsteknik", limit: 1),
            gives: Result(
                suppliers: [
                    SupplierLine(
                        id: "SE4999022611", name: "Sundhamra Informationsteknik AB", number: "499902-2611",
                        size: .small, newcomer: false,
                        nuts: ["SE121"], awards: 3, lastAward: Day("2021-05-03"))
                ],
                generation: 7))
    }
}

/// A supplier in a list.
package struct SupplierLine: Described {
    package var id: String
    package var name: String
    package var number: String?
    package var size: CompanySize?
    package var newcomer: Bool
    package var nuts: [String]
    package var awards: Int
    package var lastAward: Day?

    package init(
        id: String, name: String, number: String? = nil, size: CompanySize? = nil, newcomer: Bool, nuts: [String] = [],
        awards: Int, lastAward: Day? = nil
    ) {
        self.id = id
        self.name = name
        self.number = number
        self.size = size
        self.newcomer = newcomer
        self.nuts = nuts
        self.awards = awards
        self.lastAward = lastAward
    }

    package static let notes = [
        "id": "For suppliers.get. Never a personal number.",
        "name": "Its name.",
        "number": "Its organisation number; a personal number is masked. Absent when not known.",
        "size": "Absent when not known.",
        "newcomer": "True when it has no award in the data.",
        "nuts": "Its regions.",
        "awards": "How many awards it has in the data.",
        "lastAward": "The day of the latest; absent when there is none, or none has a day.",
    ]
}
