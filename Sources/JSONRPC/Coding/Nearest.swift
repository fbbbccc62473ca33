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

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    package static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.unicodeScalars.prefix(longest))
        let b = Array(second.unicodeScalars.prefix(longest))
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var edits = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, beforeLast[j - 1] + 1) }
                row.append(edits)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
