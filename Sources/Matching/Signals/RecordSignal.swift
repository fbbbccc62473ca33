/// How much the supplier has won at all: who tenders often is likelier to tender again.
///
/// ln(1 + procurements won). The sentence gives its wins besides, as finds and profiles count them, where it won several
/// lots of one.
struct RecordSignal: Signal {
    static let name = SignalName.record
    let bound: SignalBound
    private let match: MatchContext

    init(_ match: MatchContext) {
        self.match = match
        bound = .byClass(
            .wins, (0...SupplierClass.mostWins).map { Curves.record(Logarithm.natural(1 + Float($0))) },
            exceptions: match.silencedWinners.map {
                .init(supplier: $0, value: Curves.record(Logarithm.natural(1 + Float(match.awardCount(of: Int($0))))))
            })
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { Curves.record(Logarithm.natural(1 + Float(match.awardCount(of: Int($0))))) }
    }

    func measures(of supplier: Int) -> [String: Float] {
        ["record": Logarithm.natural(1 + Float(match.awardCount(of: supplier)))]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let (wins, procurements) = (match.winCount(of: supplier), match.awardCount(of: supplier))
        if wins == procurements {
            return match.phrases.pick(
                sv: "Kända vinster av alla slag: \(wins).", en: "Known wins of any kind: \(wins).")
        }
        return match.phrases.pick(
            sv: "Kända vinster av alla slag: \(wins), i \(procurements) upphandlingar.",
            en: "Known wins of any kind: \(wins), in \(procurements) procurements.")
    }
}
