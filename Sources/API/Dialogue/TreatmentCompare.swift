import JSON
import JSONRPC
import Procurement

/// Shows whether all were treated alike.
package enum TreatmentCompare: Method {
    package static let name = "treatment.compare"
    package static let summary =
        "Tells for an event, a plan or a shortlist all candidates in order, who was chosen and invited, and the reason for each difference."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Of what: one of event, plan and shortlist.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// The number of an event whose dossier has a meeting, a council or a list.
        @Within(.number) package var event: Int?
        /// A dossier with a meeting, a council or a list. The latest event that names it says who was invited.
        @Within(.id) package var plan: String?
        /// The number of a shortlist: the candidates are those of the list that most of it was taken from.
        @Within(.number) package var shortlist: Int?
        /// Whether to give all candidates, also those after the last one chosen or invited. Default false.
        package var all: Bool?
        /// Whether to keep the sheet, as a further entry of the plan's dossier; where nothing is said, as dossier.lists has it.
        package var keep: Bool?
    }

    /// The sheet.
    @WireType
    package struct Result: Described, KeptAnswer {
        /// What it is about: the name of the event, the plan or the shortlist.
        package var name: BilingualText
        /// The event that says who was invited; absent where there is none.
        package var event: Int?
        /// The dossier with the candidates.
        package var plan: String
        /// The candidates in order, for each thing that they were candidates for.
        package var lines: [TreatmentLine]
        /// How many candidates there were.
        package var candidates: Int
        /// How many are not among the lines: they stand after the last one chosen, and were not invited.
        package var rest: Int
        /// The generation of the data that names the suppliers.
        package var generation: Int
        /// Where the sheet is kept; absent where it isn't.
        package var dossier: DossierReference?
    }

    package static var example: Example<Self> {
        Example(
            Parameters(event: 3),
            gives: Result(
                name: BilingualText("Leverantörsträff 2026"), event: 3, plan: "d-kfhwtbzmrqpn",
                lines: [
                    TreatmentLine(
                        place: 1, category: BilingualText(sv: "IT-drift", en: "IT operations"),
                        supplier: "SE4999022611", name: "Sundhamra Informationsteknik AB",
                        score: Points(millionths: 484_000), chosen: true, invited: true,
                        reason: BilingualText(
                            sv: "Plats 1 av 40 för IT-drift.", en: "Place 1 of 40 for IT operations."))
                ], candidates: 40, rest: 39, generation: 7))
    }
}

/// One candidate for one thing.
@WireType
package struct TreatmentLine: Described {
    /// Its place by score among the candidates, from 1; equal scores share one. Absent for one that was no candidate.
    package var place: Int?
    /// What for: a category; absent where there is one thing only.
    package var category: BilingualText?
    /// The supplier.
    package var supplier: String
    /// Its name; its id where the name is not known.
    package var name: String
    /// Its score; absent for one that was no candidate.
    package var score: Points?
    /// Whether the plan, or whoever made the shortlist, chose it.
    package var chosen: Bool
    /// Whether it was invited; absent where there is no event.
    package var invited: Bool?
    /// Why; for each that is chosen, and for each that isn't and stands before one that is.
    package var reason: BilingualText
}
