import JSON
import JSONRPC

/// What a code of the CPV is called.
@WireType
package struct NamedCode: Described {
    /// The code.
    package var code: String
    /// Its names, by language: those of the code list that was imported, else of its division.
    package var names: SortedMap<String>
    /// The code whose names they are: itself, or the nearest branch above it that has any.
    package var of: String

    static var example: NamedCode {
        NamedCode(
            code: "72200000",
            names: [
                "en": "IT services: consulting, software development, Internet and support",
                "sv": "IT-tjänster: konsultverksamhet, programvaruutveckling, Internet och stöd",
            ], of: "72000000")
    }
}
