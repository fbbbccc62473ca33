import Procurement

/// Which column of a genericode file holds what. A column's id is the publisher's own; those of the Publications Office
/// are `code`, `Name` and one `…_label` for each language by ISO 639-2/T, such as `swe_label`.
struct GenericodeColumns {
    /// The ids in the order of the columns, for values that don't name theirs.
    private var order: [String] = []

    init() {}

    /// - Parameter columns: the element `ColumnSet`.
    init(_ columns: Element) {
        order = columns.children.filter { $0.isNamed("Column") || $0.isNamed("ColumnRef") }
            .map { $0.attribute("Id") ?? "" }
    }

    /// - Parameter row: the element `Row`.
    /// - Throws: `NoticeDefect` where it has no code of the CPV, no label, or one that is too long to be one.
    func label(_ row: Element, limits: FeedLimits) throws(NoticeDefect) -> CodeLabel {
        var values: [String: String] = [:]
        var next = 0
        for value in row.all("Value") {
            // Without a name a value stands in the column after that of the value before it (section 4.6).
            let named = value.attribute("ColumnRef")
            let place = named.flatMap { order.firstIndex(of: $0) } ?? next
            next = place + 1
            guard let column = named ?? (order.indices.contains(place) ? order[place] : nil) else { continue }
            values[column.lowercased()] = value.first("SimpleValue")?.text
        }
        guard let code = values["code"].flatMap({ CPVCode($0) }) else {
            throw NoticeDefect(
                reason: "bad-cpv",
                detail: values["code"].map { "“\($0.prefix(40))” is not a CPV code of eight digits" }
                    ?? "the row has no value in the column “code”", at: row)
        }
        let label = CodeLabel(
            code: code, english: values["eng_label"] ?? values["name"], swedish: values["swe_label"])
        guard label.english != nil || label.swedish != nil else {
            throw NoticeDefect(
                reason: "no-label", detail: "the code has neither a swe_label, an eng_label nor a Name", at: row)
        }
        for text in [label.english, label.swedish].compactMap({ $0 }) where text.utf8.count > limits.labelBytes {
            throw .limit(
                "label-too-long", "the label has \(text.utf8.count) bytes", "labelBytes", limits.labelBytes,
                line: row.line)
        }
        return label
    }
}
