import Containers
import Language

/// Which words of a supplier's name can meet the words of a need.
enum SupplierName {
    /// Legal forms and the like, which every other name holds.
    private static let empty = Vocabulary([
        "ab", "aktiebolag", "hb", "kb", "publ", "i", "och", "sverige", "filial", "as", "oy", "gmbh", "kommanditbolag",
        "handelsbolag", "svenska",
    ])

    static func isEmpty(_ word: ArraySlice<UInt16>) -> Bool { empty.id(of: word) != nil }

    static func distinctive(_ name: String) -> FoldedText {
        FoldedText(name).without(isEmpty)
    }
}
