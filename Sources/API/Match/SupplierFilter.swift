import JSON
import JSONRPC
import Procurement

/// Which suppliers may be in the answer. What is absent excludes no one.
@WireType
package struct SupplierFilter: Described {
    /// Only suppliers of these sizes. micro, small and medium include those known only as sme.
    @Within(.choices) package var size: [SupplierSize]?
    /// Only suppliers in these regions or below them, such as SE12 or SE121; those without a known place are left out.
    @Within(.codes) package var nuts: [String]?
    /// True: suppliers without a known place pass nuts. Default false.
    package var includeUnknownPlace: Bool?
    /// Only suppliers of these countries, in ISO 3166 alpha-2 such as SE; those of no known country are left out.
    @Within(.codes) package var country: [String]?
    /// True: only suppliers without any award. False: only suppliers with one.
    package var newcomers: Bool?
    /// True: only suppliers that have never been asked: invited to no event that is kept, and without a win from the buyer that the
    /// question is asked for (the office's, where it says none).
    package var unasked: Bool?
    /// True: only suppliers in the places that the question is asked for (the office's, where it says none).
    package var near: Bool?
    /// Only suppliers with these ids, such as those of a shortlist.
    @Within(.ids) package var only: [String]?
    /// Ids of suppliers to leave out.
    @Within(.ids) package var exclude: [String]?
}
