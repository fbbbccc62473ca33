import JSON
import JSONRPC
import Procurement

/// Composes a sector council (branschråd).
package enum CouncilCompose: Method {
    package static let name = "council.compose"
    package static let summary =
        "Proposes a sector council: seats by role, size and standing, one a corporate group, with a reason for each."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .infeasible, .storeUnavailable]

    /// The council, its constraints, and what people decided by hand.
    @WireType
    package struct Parameters: Described, DossierContinuing {
        /// The council's field: categories, challenges or notices. A supplier's score is its best for any.
        @Within(.list(100)) package var needs: [NeedQuery]
        /// What the council is called.
        package var name: BilingualText?
        /// Seats by role.
        package var seats: CouncilSeats?
        /// Officials and politicians to choose from.
        @Within(.list(1000)) package var people: [CouncilPerson]?
        /// Bounds on the suppliers' seats by size; no size stands in two.
        @Within(.choices) package var sizeQuotas: [CouncilSizeQuota]?
        /// The least number of suppliers without any known award; 0 where nothing is said.
        @Within(.count) package var newcomers: Int?
        /// Corporate groups that you know of: one seat each.
        @Within(.list(1000)) package var groups: [CouncilGroup]?
        /// Whether companies whose names begin alike count as one group too; true where nothing is said.
        package var groupsByName: Bool?
        /// Who sat in one of so many of the latest councils rests; 0 where nothing is said.
        @Within(.integer(0...100)) package var coolOff: Int?
        /// What each earlier seat takes off a supplier's score; 0.05 where nothing is said.
        @Within(.share) package var seatPenalty: Points?
        /// Earlier councils, the latest first; the kept events of that kind where nothing is said.
        @Within(.list(100)) package var earlier: [CouncilBefore]?
        /// How many to name for each role, for when someone declines; 3 where nothing is said.
        @Within(.integer(0...1000)) package var alternates: Int?
        /// A supplier is a candidate from this share of the best score up; 0.2 where nothing is said.
        @Within(.share) package var reach: Points?
        /// Decides between equal scores, 0 to 9007199254740991; made from the field, the name and the data where
        /// nothing is said. The answer has it either way.
        @Within(.number) package var seed: Int?
        /// What people decided by hand.
        @Within(.list(1000)) package var edits: [EditOfCouncil]?
        /// Weights of signals by name, 0 or more, in place of the configured ones; the others stay.
        @Within(.weights) package var weights: SortedMap<Points>?
        /// Which suppliers may have a seat.
        @Named("where") package var filter: SupplierFilter?
        /// Who buys.
        package var buyer: BuyerQuery?
        /// Where it is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        /// The dossier that this proposal belongs to; a new one where nothing is said.
        @Within(.id) package var dossier: String?
    }

    /// The proposal.
    @WireType
    package struct Result: KeptAnswer {
        /// What the council is called.
        package var name: BilingualText
        /// The proposal, by role, then by score.
        package var seats: [CouncilSeatLine]
        /// Whom to ask when a member declines, by role, the best first.
        package var alternates: [CouncilAlternateLine]
        /// How the proposal stands to each bound.
        package var balance: [CouncilBalance]
        /// Where equal scores were decided by lot.
        package var draws: [CouncilDrawLine]
        /// Suppliers that rest because they sat lately.
        package var resting: [CouncilMember]
        /// The corporate groups among the candidates, those found by name too.
        package var groups: [CouncilGroup]
        /// What came of each decision by hand.
        package var edits: [EditEffect]
        /// With which the lots were drawn.
        package var seed: Int
        /// How good the choice is, in sums of scores.
        package var choice: PlanOptimality
        /// The suppliers that the choice was among, by id.
        package var candidates: [CandidateLine]
        /// The score from which a supplier is a candidate.
        package var leastScore: Points
        /// How many suppliers were looked at.
        package var considered: Int
        /// The buyer and the places that the plan was made for; absent without any.
        package var setting: QuestionSetting?
        /// The date of the newest notice that counts; absent without any.
        package var dataThrough: CalendarDate?
        /// The generation of the data that answered.
        package var generation: Int
        /// The weights in force for notices, by signal.
        package var weights: SortedMap<Points>
        /// The weights in force for each kind of question.
        package var weightsByKind: WeightsByKind
        /// Where the answer is kept.
        package var dossier: DossierReference?
    }

    package static var example: Example<Self> {
        let supplier = CouncilMember(
            id: "SE4999022611", name: "Sundhamra Informationsteknik AB", role: .supplier, size: .small, newcomer: false)
        let official = CouncilMember(id: "it-chef", name: "IT-chefen", role: .official)
        let score = Points(millionths: 484_000)
        return Example(
            Parameters(
                needs: [.category(.configured("it"))], name: BilingualText(sv: "Branschråd IT", en: "IT council"),
                seats: CouncilSeats(suppliers: 1),
                people: [
                    CouncilPerson(id: "it-chef", name: "IT-chefen", role: .official)
                ], sizeQuotas: [CouncilSizeQuota(sizes: [.micro, .small], minimum: 1)], seed: 20_260_512),
            gives: Result(
                name: BilingualText(sv: "Branschråd IT", en: "IT council"),
                seats: [
                    CouncilSeatLine(
                        member: supplier, score: score, netScore: score, rank: 1, earlierSeats: 0,
                        serves: [
                            ConstraintReference(.sizeMinimum, of: "micro-small")
                        ], onScoreAlone: true,
                        reason: BilingualText(
                            sv: "Plats 1 av 212 leverantörer med 0,48.", en: "Number 1 of 212 suppliers with 0.48."),
                        because: [
                            BilingualText(
                                sv: "Vann 3 av de 12 upphandlingarna i kategorin.",
                                en: "Won 3 of the 12 procurements in the category.")
                        ]),
                    CouncilSeatLine(
                        member: official, score: .zero, netScore: .zero, rank: 1, earlierSeats: 0, onScoreAlone: true,
                        reason: BilingualText(sv: "Sitter på sitt ämbete.", en: "Sits by office.")),
                ], alternates: [],
                balance: [
                    CouncilBalance(
                        constraint: ConstraintReference(.seats, of: "supplier"),
                        name: BilingualText(sv: "leverantörer", en: "suppliers"), minimum: 1, maximum: 1, actual: 1)
                ], draws: [], resting: [], groups: [], edits: [], seed: 20_260_512,
                choice: PlanOptimality(value: score, bound: score),
                candidates: [CandidateLine(supplier: supplier.id, score: score)],
                leastScore: Points(millionths: 242_000), considered: 9036, dataThrough: CalendarDate("2021-10-22"),
                generation: 7,
                weights: ["experience": Points(millionths: 400_000)], weightsByKind: .example, dossier: .example))
    }
}
