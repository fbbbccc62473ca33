import Language
import Procurement

/// The needs that the office has kept, to find those that are like another. Read with the analyser of one snapshot, and never
/// changed.
///
/// An earlier need is like a text as far as it has what the text seeks: Σ weight · match / Σ weight over the text's sought words,
/// each read and weighed as in a need that is explored (`Question`, `SoughtWord`), with compounds, everyday words and stems. It
/// is no symmetric measure: what an earlier need says beside that takes nothing away.
package struct EarlierNeeds: Sendable {
    /// An earlier need that is like a text.
    package struct Like: Sendable, Hashable {
        package var id: Int64
        /// From `least` to 1.
        package var likeness: Double
        /// The words of the text that it has, the weightiest first.
        package var words: [String]
    }

    /// What an earlier need has to have of what a text seeks: the half, by weight. Of 25 needs against as many kept ones on
    /// the notices of a year, 13 found the one that seeks the same (`laddstolpar till hemtjänstens bilar` and
    /// `Laddinfrastruktur för elbilar i hemtjänsten`: 0.77; `begagnade möbler` and `Återbrukade kontorsmöbler`: 0.52) and one
    /// found another (`AI-stöd för handläggare` one that names AI by the way: 0.67); docs/desk.md has those that were missed.
    package static let least = 0.5

    /// Characters of each need that are read: what is sought stands first.
    private static let longest = 4000
    /// Words that are shown of each.
    private static let mostWords = 6

    private let needs: [(id: Int64, spoken: SpokenWords)]

    /// None.
    package init() { needs = [] }

    /// - Parameter needs: by id, each with its words.
    package init(_ needs: [(id: Int64, text: String)], in snapshot: IndexSnapshot) {
        self.needs = needs.map { need in
            (id: need.id, spoken: SpokenWords([String(need.text.prefix(Self.longest))], in: snapshot.questions))
        }
    }

    package var isEmpty: Bool { needs.isEmpty }

    /// Those that are like a text, the most alike first, of the equally alike the latest.
    ///
    /// - Parameter except: one that isn't looked at.
    package func like(
        _ text: String, except: Int64? = nil, most: Int = 5, in snapshot: IndexSnapshot
    ) -> [Like] {
        if isEmpty { return [] }
        let question = Question(MatchQuery(need: text), in: snapshot)
        let whole = question.words.reduce(Float(0)) { $0 + $1.weight }
        guard whole > 0 else { return [] }
        var found: [Like] = []
        for need in needs where need.id != except {
            let matches = question.words.map { (word: $0, match: $0.match(in: need.spoken)) }
            let likeness = Double(matches.reduce(Float(0)) { $0 + $1.word.weight * $1.match } / whole)
            guard likeness >= Self.least else { continue }
            let shared = matches.filter { $0.match >= 0.5 }.enumerated().sorted {
                ($1.element.word.weight, $0.offset) < ($0.element.word.weight, $1.offset)
            }
            var words: [String] = []
            for (_, element) in shared where !words.contains(element.word.text) { words.append(element.word.text) }
            found.append(Like(id: need.id, likeness: min(likeness, 1), words: Array(words.prefix(Self.mostWords))))
        }
        return Array(found.sorted { ($1.likeness, $1.id) < ($0.likeness, $0.id) }.prefix(most))
    }
}
