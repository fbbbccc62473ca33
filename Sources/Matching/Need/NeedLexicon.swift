import Language

/// How a need's words stand in the titles of past procurements.
struct NeedLexicon: Sendable {
    let snapshot: IndexSnapshot

    /// A word's first letters must be so many to be looked for in longer words: `tolk` in `tolktjänst`.
    private static let shortestBeginning = 4
    /// An English word is seldom the beginning of a Swedish one that means the same: `staff` isn't `Staffansskolan`.
    private static let shortestEnglishBeginning = 6
    /// A word's last letters must be so many to be looked for as what it is: `boende` in `äldreboende`.
    private static let shortestEnding = 5
    /// A word that so many titles have needs no other.
    private static let enough = 2
    private static let mostKin = 2

    /// How many titles have the word as a whole or, for a compound, its last part, which says what it is.
    func holders(of word: String) -> Int {
        let parts = snapshot.words.lexicon.read(FoldedText(word)).parts
        return [parts.last, parts.dropLast().last].compactMap { $0 }.map { snapshot.words.parts.holders(of: $0) }.max()
            ?? 0
    }

    /// For a word that few titles have: the most frequent stems that begin as it does, or that it ends in.
    func kin(of word: String, holders: Int, isEnglish: Bool) -> [String] {
        guard holders < Self.enough else { return [] }
        let lexicon = snapshot.words.lexicon
        let stem = lexicon.stem(word)
        guard stem.count >= (isEnglish ? Self.shortestEnglishBeginning : Self.shortestBeginning) else { return [] }
        var kin: [(stem: String, holders: Int)] = []
        for part in 0..<Int32(lexicon.parts.count) {
            let other = lexicon.parts[part]
            let isKin =
                other.count > stem.count
                ? other.starts(with: stem)
                : other.count >= Self.shortestEnding && other.count < stem.count
                    && stem.suffix(other.count).elementsEqual(other)
            if isKin { kin.append((lexicon.parts.string(part), snapshot.words.parts.holders(of: part))) }
        }
        return kin.filter { $0.holders > 0 }.sorted { ($1.holders, $0.stem) < ($0.holders, $1.stem) }
            .prefix(Self.mostKin).map(\.stem)
    }
}
