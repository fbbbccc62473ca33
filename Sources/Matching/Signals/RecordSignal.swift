/// How much the supplier has won at all: who tenders often is likelier to tender again.
///
/// ln(1 + wins).
struct RecordSignal: Signal {
    var name: SignalName { .record }

    func values(in match: MatchContext) -> SignalValues {
        .byClass(
            .wins, (0...SupplierClass.mostWins).map { Curves.record(Logarithm.natural(1 + Float($0))) },
            exceptions: match.silencedWinners.map {
                ($0, Curves.record(Logarithm.natural(1 + Float(match.awardCount(of: Int($0))))))
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let wins = match.awardCount(of: supplier)
        return match.phrases.pick("Known wins of any kind: \(wins).", "Kända vinster av alla slag: \(wins).")
    }
}
