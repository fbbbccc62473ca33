/// One reason to put a supplier on the list.
///
/// A signal is a pure function of the snapshot and the query. It never sees the other signals.
protocol Signal: Sendable {
    var name: SignalName { get }
    func values(in match: MatchContext) -> SignalValues
    /// One sentence on why a supplier has its value (nil: unknown), with facts and numbers.
    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String
}

/// All signals, in the order of `SignalName`.
enum Signals {
    static let all: [any Signal] = [
        ExperienceSignal(), WordingSignal(), ScopeSignal(), IndustrySignal(), WordsSignal(), CapacitySignal(),
        RegionSignal(), BuyerSignal(), RecordSignal(), RecencySignal(), GoalsSignal(), NewcomerSignal(),
    ]
}
