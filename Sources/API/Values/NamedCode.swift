/// What a code of the CPV is called.
package struct NamedCode: Described {
    package var code: String
    package var names: SortedMap<String>
    package var of: String

    package init(code: String, names: SortedMap<String>, of: String) {
        self.code = code
        self.names = names
        self.of = of
    }

    package static let notes = [
        "code": "The code.",
        "names": "Its names, by language: those of the code list that was imported, else of its division.",
        "of": "The code whose names they are: itself, or the nearest branch above it that has any.",
    ]

    static var example: NamedCode {
        NamedCode(
            code: "72200000",
            names: [
                "en": "IT services: consulting, software development, Internet and support",
                "sv": "IT-tjänster: konsultverksamhet, programvaruutveckling, Internet och stöd",
            ], of: "72000000")
    }
}
