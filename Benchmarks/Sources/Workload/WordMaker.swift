import Containers

/// Words that look Swedish: stems of two or three syllables, and compounds of two stems, every third with a binding s.
package enum WordMaker {
    private static let onsets = [
        "b", "br", "d", "dr", "f", "fl", "fr", "g", "gr", "h", "j", "k", "kl", "kr", "kv", "l", "m", "n", "p", "pl",
        "pr", "r", "s", "sk", "sl", "sm", "sn", "sp", "st", "str", "sv", "t", "tr", "v",
    ]
    private static let vowels = ["a", "e", "i", "o", "u", "y", "å", "ä", "ö"]
    private static let codas = [
        "", "", "", "d", "g", "k", "l", "ll", "m", "n", "nd", "ng", "r", "rd", "rk", "s", "st", "t",
    ]
    private static let endings = ["a", "ar", "else", "er", "het", "ing", "ning", "or", "skap", "t"]
    private static let stemShare = 0.2

    /// So many different words; the first are stems, as the most frequent words of a language are.
    package static func words(_ count: Int, seed: UInt64) -> [String] {
        var generator = SplitMix64(seed: seed)
        var words: [String] = []
        var seen: Set<String> = []
        let stems = max(50, Int(Double(count) * stemShare))
        while words.count < count {
            let word = words.count < stems ? stem(&generator) : compound(of: words.prefix(stems), &generator)
            if seen.insert(word).inserted { words.append(word) }
        }
        return words
    }

    private static func stem(_ generator: inout SplitMix64) -> String {
        var word = ""
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
            word += pick(onsets, &generator) + pick(vowels, &generator) + pick(codas, &generator)
        }
        return word + pick(onsets, &generator) + pick(endings, &generator)
    }

    private static func compound(of stems: ArraySlice<String>, _ generator: inout SplitMix64) -> String {
        let parts = (0..<2).map { _ in stems[Int.random(in: stems.indices, using: &generator)] }
        return parts.joined(separator: Int.random(in: 0..<3, using: &generator) == 0 ? "s" : "")
    }

    private static func pick(_ items: [String], _ generator: inout SplitMix64) -> String {
        items[Int.random(in: items.indices, using: &generator)]
    }
}
