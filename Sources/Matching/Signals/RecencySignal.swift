/// How lately the supplier won anything: it is still there and still tenders.
///
/// exp(-days since its latest win / 120), counted from the latest procurement in the snapshot. Unknown without a dated
/// win.
struct RecencySignal: Signal {
    private static let days: Float = 120

    static let name = SignalName.recency
    let bound: SignalBound
    private let match: MatchContext

    init(_ match: MatchContext) {
        self.match = match
        bound = match.snapshot.background.latest == nil ? .unknown : .any(most: 1)
    }

    func values(of suppliers: [Int32]) -> [Float] {
        guard let latest = match.snapshot.background.latest else { return suppliers.map { _ in .nan } }
        let dates = match.snapshot.procurements.dates
        return suppliers.map { supplier in
            guard let win = match.awards(of: Int(supplier)).last, dates[Int(win)] != ProcurementTable.unknownDate
            else { return .nan }
            return Logarithm.exponential(-Float(max(0, latest - dates[Int(win)])) / Self.days)
        }
    }

    func measures(of supplier: Int) -> [String: Float] {
        ["recency": value(of: supplier)]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil, let win = match.awards(of: supplier).last,
            let date = match.snapshot.procurements.date(Int(win))
        else { return phrases.pick(sv: "Ingen daterad vinst är känd.", en: "No dated win is known.") }
        return phrases.pick(sv: "Senaste kända vinst: \(date).", en: "Latest known win: \(date).")
    }
}
