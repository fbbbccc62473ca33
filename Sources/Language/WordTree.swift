/// A word as a compound: its own stem, and the trees of its two constituents where it is one.
///
/// `laddstolpe` is (laddstolp: (ladd), (stolp)).
package struct WordTree: Sendable, Hashable {
    /// The number of its stem, by the analyser that made it; nil for one that no text has.
    package let stem: Int32?
    /// The first constituent and the last; empty for a word that is no compound.
    package let constituents: [WordTree]

    package init(stem: Int32?, constituents: [WordTree] = []) {
        self.stem = stem
        self.constituents = constituents
    }
}

extension WordTree {
    /// What the first constituent is worth where the whole is 1, and the last, which says what the word is.
    private static let (first, last): (Float, Float) = (0.7, 0.85)

    /// Calls `body` with every stem of the tree and what it is worth beside the whole word.
    package func forEachStem(worth: Float = 1, _ body: (_ stem: Int32, _ worth: Float) -> Void) {
        if let stem { body(stem, worth) }
        guard constituents.count == 2 else { return }
        constituents[0].forEachStem(worth: worth * Self.first, body)
        constituents[1].forEachStem(worth: worth * Self.last, body)
    }
}
