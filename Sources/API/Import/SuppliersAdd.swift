import JSON
import JSONRPC
import Procurement

/// Adds one firm by hand.
package enum SuppliersAdd: Method {
    package static let name = "suppliers.add"
    package static let summary =
        "Adds a firm that no register or notice has told of, with who added it and why on the record. What a register says of its "
        + "number later joins it."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// Whom to add.
    @WireType
    package struct Parameters: Described {
        /// What it is called.
        @Within(.name) package var name: String
        /// Why it is added, in your own words. Personal numbers are taken out.
        @Within(.line) package var reason: String
        /// Its organisation number, however it is written, a foreign one with its country before it; absent where it isn't known.
        @Within(.text(100)) package var number: String?
        /// What it does, in words that needs are found by.
        @Within(.text) package var description: String?
        /// CPV codes of what it offers, eight digits each.
        @Within(.codes) package var cpv: [String]?
        /// Where it works, NUTS codes.
        @Within(.codes) package var nuts: [String]?
        /// Absent when not known.
        package var size: SupplierSize?
        /// An address for mail to it.
        @Within(.name) package var email: String?
        /// Its website.
        @Within(.line) package var website: String?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// Who it is now, for suppliers.get. Never a personal number.
        package var supplier: SupplierReference
        /// False where the very same had been added already.
        package var stored: Bool
        /// The generation of the data that holds it: matches know of it.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(
                name: "Nystart i Ekby AB", reason: "Met at the fair in Ekby.", number: "559000-0061",
                description: "Tvättar och lagar arbetskläder.", nuts: ["SE121"], email: "info@nystart.example"),
            gives: Result(
                supplier: SupplierReference(id: "SE5590000061", name: "Nystart i Ekby AB", newcomer: true),
                stored: true,
                generation: 8))
    }
}
