/// Everything that is wrong with a mapping file, in the order of its lines.
package struct FeedMappingError: Error, Hashable, CustomStringConvertible {
    package var problems: [FeedMappingProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One thing that is wrong with a mapping file, for whoever wrote it.
package struct FeedMappingProblem: Hashable, Sendable, CustomStringConvertible {
    package var file: String
    /// From 1.
    package var line: Int?
    /// Such as `lots.value-currency`; `nil` where no key is to blame.
    package var key: String?
    /// What is wrong and what would be right.
    package var message: String

    /// `config/feeds/tendsign.yaml:12: lots.titel: unknown key; did you mean “title”?`
    package var description: String {
        [line.map { "\(file):\($0)" } ?? file, key, message].compactMap { $0 }.joined(separator: ": ")
    }
}

/// Gathers the problems of one file while it is read on.
struct MappingProblems {
    let file: String
    private(set) var list: [FeedMappingProblem] = []

    init(file: String) { self.file = file }

    mutating func add(_ message: String, key: String?, line: Int?) {
        list.append(
            FeedMappingProblem(file: file, line: line, key: key.flatMap { $0.isEmpty ? nil : $0 }, message: message))
    }

    /// Says that `word` isn't known, and which known word is nearest.
    mutating func addUnknown(_ what: String, _ word: String, among known: [String], key: String?, line: Int?) {
        let nearest = known.map { (word: $0, distance: Self.distance($0, word.lowercased())) }
            .min { ($0.distance, $0.word) < ($1.distance, $1.word) }
        if let nearest, nearest.distance <= max(2, word.count / 3) {
            add("unknown \(what); did you mean “\(nearest.word)”?", key: key, line: line)
        } else {
            add("unknown \(what); known are \(known.sorted().joined(separator: ", "))", key: key, line: line)
        }
    }

    /// Levenshtein's distance: how many letters must change.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in right.indices {
                let change = diagonal + (right[place] == letter ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(change, diagonal + 1, row[place] + 1)
            }
        }
        return row[right.count]
    }
}
