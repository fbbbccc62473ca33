/// A count by name, the most first, as a table with a bar beside each count.
struct Tally {
    /// One name and how often it stood.
    struct Line {
        var name: String
        var page: Address?
        var count: Int
    }

    /// What the first column and the table are called.
    let title: String
    let lines: [Line]
    let reader: Reader
    /// How many lines are shown; the rest is counted.
    var most = 12

    /// What the template `tally` shows; `nil` for nothing counted.
    var fields: Fields? {
        let sorted = lines.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        guard let largest = sorted.first?.count else { return nil }
        let rest = sorted.count - most
        return [
            "title": .text(title),
            "lines": Fields.Value(
                sorted.prefix(most).map {
                    [
                        "name": .text($0.name), "page": Fields.Value($0.page?.description),
                        "count": .text(reader.count($0.count)), "width": Fields.Value($0.count * 100 / largest),
                    ]
                }),
            "rest": Fields.Value(rest > 0 ? reader.count(rest) : nil),
        ]
    }
}
