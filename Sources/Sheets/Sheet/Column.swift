import API
import Procurement

/// One column of a list: what it is called, how wide it is, and what stands in it for a row. The one description that every
/// kind of file, and every page, is made from.
package struct Column<Row>: Sendable {
    /// What it is called, in both languages.
    package var title: BilingualText
    /// How wide, in characters.
    package var width: Int
    /// What stands in it.
    package var cell: @Sendable (Row) -> Cell

    /// - Parameter width: in characters; what is longer is broken into lines where there is room.
    package init(sv: String, en: String, width: Int = 12, _ cell: @escaping @Sendable (Row) -> Cell) {
        title = BilingualText(sv: sv, en: en)
        self.width = width
        self.cell = cell
    }
}
