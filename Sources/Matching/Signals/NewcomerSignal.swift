/// A supplier without any known win is an opportunity: with a weight above zero it is lifted, never barred.
///
/// 1 without a known win, else 0.
struct NewcomerSignal: Signal {
    static let name = SignalName.newcomer
    let bound: SignalBound
    private let match: MatchContext

    init(_ match: MatchContext) {
        self.match = match
        bound = .byClass(
            .wins, [1] + [Float](repeating: 0, count: SupplierClass.mostWins),
            exceptions: match.silencedWinners.map {
                .init(supplier: $0, value: match.awardCount(of: Int($0)) == 0 ? 1 : 0)
            })
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { match.awardCount(of: Int($0)) == 0 ? 1 : 0 }
    }

    func measures(of supplier: Int) -> [String: Float] {
        ["newcomer": value(of: supplier)]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        match.awardCount(of: supplier) == 0
            ? match.phrases.pick(sv: "Ingen vinst är känd: en ny leverantör.", en: "No win is known: a newcomer.")
            : match.phrases.pick(sv: "Har vunnit tidigare.", en: "Has won before.")
    }
}
