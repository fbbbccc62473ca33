import JSON
import JSONRPC
import Procurement

/// Looks suppliers up by name, number and more.
package enum SuppliersFind: Method {
    package static let name = "suppliers.find"
    package static let summary =
        "Finds suppliers by words of their names or of what they do, by number, CPV, size, region and awards."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// Words of a name, or an organisation number; every name a supplier was seen with is searched.
        @Within(.words) package var query: String?
        /// Words of what they do: of their names, their industry, the register's description and the titles of what
        /// they have won. Not with query.
        @Within(.words) package var text: String?
        /// CPV codes or patterns such as 722*, of what they offer or have won. With text, either may fit; what fits in
        /// more is first. Not with query.
        @Within(.soughtCodes) package var cpv: [String]?
        /// Which suppliers may be in the answer.
        @Named("where") package var filter: SupplierFilter?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The suppliers: by text and cpv, those that fit best first; else by name.
        package var suppliers: [SupplierLine]
        /// Where to go on; absent when there are no more.
        package var next: String?
        /// The generation of the data that answered.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(query: "sundhamra informationsteknik", limit: 1),
            gives: Result(
                suppliers: [
                    SupplierLine(
                        id: "SE4999022611", name: "Sundhamra Informationsteknik AB", number: "499902-2611",
                        size: .small, newcomer: false,
                        nuts: ["SE121"], awards: 3, lastAward: CalendarDate("2021-05-03"))
                ],
                generation: 7))
    }
}

/// A supplier in a list.
@WireType
package struct SupplierLine: Described {
    /// For suppliers.get. Never a personal number.
    package var id: String
    /// Its name.
    package var name: String
    /// Its organisation number; a personal number is masked. Absent when not known.
    package var number: String?
    /// Absent when not known.
    package var size: SupplierSize?
    /// True when it has no award in the data.
    package var newcomer: Bool
    /// Its regions.
    package var nuts: [String] = []
    /// How many awards it has in the data.
    package var awards: Int
    /// The day of the latest; absent when there is none, or none has a day.
    package var lastAward: CalendarDate?
    /// What the public registers say against its being there; absent where nothing does.
    package var status: FirmStatus?
}
