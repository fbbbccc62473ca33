import Containers
import Language

/// Finds what `Gazetteer.places` finds in texts whose words a vocabulary numbers, without reading the texts again.
struct PlaceFinder: Sendable {
    /// The name of a place in numbers of words.
    private struct Name {
        let words: [Int32]
        let place: Place
        let isAmbiguous: Bool
    }

    /// By word: where in `names` those are that begin with it; -1 for none.
    private let beginnings: [Int32]
    /// The longest first.
    private let names: [[Name]]
    /// Words that confirm an ambiguous name before it, or behind.
    private let before: [Int32]
    private let behind: [Int32]

    init(_ vocabulary: Vocabulary) {
        func number(_ word: String) -> Int32? { vocabulary.id(of: Array(word.utf16)[...]) }
        var beginnings = [Int32](repeating: -1, count: vocabulary.count)
        var names: [[Name]] = []
        for entries in Gazetteer.firstWords.entries {
            guard let word = entries.first.flatMap({ number($0.words[0]) }) else { continue }
            // A name is in no text where one of its words is in none.
            let known = entries.compactMap { entry -> Name? in
                let words = entry.words.compactMap(number)
                return words.count < entry.words.count
                    ? nil : Name(words: words, place: entry.place, isAmbiguous: entry.isAmbiguous)
            }
            guard !known.isEmpty else { continue }
            beginnings[Int(word)] = Int32(names.count)
            names.append(known)
        }
        self.beginnings = beginnings
        self.names = names
        before = Gazetteer.confirmingBefore.compactMap(number)
        behind = Gazetteer.confirmingBehind.compactMap(number)
    }

    /// The first place that a text names.
    func first(in text: ArraySlice<Int32>) -> Place? {
        var index = text.startIndex
        return next(in: text, from: &index)
    }

    /// The last place that a text names.
    func last(in text: ArraySlice<Int32>) -> Place? {
        var index = text.startIndex
        var last: Place?
        while let place = next(in: text, from: &index) { last = place }
        return last
    }

    private func next(in text: ArraySlice<Int32>, from index: inout Int) -> Place? {
        while index < text.endIndex {
            let beginning = beginnings[Int(text[index])]
            if beginning >= 0 {
                for name in names[Int(beginning)]
                where text[index...].starts(with: name.words)
                    && (!name.isAmbiguous || isConfirmed(text, at: index, words: name.words.count))
                {
                    index += name.words.count
                    return name.place
                }
            }
            index += 1
        }
        return nil
    }

    private func isConfirmed(_ text: ArraySlice<Int32>, at index: Int, words: Int) -> Bool {
        (index > text.startIndex && before.contains(text[index - 1]))
            || (index + words < text.endIndex && behind.contains(text[index + words]))
    }
}
