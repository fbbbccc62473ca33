import JSON
import JSONRPC

/// More like these.
package enum SuppliersLike: Method {
    package static let name = "suppliers.like"
    package static let summary =
        "Ranks suppliers by how much they are like some: by the CPV groups that these have won or offer, their industry and what they say they do."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Like whom, and how to answer. They themselves are not in the answer.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// Ids of suppliers, at most 100.
        @Within(.fewIDs) package var suppliers: [String]
        /// Who buys.
        package var buyer: BuyerQuery?
        /// Where it is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        @Inlined package var options: MatchOptions = MatchOptions()

        package var keep: Bool? { options.keep }
    }

    /// As of a category; the remarks say what the suppliers have in common.
    package typealias Result = RankedSuppliers

    package static var example: Example<Self> {
        Example(
            Parameters(suppliers: ["SE4999010400"], options: MatchOptions(limit: 1)), gives: RankedSuppliers.example)
    }
}
