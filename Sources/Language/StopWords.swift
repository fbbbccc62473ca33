import Containers

/// Words that say nothing of what is bought. The lists are short on purpose: a word that is common here is
/// already held down by its rarity weight.
package enum StopWords {
    package static let folded: Set<String> = Set(swedish + english)

    package static func contains(_ word: ArraySlice<UInt16>) -> Bool {
        numbered.id(of: word) != nil
    }

    private static let swedish = [
        "och", "i", "av", "för", "till", "samt", "med", "på", "inom", "vid", "om", "den", "det", "en", "ett", "m", "fl",
        "mm", "etc", "avseende", "gällande", "ab",
    ]
    private static let english = ["the", "of", "and", "for", "in", "to", "with", "on", "a", "an", "by"]
    private static let numbered = Vocabulary(folded.sorted())
}
