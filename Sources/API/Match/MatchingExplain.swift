import JSON
import JSONRPC
import Procurement

/// Why one supplier stands where it stands, on the list or not.
package enum MatchingExplain: Method {
    package static let name = "matching.explain"
    package static let summary =
        "Tells where one supplier stands for a need and why; and what keeps it off the list, where it isn't on it."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// The need, the supplier, and how to answer.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// One of category, challenge and notice, as the match of that name takes it.
        package var need: NeedQuery
        /// The id of the supplier; see suppliers.find.
        @Within(.id) package var supplier: String
        /// Who buys, as the match was asked for. A notice has its own.
        package var buyer: BuyerQuery?
        /// Where it is to be done, as the match was asked for. A notice has its own.
        @Within(.codes) package var nuts: [String]?
        @Inlined([
            "limit": "How long the list is that it may stand on: 1 to 1000, 20 where nothing is said."
        ])
        package var options: MatchOptions = MatchOptions()

        package var keep: Bool? { options.keep }
    }

    /// Where it stands.
    @WireType
    package struct Result: KeptAnswer {
        /// Who it is.
        package var supplier: SupplierReference
        /// Its place among all that were considered, from 1; absent when the filter leaves it out.
        package var rank: Int?
        /// From 0 to 1: the sum of the points of its signals; absent when the filter leaves it out.
        package var score: Points?
        /// What makes up its score; empty when the filter leaves it out.
        package var signals: [Signal] = []
        /// Past notices that speak for it; empty when explain is false.
        package var evidence: [Evidence] = []
        /// What people said of it for needs like this one; absent where nobody did.
        package var feedback: FeedbackShare?
        /// How many suppliers were looked at.
        package var considered: Int
        /// The score of the last place on the list; absent when the supplier is on the list.
        package var scoreOfLastPlace: Points?
        /// Sentences: what keeps it off the list, and what would change that, the largest gain first. Empty when it is
        /// on the list.
        package var reasons: [String] = []
        /// What it has tendered for, won or not, by the national statistics; absent where they know nothing of it.
        package var tenders: SupplierTenders?
        /// The buyer and the places that the question was asked for; absent without any.
        package var setting: QuestionSetting?
        /// The date of the newest notice that counts; absent without any.
        package var dataThrough: CalendarDate?
        /// The generation of the data that answered.
        package var generation: Int
        /// The weights in force, by signal.
        package var weights: SortedMap<Points>
        /// Where the answer is kept; absent where it isn't.
        package var dossier: DossierReference?
    }

    package static var example: Example<Self> {
        Example(
            Parameters(need: .category(.configured("it")), supplier: "SE4999022611", options: MatchOptions(limit: 10)),
            gives: Result(
                supplier: SupplierReference(
                    id: "SE4999022611", name: "Sundhamra Informationsteknik AB", size: .small, newcomer: false),
                rank: 14, score: Points(millionths: 484_000),
                signals: [
                    Signal(
                        name: "experience", value: Points(millionths: 910_000), weight: Points(millionths: 400_000),
                        points: Points(millionths: 364_000), because: "Won 3 procurements much like this one."),
                    Signal(
                        name: "scope", value: Points(millionths: 200_000), weight: Points(millionths: 600_000),
                        points: Points(millionths: 120_000), because: "Won once in 722."),
                ],
                considered: 9036, scoreOfLastPlace: Points(millionths: 512_000),
                reasons: [
                    "Ranked 14 with 0.484; place 10 has 0.512.",
                    "Wins or register codes in these CPV groups would give up to 0.03 more. Won once in 722.",
                ],
                dataThrough: CalendarDate("2021-10-22"), generation: 7,
                weights: ["experience": Points(millionths: 400_000), "scope": Points(millionths: 600_000)]))
    }
}
