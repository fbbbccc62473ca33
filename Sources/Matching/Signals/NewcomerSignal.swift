/// A supplier without any known win is an opportunity: with a weight above zero it is lifted, never barred.
///
/// value = 1 without a known win, else 0.
struct NewcomerSignal: Signal {
    var name: SignalName { .newcomer }

    func values(in match: MatchContext) -> SignalValues {
        .byClass(
            .wins, [1] + [Float](repeating: 0, count: SupplierClass.mostWins),
            exceptions: match.silencedWinners.map { ($0, match.awardCount(of: Int($0)) == 0 ? 1 : 0) })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        match.awardCount(of: supplier) == 0
            ? match.phrases.pick("No win is known: a newcomer.", "Ingen vinst är känd: en ny leverantör.")
            : match.phrases.pick("Has won before.", "Har vunnit tidigare.")
    }
}
