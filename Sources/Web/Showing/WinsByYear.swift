import API
import Procurement

/// How many procurements a supplier won each year, as columns of a drawing and as a table.
struct WinsByYear {
    private let counts: [(year: Int, wins: Int)]
    private let reader: Reader

    /// Units of the drawing.
    private static let height = 60
    private static let step = 34

    init(_ awards: [AwardLine], _ reader: Reader) {
        var years: [Int: Int] = [:]
        for award in awards {
            if let year = award.date.flatMap({ Int($0.description.prefix(4)) }) { years[year, default: 0] += 1 }
        }
        // Years without a win are years too; but for a far too early or late date, no more than a generation of them.
        if let last = years.keys.max(), let first = years.keys.filter({ $0 > last - 30 }).min() {
            counts = (first...last).map { ($0, years[$0] ?? 0) }
        } else {
            counts = []
        }
        self.reader = reader
    }

    /// What the page of a supplier draws; `nil` where there are fewer than two years, which is no course.
    var fields: Fields? {
        guard counts.count > 1, let most = counts.map(\.wins).max(), most > 0 else { return nil }
        let columns = counts.enumerated().map { place, count -> Fields in
            let height = count.wins * Self.height / most
            return [
                "x": Fields.Value(place * Self.step + 4), "y": Fields.Value(Self.height - height + 14),
                "height": Fields.Value(height), "middle": Fields.Value(place * Self.step + 17),
                "top": Fields.Value(Self.height - height + 10), "year": Fields.Value(count.year),
                "wins": Fields.Value(count.wins),
            ]
        }
        return [
            "columns": Fields.Value(columns), "width": Fields.Value(counts.count * Self.step),
            "words": .text(
                counts.map { "\($0.year): \(reader.count($0.wins))" }.joined(separator: ", ")),
        ]
    }
}
