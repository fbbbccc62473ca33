import Containers
import Language
import Procurement

/// Finds places in names and titles: `Umeå kommun`, `Skolskjuts i Ale`, `Region Skåne`, `Kalmar läns …`.
enum Gazetteer {
    /// Which regions touch, by region. Only Sweden's are known.
    static let neighbours: [NUTSCode: Set<NUTSCode>] = {
        Dictionary(
            SwedishPlaces.counties.compactMap { county in
                county.region.map { ($0, Set(county.neighbours.compactMap { SwedishCounty.regions[$0] })) }
            }, uniquingKeysWith: { first, _ in first })
    }()

    /// The places that a text names, in its order; of overlapping names the longest.
    static func places(in text: String) -> [Place] { entries(in: text).map(\.place) }

    /// The places that a text names, as it names them but in small letters.
    static func names(in text: String) -> [String] { entries(in: text).map { $0.words.joined(separator: " ") } }

    private static func entries(in text: String) -> [Entry] {
        let folded = FoldedText(text)
        var found: [Entry] = []
        // Most texts name no place; only for those that may, the words are made texts of their own.
        var words: [String] = []
        var index = 0
        while index < folded.words.count {
            guard let first = firstWords.words.id(of: folded.units[folded.words[index]]) else {
                index += 1
                continue
            }
            if words.isEmpty { words = folded.strings }
            let entries = firstWords.entries[Int(first)]
            // Longest first.
            let match = entries.first { entry in
                words[index...].starts(with: entry.words)
                    && (!entry.isAmbiguous || isConfirmed(words, at: index, entry))
            }
            if let match { found.append(match) }
            index += match?.words.count ?? 1
        }
        return found
    }

    struct Entry {
        let words: [String]
        let place: Place
        let isAmbiguous: Bool
    }

    private static func isConfirmed(_ words: [String], at index: Int, _ entry: Entry) -> Bool {
        let next = index + entry.words.count
        return (index > 0 && confirmingBefore.contains(words[index - 1]))
            || (next < words.count && confirmingBehind.contains(words[next]))
    }

    /// What makes a place of a name that is a word too, before it and behind.
    static let confirmingBefore = ["i"]
    static let confirmingBehind = ["kommun", "kommuns", "stad"]

    /// The words that places begin with, and by number the places that begin so.
    static let firstWords: (words: Vocabulary, entries: [[Entry]]) = {
        var entries: [String: Entry] = [:]
        func add(_ name: String, _ place: Place) {
            let words = FoldedText(name).strings
            let isAmbiguous = SwedishPlaces.ambiguous.contains(words.joined(separator: " "))
            for suffix in ["", "s"] {
                var forms = words
                forms[forms.count - 1] += suffix
                entries[forms.joined(separator: " ")] = Entry(words: forms, place: place, isAmbiguous: isAmbiguous)
            }
        }
        for county in SwedishPlaces.counties {
            guard let region = county.region else { continue }
            let place = Place(region: region)
            let isAlsoTown = ["Stockholm", "Uppsala", "Jönköping", "Kalmar", "Örebro"].contains(county.name)
            if !isAlsoTown { add(county.name, place) }
            for other in county.alsoKnownAs { add(other, place) }
            for name in [county.name, county.name + "s"] {
                for whole in ["\(name) län", "region \(name)", "länsstyrelsen \(name)", "region \(name) län"] {
                    add(whole, place)
                }
            }
        }
        for county in SwedishPlaces.counties {
            guard let region = county.region else { continue }
            for municipality in county.municipalities.split(separator: ",") {
                let parts = municipality.split(separator: " ", maxSplits: 1)
                guard parts.count == 2, let number = UInt16(parts[0]) else { continue }
                add(String(parts[1]), Place(region: region, municipality: UInt16(county.code) * 100 + number))
            }
        }
        var words = Vocabulary()
        var byWord: [[Entry]] = []
        for (word, group) in Dictionary(grouping: entries.values, by: { $0.words[0] }).sorted(by: { $0.key < $1.key }) {
            _ = words.intern(Array(word.utf16)[...])
            byWord.append(
                group.sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) })
        }
        return (words, byWord)
    }()
}
