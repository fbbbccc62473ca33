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
    /// Ids of suppliers to leave out.
    @Within(.ids) package var exclude: [String]?
}
