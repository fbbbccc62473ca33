import JSON
import JSONRPC

/// Takes a supplier off a shortlist.
package enum ShortlistsRemove: Method {
    package static let name = "shortlists.remove"
    package static let summary =
        "Takes a supplier off a shortlist; that it stood there, who took it off and why stay on record."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// The number of the shortlist.
        @Within(.number) package var shortlist: Int
        /// The id of the supplier.
        @Within(.id) package var supplier: String
        /// Why, in your own words. Personal numbers are taken out.
        @Within(.line) package var reason: String?
    }

    /// What is kept of it.
    @WireType
    package struct Result: Described {
        /// The supplier, with how it was taken off.
        package var supplier: ShortlistedSupplier
    }

    package static var example: Example<Self> {
        var supplier = ShortlistedSupplier.example
        supplier.removal = ShortlistRemoval(
            at: Moment(secondsSinceEpoch: 1_767_312_000), by: "anna", reason: "Avstår.")
        return Example(
            Parameters(shortlist: 2, supplier: "SE4999022611", reason: "Avstår."), gives: Result(supplier: supplier))
    }
}
