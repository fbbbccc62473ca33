import JSON
import JSONRPC
import Procurement

/// What a supplier could be asked for.
package enum MatchSupplier: Method {
    package static let name = "match.supplier"
    package static let summary = "Ranks categories, challenges and notices for a supplier, each with its reasons."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// Who, and how to answer.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// The id of a supplier.
        @Within(.id) package var supplier: String
        /// Who buys in the categories and for the challenges. Notices have their own.
        package var buyer: BuyerQuery?
        /// Where that is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        @Inlined package var options: MatchOptions = MatchOptions()

        package var keep: Bool? { options.keep }
    }

    /// Where the supplier would fit, the best first.
    @WireType
    package struct Result: KeptAnswer {
        /// Who it is.
        package var supplier: SupplierReference
        /// Configured categories.
        package var categories: [CategoryMatch]
        /// Configured challenges.
        package var challenges: [ChallengeMatch]
        /// Stored notices that are open, or lately were.
        package var notices: [NoticeMatch]
        /// What it has tendered for, won or not, by the national statistics; absent where they know nothing of it.
        package var tenders: SupplierTenders?
        /// The buyer and the places that categories and challenges were asked for; absent without any.
        package var setting: QuestionSetting?
        /// The date of the newest notice that counts; absent without any.
        package var dataThrough: CalendarDate?
        /// The generation of the data that answered.
        package var generation: Int
        /// The weights in force for notices, by signal.
        package var weights: SortedMap<Points>
        /// The weights in force for each kind of question.
        package var weightsByKind: WeightsByKind
        /// Where the answer is kept; absent where it isn't.
        package var dossier: DossierReference?
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
                challenges: [], notices: [], dataThrough: CalendarDate("2021-10-22"), generation: 7,
                weights: ["experience": Points(millionths: 400_000)], weightsByKind: .example))
    }
}

/// One category in its place.
@WireType
package struct CategoryMatch: Described {
    /// Its place, from 1.
    package var rank: Int
    /// Which one.
    package var category: NamedReference
    /// From 0 to 1: the sum of the points of its signals.
    package var score: Points
    /// Why; empty when explain is false.
    package var signals: [Signal] = []
    /// Past notices that speak for it; empty when explain is false.
    package var evidence: [Evidence] = []
}

/// One challenge in its place.
@WireType
package struct ChallengeMatch: Described {
    /// Its place, from 1.
    package var rank: Int
    /// Which one.
    package var challenge: NamedReference
    /// From 0 to 1: the sum of the points of its signals.
    package var score: Points
    /// Why; empty when explain is false.
    package var signals: [Signal] = []
    /// Past notices that speak for it; empty when explain is false.
    package var evidence: [Evidence] = []
}

/// One notice in its place.
@WireType
package struct NoticeMatch: Described {
    /// Its place, from 1.
    package var rank: Int
    /// Which one.
    package var notice: NoticeReference
    /// From 0 to 1: the sum of the points of its signals.
    package var score: Points
    /// Why; empty when explain is false.
    package var signals: [Signal] = []
    /// Past notices that speak for it; empty when explain is false.
    package var evidence: [Evidence] = []
}

/// A category or a challenge as it is named in a list.
@WireType
package struct NamedReference: Described {
    /// Its id in the configuration.
    package var id: String
    /// Its name.
    package var name: String
}

/// A notice as it is named in a list.
@WireType
package struct NoticeReference: Described {
    /// For notices.get.
    package var id: String
    /// Its title.
    package var title: String
    /// Its day; absent when the notice has none.
    package var date: CalendarDate?
    /// Who buys; absent when the notice does not say.
    package var buyer: String?
}
