import Procurement

/// A table: titles, and rows of as many cells.
package struct Sheet: Sendable, Hashable {
    /// The head of a column.
    package struct Head: Sendable, Hashable {
        /// In the language asked for.
        package var title: String
        /// In characters.
        package var width: Int
    }

    /// What `--part` calls it: one word in English.
    package var id: String
    /// What people call it.
    package var name: BilingualText
    package var heads: [Head]
    /// Each with a cell for each head.
    package var rows: [[Cell]]

    /// Lays rows out in their columns.
    package init<Row>(
        _ id: String, sv: String, en: String, _ language: TextLanguage, _ columns: [Column<Row>], _ rows: [Row]
    ) {
        self.id = id
        name = BilingualText(sv: sv, en: en)
        heads = columns.map { Head(title: $0.title.text(in: language), width: $0.width) }
        self.rows = rows.map { row in columns.map { $0.cell(row) } }
    }
}
