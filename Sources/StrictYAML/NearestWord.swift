import Containers

/// Finds what was meant in a configuration.
package enum NearestWord {
    /// The known word nearest to `word` by edit distance, the first of several; `nil` when none is near enough
    /// (a third of the letters, at least two).
    package static func to(_ word: String, among known: some Sequence<String>) -> String? {
        let limit = max(2, word.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in known {
            // A key written without its section, or in the wrong one, is a key all the same.
            let isMisplaced = candidate.hasSuffix(".\(word.split(separator: ".").last ?? "")")
            let distance = isMisplaced ? 1 : EditDistance.between(letters(of: word), letters(of: candidate))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// `did you mean rpc.socket?`; `nil` when no known word is near enough.
    package static func question(_ word: String, among known: some Sequence<String>) -> String? {
        to(word, among: known).map { "did you mean \($0)?" }
    }

    /// Words are cut, so that a long one costs nothing.
    private static func letters(of word: String) -> [Unicode.Scalar] {
        Array(word.lowercased().unicodeScalars.prefix(64))
    }
}
