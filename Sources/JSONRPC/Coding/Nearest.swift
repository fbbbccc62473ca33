import Containers

/// Finds the word that someone meant.
package enum Nearest {
    /// The candidate with the fewest edits to `word`, if at most a third of the longer word would change; the first
    /// of several equals.
    package static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        var best: (candidate: String, edits: Int)?
        // Nobody meant a name by a text of a megabyte, and it is compared with every candidate.
        if word.unicodeScalars.dropFirst(200).isEmpty == false { return nil }
        let sought = word.lowercased()
        let length = word.unicodeScalars.count
        for candidate in candidates {
            let longer = max(length, candidate.unicodeScalars.count)
            // So many edits at least: most names differ too much in length to be compared.
            let least = abs(min(length, longest) - min(candidate.unicodeScalars.count, longest))
            if least * 3 > longer || least >= best?.edits ?? .max { continue }
            let edits = distance(sought, candidate.lowercased())
            if edits * 3 <= longer, edits < best?.edits ?? .max { best = (candidate, edits) }
        }
        return best?.candidate
    }

    /// Words are cut there, so that a long name costs nothing.
    private static let longest = 64

    /// The edits between two words (`EditDistance`), cut where they are long.
    package static func distance(_ first: String, _ second: String) -> Int {
        EditDistance.between(Array(first.unicodeScalars.prefix(longest)), Array(second.unicodeScalars.prefix(longest)))
    }
}
