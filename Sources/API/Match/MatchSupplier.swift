import JSONRPC

/// What a supplier could be asked for.
package enum MatchSupplier: Method {
    package static let name = "match.supplier"
    package static let summary = "Ranks categories, challenges and notices for a supplier, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// Who, and how to answer.
    package struct Parameters: Described, KeptOnRequest {
        package var supplier: String
        package var options: MatchOptions
        package var keep: Bool? { options.keep }

        package init(supplier: String, options: MatchOptions = MatchOptions()) {
            self.supplier = supplier
            self.options = options
        }

        private enum CodingKeys: String, CodingKey { case supplier }

        package init(from decoder: any Decoder) throws {
            supplier = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .supplier)
            options = try MatchOptions(from: decoder)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(supplier, forKey: .supplier)
            try options.encode(to: encoder)
        }

        package static let notes = MatchOptions.notes.merging(
            ["supplier": "The id of a supplier."]
        ) { _, own in own }

        package static let bounds: [String: Bound] = MatchOptions.bounds.merging(["supplier": .id]) { _, own in own }
    }

    /// Where the supplier would fit, the best first.
    package struct Result: KeptAnswer {
        package var supplier: SupplierReference
        package var categories: [CategoryMatch]
        package var challenges: [ChallengeMatch]
        package var notices: [NoticeMatch]
        package var dataThrough: Day?
        package var generation: Int
        package var weights: SortedMap<Points>
        package var weightsByKind: WeightsByKind
        package var dossier: DossierReference?

        package init(
            supplier: SupplierReference, categories: [CategoryMatch], challenges: [ChallengeMatch],
            notices: [NoticeMatch], dataThrough: Day? = nil, generation: Int, weights: SortedMap<Points>,
            weightsByKind: WeightsByKind,
            dossier: DossierReference? = nil
        ) {
            self.supplier = supplier
            self.categories = categories
            self.challenges = challenges
            self.notices = notices
            self.dataThrough = dataThrough
            self.generation = generation
            self.weights = weights
            self.weightsByKind = weightsByKind
            self.dossier = dossier
        }

        package static let notes = [
            "supplier": "Who it is.",
            "categories": "Configured categories.",
            "challenges": "Configured challenges.",
            "notices": "Stored notices that are open, or lately were.",
            "dataThrough": "The date of the newest notice that counts; absent without any.",
            "generation": "The generation of the data that answered.",
            "weights": "The weights in force for notices, by signal.",
            "weightsByKind": "The weights in force for each kind of question.",
            "dossier": "Where the answer is kept; absent where it isn't.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(supplier: "SE4999022611", options: MatchOptions(limit: 1)),
            gives: Result(
                supplier: SupplierReference(
                    id: "SE4999022611", name: "Sundhamra Informationsteknik AB", size: .small, newcomer: false),
                categories: [
                    CategoryMatch(
                        rank: 1, category: NamedReference(id: "it", name: "IT"), score: Points(millionths: 364_000),
                        signals: [
                            Signal(
                                name: "experience", value: Points(millionths: 910_000),
                                weight: Points(millionths: 400_000),
                                points: Points(millionths: 364_000), because: "Won 3 procurements in this category.")
                        ])
                ],
                challenges: [], notices: [], dataThrough: Day("2021-10-22"), generation: 7,
                weights: ["experience": Points(millionths: 400_000)], weightsByKind: .example))
    }
}

/// One category in its place.
package struct CategoryMatch: Described {
    package var rank: Int
    package var category: NamedReference
    package var score: Points
    package var signals: [Signal]
    package var evidence: [Evidence]

    package init(
        rank: Int, category: NamedReference, score: Points, signals: [Signal] = [], evidence: [Evidence] = []
    ) {
        self.rank = rank
        self.category = category
        self.score = score
        self.signals = signals
        self.evidence = evidence
    }

    package static let notes = [
        "rank": "Its place, from 1.",
        "category": "Which one.",
        "score": "From 0 to 1: the sum of the points of its signals.",
        "signals": "Why; empty when explain is false.",
        "evidence": "Past notices that speak for it; empty when explain is false.",
    ]
}

/// One challenge in its place.
package struct ChallengeMatch: Described {
    package var rank: Int
    package var challenge: NamedReference
    package var score: Points
    package var signals: [Signal]
    package var evidence: [Evidence]

    package init(
        rank: Int, challenge: NamedReference, score: Points, signals: [Signal] = [], evidence: [Evidence] = []
    ) {
        self.rank = rank
        self.challenge = challenge
        self.score = score
        self.signals = signals
        self.evidence = evidence
    }

    package static let notes = [
        "rank": "Its place, from 1.",
        "challenge": "Which one.",
        "score": "From 0 to 1: the sum of the points of its signals.",
        "signals": "Why; empty when explain is false.",
        "evidence": "Past notices that speak for it; empty when explain is false.",
    ]
}

/// One notice in its place.
package struct NoticeMatch: Described {
    package var rank: Int
    package var notice: NoticeReference
    package var score: Points
    package var signals: [Signal]
    package var evidence: [Evidence]

    package init(rank: Int, notice: NoticeReference, score: Points, signals: [Signal] = [], evidence: [Evidence] = []) {
        self.rank = rank
        self.notice = notice
        self.score = score
        self.signals = signals
        self.evidence = evidence
    }

    package static let notes = [
        "rank": "Its place, from 1.",
        "notice": "Which one.",
        "score": "From 0 to 1: the sum of the points of its signals.",
        "signals": "Why; empty when explain is false.",
        "evidence": "Past notices that speak for it; empty when explain is false.",
    ]
}

/// A category or a challenge as it is named in a list.
package struct NamedReference: Described {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    package static let notes = [
        "id": "Its id in the configuration.",
        "name": "Its name.",
    ]
}

/// A notice as it is named in a list.
package struct NoticeReference: Described {
    package var id: String
    package var title: String
    package var date: Day?
    package var buyer: String?

    package init(id: String, title: String, date: Day? = nil, buyer: String? = nil) {
        self.id = id
        self.title = title
        self.date = date
        self.buyer = buyer
    }

    package static let notes = [
        "id": "For notices.get.",
        "title": "Its title.",
        "date": "Its day; absent when the notice has none.",
        "buyer": "Who buys; absent when the notice does not say.",
    ]
}
