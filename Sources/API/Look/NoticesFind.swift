import JSON
import JSONRPC
import Procurement

/// Looks notices up by words, codes, buyer, winner and day.
package enum NoticesFind: Method {
    package static let name = "notices.find"
    package static let summary = "Finds notices by words, CPV codes, buyer, winner, purpose and day, the latest first."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// Words of the title or the description.
        @Within(.words) package var query: String?
        /// CPV codes and patterns; a notice with any of them fits.
        @Within(.soughtCodes) package var cpv: [String]?
        /// Words of the buyer, or its organisation number.
        @Within(.words) package var buyer: String?
        /// The id of a supplier that won.
        @Within(.id) package var supplier: String?
        /// What the notice is for.
        package var purpose: NoticePurpose?
        /// The first day.
        package var from: CalendarDate?
        /// The last day.
        package var to: CalendarDate?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The notices.
        package var notices: [NoticeLine]
        /// What the CPV calls the main codes of the notices, in order of the code.
        package var cpvNames: [NamedCode] = []
        /// Where to go on; absent when there are no more.
        package var next: String?
        /// The generation of the data that answered.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(query: "servrar", cpv: ["72*"], from: CalendarDate("2021-01-01"), limit: 1),
            gives: Result(
                notices: [
                    NoticeLine(
                        id: "0422cc77-a2d2-4aca-927c-d28aa9347937",
                        title: "Upphandling av drift av servrar, lagring och säkerhetskopiering",
                        date: CalendarDate("2021-05-03"), buyer: "Norrvika kommun",
                        purpose: .result, kind: .services, cpv: ["72200000"], lots: 1, winners: 1)
                ],
                cpvNames: [NamedCode.example], next: "0422cc77-a2d2-4aca-927c-d28aa9347937", generation: 7))
    }
}

/// A notice in a list.
@WireType
package struct NoticeLine: Described {
    /// For notices.get.
    package var id: String
    /// Its title, in Swedish or English where it has them.
    package var title: String
    /// Its day; absent when the notice has none.
    package var date: CalendarDate?
    /// Who buys; absent when the notice does not say.
    package var buyer: String?
    /// What it is for.
    package var purpose: NoticePurpose
    /// Services, supplies or works; absent when not said.
    package var kind: ContractKind?
    /// CPV codes, the main one first.
    package var cpv: [String] = []
    /// How many lots it has.
    package var lots: Int
    /// How many suppliers won a part of it.
    package var winners: Int
}
