import JSONRPC

/// Composes a sector council (branschråd).
package enum CouncilCompose: Method {
    package static let name = "council.compose"
    package static let summary =
        "Proposes a sector council: seats by role, size and standing, one a corporate group, with a reason for each."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .infeasible, .storeUnavailable]

    /// The council, its constraints, and what people decided by hand.
    package struct Parameters: Described, DossierContinuing {
        package var needs: [NeedQuery]
        package var name: Bilingual?
        package var seats: CouncilSeats?
        package var people: [CouncilPerson]?
        package var sizeQuotas: [CouncilSizeQuota]?
        package var newcomers: Int?
        package var groups: [CouncilGroup]?
        package var groupsByName: Bool?
        package var coolOff: Int?
        package var seatPenalty: Points?
        package var earlier: [CouncilBefore]?
        package var alternates: Int?
        package var reach: Points?
        package var seed: Int?
        package var edits: [EditOfCouncil]?
        package var weights: SortedMap<Points>?
        package var filter: SupplierFilter?
        package var buyer: BuyerQuery?
        package var nuts: [String]?
        package var dossier: String?

        package init(
            needs: [NeedQuery], name: Bilingual? = nil, seats: CouncilSeats? = nil, people: [CouncilPerson]? = nil,
            sizeQuotas: [CouncilSizeQuota]? = nil, newcomers: Int? = nil, groups: [CouncilGroup]? = nil,
            groupsByName: Bool? = nil, coolOff: Int? = nil, seatPenalty: Points? = nil,
            earlier: [CouncilBefore]? = nil, alternates: Int? = nil, reach: Points? = nil, seed: Int? = nil,
            edits: [EditOfCouncil]? = nil, weights: SortedMap<Points>? = nil, filter: SupplierFilter? = nil,
            buyer: BuyerQuery? = nil, nuts: [String]? = nil, dossier: String? = nil
        ) {
            self.needs = needs
            self.name = name
            self.seats = seats
            self.people = people
            self.sizeQuotas = sizeQuotas
            self.newcomers = newcomers
            self.groups = groups
            self.groupsByName = groupsByName
            self.coolOff = coolOff
            self.seatPenalty = seatPenalty
            self.earlier = earlier
            self.alternates = alternates
            self.reach = reach
            self.seed = seed
            self.edits = edits
            self.weights = weights
            self.filter = filter
            self.buyer = buyer
            self.nuts = nuts
            self.dossier = dossier
        }

        private enum CodingKeys: String, CodingKey {
            case needs, name, seats, people, sizeQuotas, newcomers, groups, groupsByName, coolOff, seatPenalty
            case earlier, alternates, reach, seed, edits, weights
            case filter = "where"
            case buyer, nuts, dossier
        }

        package static let notes = [
            "needs": "The council's field: categories, challenges or notices. A supplier's score is its best for any.",
            "name": "What the council is called.",
            "seats": "Seats by role.",
            "people": "Officials and politicians to choose from.",
            "sizeQuotas": "Bounds on the suppliers' seats by size; no size stands in two.",
            "newcomers": "The least number of suppliers without any known award; 0 where nothing is said.",
            "groups": "Corporate groups that you know of: one seat each.",
            "groupsByName": "Whether companies whose names begin alike count as one group too; true where nothing is "
                + "said.",
            "coolOff": "Who sat in one of so many of the latest councils rests; 0 where nothing is said.",
            "seatPenalty": "What each earlier seat takes off a supplier's score; 0.05 where nothing is said.",
            "earlier": "Earlier councils, the latest first; the kept events of that kind where nothing is said.",
            "alternates": "How many to name for each role, for when someone declines; 3 where nothing is said.",
            "reach": "A supplier is a candidate from this share of the best score up; 0.2 where nothing is said.",
            "seed": "Decides between equal scores, 0 to 9007199254740991; made from the field, the name and the "
                + "data where nothing is said. The answer has it either way.",
            "edits": "What people decided by hand.",
            "weights": MatchOptions.notes["weights"] ?? "",
            "where": "Which suppliers may have a seat.",
            "buyer": "Who buys.",
            "nuts": "Where it is to be done, such as SE121.",
            "dossier": "The dossier that this proposal belongs to; a new one where nothing is said.",
        ]

        package static let bounds: [String: Bound] = [
            "needs": .list(100), "people": .list(1000), "sizeQuotas": .choices, "newcomers": .count,
            "groups": .list(1000), "coolOff": .integer(0...100), "seatPenalty": .share,
            "earlier": .list(100), "alternates": .integer(0...1000), "reach": .share, "seed": .number,
            "edits": .list(1000), "weights": .weights, "nuts": .codes, "dossier": .id,
        ]
    }

    /// The proposal.
    package struct Result: KeptAnswer {
        package var name: Bilingual
        package var seats: [CouncilSeatLine]
        package var alternates: [CouncilAlternateLine]
        package var balance: [CouncilBalance]
        package var draws: [CouncilDrawLine]
        package var resting: [CouncilMember]
        package var groups: [CouncilGroup]
        package var edits: [EditEffect]
        package var seed: Int
        package var choice: PlanOptimality
        package var candidates: [CandidateLine]
        package var leastScore: Points
        package var considered: Int
        package var setting: QuestionSetting?
        package var dataThrough: Day?
        package var generation: Int
        package var weights: SortedMap<Points>
        package var weightsByKind: WeightsByKind
        package var dossier: DossierReference?

        package init(
            name: Bilingual, seats: [CouncilSeatLine], alternates: [CouncilAlternateLine], balance: [CouncilBalance],
            draws: [CouncilDrawLine], resting: [CouncilMember], groups: [CouncilGroup], edits: [EditEffect], seed: Int,
            choice: PlanOptimality, candidates: [CandidateLine], leastScore: Points, considered: Int,
            setting: QuestionSetting? = nil, dataThrough: Day? = nil, generation: Int,
            weights: SortedMap<Points>, weightsByKind: WeightsByKind,
            dossier: DossierReference? = nil
        ) {
            self.name = name
            self.seats = seats
            self.alternates = alternates
            self.balance = balance
            self.draws = draws
            self.resting = resting
            self.groups = groups
            self.edits = edits
            self.seed = seed
            self.choice = choice
            self.candidates = candidates
            self.leastScore = leastScore
            self.considered = considered
            self.setting = setting
            self.dataThrough = dataThrough
            self.generation = generation
            self.weights = weights
            self.weightsByKind = weightsByKind
            self.dossier = dossier
        }

        package static let notes = [
            "name": "What the council is called.",
            "seats": "The proposal, by role, then by score.",
            "alternates": "Whom to ask when a member declines, by role, the best first.",
            "balance": "How the proposal stands to each bound.",
            "draws": "Where equal scores were decided by lot.",
            "resting": "Suppliers that rest because they sat lately.",
            "groups": "The corporate groups among the candidates, those found by name too.",
            "edits": "What came of each decision by hand.",
            "seed": "With which the lots were drawn.",
            "choice": "How good the choice is, in sums of scores.",
            "candidates": "The suppliers that the choice was among, by id.",
            "leastScore": "The score from which a supplier is a candidate.",
            "considered": "How many suppliers were looked at.",
            "setting": "The buyer and the places that the plan was made for; absent without any.",
            "dataThrough": "The date of the newest notice that counts; absent without any.",
            "generation": "The generation of the data that answered.",
            "weights": "The weights in force for notices, by signal.",
            "weightsByKind": "The weights in force for each kind of question.",
            "dossier": "Where the answer is kept.",
        ]
    }

    package static var example: Example<Self> {
        let supplier = CouncilMember(
            id: "SE4999022611", name: "Sundhamra Informationsteknik AB", role: .supplier, size: .small, newcomer: false)
        let official = CouncilMember(id: "it-chef", name: "IT-chefen", role: .official)
        let score = Points(millionths: 484_000)
        return Example(
            Parameters(
                needs: [.category(.configured("it"))], name: Bilingual(sv: "Branschråd IT", en: "IT council"),
                seats: CouncilSeats(suppliers: 1),
                people: [
                    CouncilPerson(id: "it-chef", name: "IT-chefen", role: .official)
                ], sizeQuotas: [CouncilSizeQuota(sizes: [.micro, .small], minimum: 1)], seed: 20_260_512),
            gives: Result(
                name: Bilingual(sv: "Branschråd IT", en: "IT council"),
                seats: [
                    CouncilSeatLine(
                        member: supplier, score: score, netScore: score, rank: 1, earlierSeats: 0,
                        serves: [
                            ConstraintReference(.sizeMinimum, of: "micro-small")
                        ], onScoreAlone: true,
                        reason: Bilingual(
                            sv: "Plats 1 av 212 leverantörer med 0,48.", en: "Number 1 of 212 suppliers with 0.48."),
                        because: [
                            Bilingual(
                                sv: "Vann 3 av de 12 upphandlingarna i kategorin.",
                                en: "Won 3 of the 12 procurements in the category.")
                        ]),
                    CouncilSeatLine(
                        member: official, score: .zero, netScore: .zero, rank: 1, earlierSeats: 0, onScoreAlone: true,
                        reason: Bilingual(sv: "Sitter på sitt ämbete.", en: "Sits by office.")),
                ], alternates: [],
                balance: [
                    CouncilBalance(
                        constraint: ConstraintReference(.seats, of: "supplier"),
                        name: Bilingual(sv: "leverantörer", en: "suppliers"), minimum: 1, maximum: 1, actual: 1)
                ], draws: [], resting: [], groups: [], edits: [], seed: 20_260_512,
                choice: PlanOptimality(value: score, bound: score),
                candidates: [CandidateLine(supplier: supplier.id, score: score)],
                leastScore: Points(millionths: 242_000), considered: 9036, dataThrough: Day("2021-10-22"),
                generation: 7,
                weights: ["experience": Points(millionths: 400_000)], weightsByKind: .example, dossier: .example))
    }
}
