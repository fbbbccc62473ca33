import JSONRPC

/// Looks notices up by words, codes, buyer, winner and day.
package enum NoticesFind: Method {
    package static let name = "notices.find"
    package static let summary = "Finds notices by words, CPV codes, buyer, winner, purpose and day, the latest first."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to do.
    package struct Parameters: Described {
        package var query: String?
        package var cpv: [String]?
        package var buyer: String?
        package var supplier: String?
        package var purpose: NoticePurpose?
        package var from: Day?
        package var to: Day?
        package var limit: Limit?
        package var after: String?

        package init(
            query: String? = nil, cpv: [String]? = nil, buyer: String? = nil, supplier: String? = nil,
            purpose: NoticePurpose? = nil, from: Day? = nil, to: Day? = nil, limit: Limit? = nil, after: String? = nil
        ) {
            self.query = query
            self.cpv = cpv
            self.buyer = buyer
            self.supplier = supplier
            self.purpose = purpose
            self.from = from
            self.to = to
            self.limit = limit
            self.after = after
        }

        package static let notes = [
            "query": "Words of the title or the description.",
            "cpv": "CPV codes and patterns; a notice with any of them fits.",
            "buyer": "Words of the buyer, or its organisation number.",
            "supplier": "The id of a supplier that won.",
            "purpose": "What the notice is for.",
            "from": "The first day.",
            "to": "The last day.",
            "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
            "after": "The next member of the answer before: goes on where that ended.",
        ]

        package static let bounds: [String: Bound] = [
            "query": .words, "cpv": .soughtCodes, "buyer": .words, "supplier": .id, "after": .cursor,
        ]
    }

    /// What came of it.
    package struct Result: Described {
        package var notices: [NoticeLine]
        package var cpvNames: [NamedCode]
        package var next: String?
        package var generation: Int

        package init(notices: [NoticeLine], cpvNames: [NamedCode] = [], next: String? = nil, generation: Int) {
            self.notices = notices
            self.cpvNames = cpvNames
            self.next = next
            self.generation = generation
        }

        package static let notes = [
            "notices": "The notices.",
            "cpvNames": "What the CPV calls the main codes of the notices, in order of the code.",
            "next": "Where to go on; absent when there are no more.",
            "generation": "The generation of the data that answered.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(query: "servrar", cpv: ["72*"], from: Day("2021-01-01"), limit: 1),
            gives: Result(
                notices: [
                    NoticeLine(
                        id: "0422cc77-a2d2-4aca-927c-d28aa9347937",
                        title: "Upphandling av drift av servrar, lagring och säkerhetskopiering",
                        date: Day("2021-05-03"), buyer: "Norrvika kommun",
                        purpose: .result, kind: .services, cpv: ["72200000"], lots: 1, winners: 1)
                ],
                cpvNames: [NamedCode.example], next: "0422cc77-a2d2-4aca-927c-d28aa9347937", generation: 7))
    }
}

/// A notice in a list.
package struct NoticeLine: Described {
    package var id: String
    package var title: String
    package var date: Day?
    package var buyer: String?
    package var purpose: NoticePurpose
    package var kind: ContractKind?
    package var cpv: [String]
    package var lots: Int
    package var winners: Int

    package init(
        id: String, title: String, date: Day? = nil, buyer: String? = nil, purpose: NoticePurpose,
        kind: ContractKind? = nil, cpv: [String] = [], lots: Int, winners: Int
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.buyer = buyer
        self.purpose = purpose
        self.kind = kind
        self.cpv = cpv
        self.lots = lots
        self.winners = winners
    }

    package static let notes = [
        "id": "For notices.get.",
        "title": "Its title, in Swedish or English where it has them.",
        "date": "Its day; absent when the notice has none.",
        "buyer": "Who buys; absent when the notice does not say.",
        "purpose": "What it is for.",
        "kind": "Services, supplies or works; absent when not said.",
        "cpv": "CPV codes, the main one first.",
        "lots": "How many lots it has.",
        "winners": "How many suppliers won a part of it.",
    ]
}
