/// How lately the supplier won anything: it is still there and still tenders.
///
/// exp(-days since its latest win / 120), counted from the latest procurement in the snapshot. Unknown without a dated
/// win.
struct RecencySignal: Signal {
    private static let days: Float = 120

    static let name = SignalName.recency
    let values: SignalValues
    private let match: MatchContext

    init(_ match: MatchContext) {
        self.match = match
        guard let latest = match.snapshot.background.latest else {
            values = .unknown
            return
        }
        let table = match.snapshot.procurements
        values = .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                guard let win = match.awards(of: supplier).last,
                    table.dates[Int(win)] != ProcurementTable.unknownDate
                else { return .nan }
                return Logarithm.exponential(-Float(max(0, latest - table.dates[Int(win)])) / Self.days)
            })
    }

    func measures(of supplier: Int) -> [String: Float] {
        ["recency": values.value(of: supplier, in: match.snapshot) ?? .nan]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil, let win = match.awards(of: supplier).last,
            let date = match.snapshot.procurements.date(Int(win))
        else { return phrases.pick("No dated win is known.", "Ingen daterad vinst är känd.") }
        return phrases.pick("Latest known win: \(date).", "Senaste kända vinst: \(date).")
    }
}
