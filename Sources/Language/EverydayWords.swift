/// The table of everyday words: what people say, and what titles, codes and firms call the same thing.
///
/// `blöjor` stands for `inkontinensskydd`: no likeness of letters leads from one to the other. It is read one way only:
/// from what people say to what is written.
package struct EverydayWords: Sendable, Hashable {
    /// Words of one meaning.
    package struct Entry: Sendable, Hashable {
        /// What people say, in the forms that they use; one may be of several words, such as `street lights`.
        package var words: [String]
        /// What is written instead, the most exact first.
        package var means: [String]
        /// Why, by language; may be empty where it is plain.
        package var because: [String: String]

        package init(words: [String], means: [String], because: [String: String] = [:]) {
            self.words = words
            self.means = means
            self.because = because
        }
    }

    package let entries: [Entry]
    /// By folded word.
    private let places: [String: Int]
    /// Of several words, in the order of the table.
    package let phrases: [(words: [String], entry: Int)]

    /// - Parameter entries: where two have the same word, the first holds.
    package init(_ entries: [Entry] = []) {
        self.entries = entries
        var places: [String: Int] = [:]
        var phrases: [(words: [String], entry: Int)] = []
        for (place, entry) in entries.enumerated() {
            for word in entry.words {
                let folded = FoldedText(word).strings
                if let only = folded.first, folded.count == 1 {
                    if places[only] == nil { places[only] = place }
                } else if !folded.isEmpty {
                    phrases.append((folded, place))
                }
            }
        }
        self.places = places
        self.phrases = phrases
    }

    package static func == (left: Self, right: Self) -> Bool { left.entries == right.entries }
    package func hash(into hasher: inout Hasher) { hasher.combine(entries) }

    private static let endings = [
        "s", "n", "t", "r", "en", "et", "an", "ar", "er", "or", "na", "ns", "arna", "erna", "orna", "ans", "ens", "ets",
        "ernas", "arnas", "ornas",
    ].sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    /// A shorter word is itself only.
    private static let shortest = 4

    /// What a word stands for, the most exact first; empty where the table doesn't have it, in that form or with an ending.
    /// - Parameter word: folded.
    package func meaning(of word: String) -> [String] {
        if let place = places[word] { return entries[place].means }
        for ending in Self.endings where word.hasSuffix(ending) && word.count - ending.count >= Self.shortest {
            if let place = places[String(word.dropLast(ending.count))] { return entries[place].means }
        }
        return []
    }

    /// Whether two words are one but for the ending of either.
    package static func areInflected(_ one: String, _ other: String) -> Bool {
        let (short, long) = one.utf8.count <= other.utf8.count ? (one, other) : (other, one)
        return long.hasPrefix(short) && (long == short || endings.contains(String(long.dropFirst(short.count))))
    }
}
