/// Writes the supplier register as a CSV file with a header, RFC 4180.
enum RegisterWriter {
    private static let columns = [
        "name", "id", "size", "sector", "legal_form", "sni", "sni_label", "cpv", "nuts", "description", "website",
        "email",
    ]

    /// A register never holds everything: every eleventh row has no number, every ninth no description.
    static func register(_ suppliers: [MadeSupplier]) -> String {
        let rows = suppliers.enumerated().map { index, supplier -> [String] in
            let isThin = index % 9 == 8
            return [
                supplier.name,
                index % 11 == 10 ? "" : supplier.number?.dashed ?? supplier.foreignNumber ?? "",
                index % 17 == 16 ? "" : supplier.size.rawValue,
                supplier.sector,
                supplier.legalForm.rawValue,
                supplier.industry.sni,
                supplier.industry.label,
                isThin ? "" : supplier.cpv.joined(separator: " "),
                supplier.nuts.joined(separator: " "),
                isThin ? "" : supplier.pitch,
                isThin ? "" : "https://www.\(supplier.host)",
                isThin ? "" : "info@\(supplier.host)",
            ]
        }
        return text([columns] + rows, separator: ",")
    }

    /// Rows that a register import must refuse or make the best of, with `;` between the fields.
    static func badRegister() -> String {
        text(
            [
                ["id", "name", "size", "sni", "cpv", "nuts", "colour"],
                ["", "", "micro", "", "", "", "no name and no number"],
                [
                    MadeNumber.supplier(900).dashed, "Bra Rad AB", "small", "81210", "90910000", "SE313",
                    "nothing wrong",
                ],
                [
                    MadeNumber.supplier(900).dashed, "Bra Rad Aktiebolag", "small", "81210", "90910000", "SE313",
                    "the same again",
                ],
                ["499933-0000", "Fel Kontrollsiffra AB", "small", "81210", "90910000", "SE313", "check digit"],
                [
                    MadeNumber.supplier(901).dashed, "Enorma AB", "gigantic", "81210", "90910000", "SE313",
                    "no such size",
                ],
                [MadeNumber.supplier(902).dashed, "Fel Kod AB", "small", "8121X", "9091", "Norrland", "codes"],
                [
                    MadeNumber.supplier(903).dashed, "För Många Fält AB", "small", "81210", "90910000", "SE313", "x",
                    "y",
                ],
                [
                    MadeNumber.supplier(904).dashed, "Öppet \"citat AB", "small", "81210", "90910000", "SE313",
                    "quotes inside",
                ],
            ], separator: ";") + "\"Aldrig stängt citat AB;small\n"
    }

    private static func text(_ rows: [[String]], separator: String) -> String {
        rows.map { row in
            row.map { field in
                let needsQuotes = field.contains { $0 == "\"" || $0 == "\n" || String($0) == separator }
                return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
            }.joined(separator: separator) + "\n"
        }.joined()
    }
}
