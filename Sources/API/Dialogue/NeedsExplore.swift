import JSON
import JSONRPC
import Procurement

/// What is known of a need in plain words, before anyone is asked.
package enum NeedsExplore: Method {
    package static let name = "needs.explore"
    package static let summary =
        "Explores a need in plain words: what it touches, how others bought the like, from whom, and what to ask."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// The need.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// The need as people write it, in Swedish or English, at most 20000 characters.
        @Within(.text(Self.longestText)) package var text: String
        /// Who buys.
        package var buyer: BuyerQuery?
        /// Where it is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        /// How many procurements and how many suppliers of each kind at most: 1 to 1000, 10 where nothing is said.
        @Defaulted package var limit: Limit = Self.standardLimit
        /// The language of reasons and questions: sv, or en where nothing is said.
        package var language: TextLanguage?
        /// Whether suppliers of one corporate group, as far as names tell, are one row: the best of them, which names the others.
        package var fold: Bool?
        /// Whether the answer is kept in a dossier; where nothing is said, as dossier.lists has it.
        package var keep: Bool?

        /// How many of each list where nothing is said.
        package static let standardLimit = Limit(clamping: 10)
        /// Characters: more than four pages.
        package static let longestText = 20_000
    }

    /// What is known.
    @WireType
    package struct Result: Described, KeptAnswer {
        /// How far the answer reaches.
        package var reach: NeedReach
        /// The same in a sentence, with the words that nothing is known of.
        package var because: String
        /// The words that the answer was looked up by: at most 12, the telling ones.
        package var words: [NeedWord]
        /// The configured categories that it touches, the nearest first.
        package var categories: [TouchedCategory]
        /// The configured challenges that it touches by name, in the order of the configuration.
        package var challenges: [TouchedChallenge]
        /// The groups of the CPV that it touches, the nearest first.
        package var cpv: [TouchedBranch]
        /// Procurements that others have made, the most alike first; those that nobody won too.
        package var similar: [SimilarProcurement]
        /// How others went about it, over all similar procurements (at most 40), not those listed alone.
        package var summary: ProcurementSummary
        /// Suppliers that have won something, the best match first.
        package var established: [SupplierMatch]
        /// Suppliers that have won nothing in the data, the best match first.
        package var newcomers: [SupplierMatch]
        /// What a supplier would have to ask about the text.
        package var missing: [NeedQuestion]
        /// Names in the text that may point to one maker or supplier.
        package var names: NeedNames
        /// Needs that the office has kept and that have what this one seeks, the most alike first, at most five; absent where
        /// there are none. They are no part of what a dossier keeps.
        package var earlier: [EarlierNeed]?
        /// The buyer and the places that the question was asked for; absent without any.
        package var setting: QuestionSetting?
        /// Sentences on what in the question is not known; absent where all is.
        package var remarks: [String]?
        /// The date of the newest notice that counts; absent without any.
        package var dataThrough: CalendarDate?
        /// The generation of the data that answered.
        package var generation: Int
        /// Where the answer is kept; absent where it isn't.
        package var dossier: DossierReference?
    }

    package static var example: Example<Self> {
        Example(
            Parameters(text: "Vi behöver SharePoint till 300 lärare", limit: 1),
            gives: Result(
                reach: .well, because: "12 procurements are like this need.",
                words: [
                    NeedWord(
                        word: "sharepoint", procurements: 12, inCodes: false, weight: Points(millionths: 1_000_000),
                        known: Points(millionths: 1_000_000))
                ],
                categories: [
                    TouchedCategory(
                        category: NamedReference(id: "it", name: "IT"), similar: 10, keywords: [], cpv: [],
                        because: "10 of the 12 similar procurements lie in it.")
                ],
                challenges: [],
                cpv: [
                    TouchedBranch(
                        code: "48200000", name: "Networking, Internet and intranet software package", similar: 7,
                        named: [], because: "7 of the 12 similar procurements lie in it.")
                ],
                similar: [
                    SimilarProcurement(
                        noticeId: "0422cc77-a2d2-4aca-927c-d28aa9347937", title: "Intranät", buyer: "Norrvika kommun",
                        date: CalendarDate("2021-05-03"),
                        cpv: ["48200000"], procedure: "open",
                        value: .stated(Amount(amount: "1250000.00", currency: "SEK")), outcome: .awarded,
                        lots: [LotResult(tenders: .stated(3), outcome: .awarded)],
                        similarity: Points(millionths: 873_400))
                ], summary: .example, established: RankedSuppliers.example.matches, newcomers: [],
                missing: [
                    NeedQuestion(topic: .budget, question: "What budget or price range is there?")
                ],
                names: NeedNames(
                    warning: "The text names SharePoint without “or equivalent”.", allowsEquivalents: false,
                    found: [NameFinding(name: "SharePoint", kind: .product, certainty: .likely, offset: 12)]),
                dataThrough: CalendarDate("2021-10-22"), generation: 7))
    }
}
