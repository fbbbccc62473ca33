/// Suppliers in order, the best first; equal scores in the order of their ids. The same generation, weights and query
/// give the same bytes.
package struct RankedSuppliers: KeptAnswer {
    package var matches: [SupplierMatch]
    package var newcomers: [SupplierMatch]?
    package var question: QuestionReading?
    package var setting: QuestionSetting?
    package var remarks: [String]?
    package var considered: Int
    package var withoutPlace: Int?
    package var dataThrough: Day?
    package var generation: Int
    package var weights: SortedMap<Points>
    package var dossier: DossierReference?

    package init(
        matches: [SupplierMatch], newcomers: [SupplierMatch]? = nil, question: QuestionReading? = nil,
        setting: QuestionSetting? = nil, remarks: [String]? = nil, considered: Int, withoutPlace: Int? = nil,
        dataThrough: Day? = nil, generation: Int,
        weights: SortedMap<Points>,
        dossier: DossierReference? = nil
    ) {
        self.matches = matches
        self.newcomers = newcomers
        self.question = question
        self.setting = setting
        self.remarks = remarks
        self.considered = considered
        self.withoutPlace = withoutPlace
        self.dataThrough = dataThrough
        self.generation = generation
        self.weights = weights
        self.dossier = dossier
    }

    package static let notes = [
        "matches": "The best suppliers.",
        "newcomers":
            "The best suppliers without a known win, with ranks of their own; absent where they are not told apart.",
        "question": "How a category's or a challenge's words were read; absent for a notice.",
        "setting": "The buyer and the places that the question was asked for; absent without any.",
        "remarks": "Sentences on what in the question is not known; absent where all is.",
        "considered": "How many suppliers the filter lets through: all of them are compared.",
        "withoutPlace":
            "How many suppliers were left out because no place of theirs is known; absent where that leaves out no one.",
        "dataThrough": "The date of the newest notice that counts; absent without any.",
        "generation": "The generation of the data that answered.",
        "weights": "The weights in force, by signal.",
        "dossier": "Where the answer is kept; absent where it isn't.",
    ]

    static var example: RankedSuppliers {
        RankedSuppliers(
            matches: [
                SupplierMatch(
                    rank: 1,
                    supplier: SupplierReference(
                        id: "SE4999022611", name: "Sundhamra Informationsteknik AB", size: .small, newcomer: false),
                    score: Points(millionths: 484_000),
                    signals: [
                        Signal(
                            name: "experience", value: Points(millionths: 910_000), weight: Points(millionths: 400_000),
                            points: Points(millionths: 364_000), because: "Won 3 procurements much like this one."),
                        Signal(
                            name: "cpv", value: Points(millionths: 200_000), weight: Points(millionths: 600_000),
                            points: Points(millionths: 120_000), because: "Won once in 72200000."),
                    ],
                    evidence: [
                        Evidence(
                            noticeId: "0422cc77-a2d2-4aca-927c-d28aa9347937",
                            title: "Upphandling av drift av servrar, lagring och säkerhetskopiering",
                            date: Day("2021-05-03"),
                            buyer: "Norrvika kommun", similarity: Points(millionths: 873_400))
                    ])
            ],
            considered: 9036, dataThrough: Day("2021-10-22"), generation: 7,
            weights: ["experience": Points(millionths: 400_000), "cpv": Points(millionths: 600_000)])
    }
}

/// One supplier in its place.
package struct SupplierMatch: Described {
    package var rank: Int
    package var supplier: SupplierReference
    package var score: Points
    package var signals: [Signal]
    package var evidence: [Evidence]

    package init(
        rank: Int, supplier: SupplierReference, score: Points, signals: [Signal] = [], evidence: [Evidence] = []
    ) {
        self.rank = rank
        self.supplier = supplier
        self.score = score
        self.signals = signals
        self.evidence = evidence
    }

    package static let notes = [
        "rank": "Its place, from 1.",
        "supplier": "Who it is.",
        "score": "From 0 to 1: the sum of the points of its signals.",
        "signals": "Why; empty when explain is false.",
        "evidence": "Past notices that speak for it; empty when explain is false.",
    ]
}

/// A supplier as it is named in a list.
package struct SupplierReference: Described {
    package var id: String
    package var name: String
    package var size: CompanySize?
    package var newcomer: Bool

    package init(id: String, name: String, size: CompanySize? = nil, newcomer: Bool) {
        self.id = id
        self.name = name
        self.size = size
        self.newcomer = newcomer
    }

    package static let notes = [
        "id": "For suppliers.get. Never a personal number.",
        "name": "Its name.",
        "size": "Absent when not known.",
        "newcomer": "True when it has no award in the data.",
    ]
}
