/// One reason to put a supplier on the list, measured for one match.
///
/// A signal is a pure function of the snapshot and the query: it never sees the other signals. It measures all suppliers
/// at once when it is made and gives reasons for single ones afterwards. It belongs to the thread that made it.
protocol Signal {
    static var name: SignalName { get }
    init(_ match: MatchContext)
    var values: SignalValues { get }
    /// What the value was reckoned from, by the names that the signal's formula uses; NaN for unknown.
    func measures(of supplier: Int) -> [String: Float]
    /// One sentence on why a supplier has its value (nil: unknown), with facts and numbers.
    func because(_ supplier: Int, value: Float?) -> String
}

/// All signals, in the order of `SignalName`.
enum Signals {
    static var all: [any Signal.Type] {
        [
            ExperienceSignal.self, ScopeSignal.self, IndustrySignal.self, WordsSignal.self, CapacitySignal.self,
            RegionSignal.self, BuyerSignal.self, NamesakeSignal.self, RecordSignal.self, RecencySignal.self,
            GoalsSignal.self, VerdictsSignal.self, NewcomerSignal.self,
        ]
    }
}
