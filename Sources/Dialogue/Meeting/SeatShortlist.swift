/// The options that a selection weighs: of each class at each table the best, and further ones only when the prices of
/// a solution say that they could better it (column generation).
struct SeatShortlist: Sendable {
    private typealias Ranked = (entrant: Int, option: SeatSelection.Option)

    /// Per entrant.
    private(set) var options: [[SeatSelection.Option]]
    /// Not weighed yet, by table and class, best first.
    private var rest: [ArraySlice<(entrant: Int, option: SeatSelection.Option)>]

    init(_ entrants: [SeatSelection.Entrant], tables: Int, places: Int) {
        options = entrants.map { $0.isForced ? $0.options : [] }
        var ranked: [[Ranked]] = Array(repeating: [], count: tables * 4)
        for (index, entrant) in entrants.enumerated() where !entrant.isForced {
            for option in entrant.options { ranked[option.table * 4 + entrant.kind].append((index, option)) }
        }
        rest = ranked.map { list in
            list.sorted { ($1.option.score, $0.entrant) < ($0.option.score, $1.entrant) }[...]
        }
        // At least one of each, so that every table can be reached and has a price.
        let first = max(4, places / max(1, 2 * tables))
        for index in rest.indices { take(first, at: index) }
    }

    private mutating func take(_ count: Int, at index: Int) {
        for (entrant, option) in rest[index].prefix(count) { options[entrant].append(option) }
        rest[index] = rest[index].dropFirst(count)
    }

    /// Adds every option that would gain, and those ranked before it.
    ///
    /// - Returns: whether there was any.
    mutating func extend(where wouldGain: (_ entrant: Int, SeatSelection.Option) -> Bool) -> Bool {
        var isExtended = false
        for index in rest.indices {
            guard let last = rest[index].lastIndex(where: { wouldGain($0.entrant, $0.option) }) else { continue }
            // Not all at once: the first few will do, and the prices after them tell whether more are needed.
            let count = min(last - rest[index].startIndex + 1, 64)
            take(count, at: index)
            isExtended = true
        }
        return isExtended
    }
}
