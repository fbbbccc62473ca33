/// How lately the supplier won anything: it is still there and still tenders.
///
/// value = exp(-days since its latest win / 120), counted from the latest procurement in the snapshot.
/// Unknown without a dated win.
struct RecencySignal: Signal {
    private static let days: Float = 120

    var name: SignalName { .recency }

    func values(in match: MatchContext) -> SignalValues {
        let table = match.snapshot.procurements
        let count = table.count(upTo: match.query.source.asOf)
        guard count > 0, table.dates[count - 1] != ProcurementTable.unknownDate else { return .unknown }
        let latest = table.dates[count - 1]
        return .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                guard
                    let win = table.awards[supplier].last(where: { match.similar.similarity[Int($0)] > 0 || $0 < count }
                    ),
                    table.dates[Int(win)] != ProcurementTable.unknownDate
                else { return .nan }
                return Logarithm.exponential(-Float(max(0, latest - table.dates[Int(win)])) / Self.days)
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil, let win = match.snapshot.procurements.awards[supplier].last,
            let date = match.snapshot.procurements.date(Int(win))
        else { return phrases.pick("No dated win is known.", "Ingen daterad vinst är känd.") }
        return phrases.pick("Latest known win: \(date).", "Senaste kända vinst: \(date).")
    }
}
