/// What was decided on the supplier for needs like this one (`feedback.record`).
///
/// accepted / (accepted + rejected), where the latest word of each person on each need counts once and suggestions count
/// for nothing: with nothing but rejections 0, with nothing but acceptances 1. Only needs that are like this one speak
/// (`VerdictTable`): a rejection doesn't follow a supplier to other needs. Unknown where nothing was decided. Its weight is
/// bounded by what else is known of the supplier (`ScoreSheet.mostOfFeedback`).
struct VerdictsSignal: Signal {
    static let name = SignalName.verdicts
    let bound: SignalBound
    private let match: MatchContext
    private let accepted: SupplierSums
    private let rejected: SupplierSums
    private let people: SupplierSums

    init(_ match: MatchContext) {
        self.match = match
        var accepted = SupplierSums()
        var rejected = accepted
        var people = accepted
        var counted = Set<SIMD2<Int32>>()
        for decision in match.snapshot.verdicts.decisions(on: match.query, in: match.snapshot) {
            if decision.isAccepted {
                accepted.add(1, to: decision.supplier)
            } else {
                rejected.add(1, to: decision.supplier)
            }
            if counted.insert(SIMD2(decision.supplier, decision.person)).inserted {
                people.add(1, to: decision.supplier)
            }
        }
        self.accepted = accepted
        self.rejected = rejected
        self.people = people
        let decided = Set(accepted.touched + rejected.touched).sorted()
        bound =
            decided.isEmpty
            ? .unknown
            : .byClass(
                .all, [.nan],
                exceptions: decided.map {
                    .init(supplier: $0, value: accepted[$0] / (accepted[$0] + rejected[$0]))
                })
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { supplier in
            let (yes, no) = (accepted[supplier], rejected[supplier])
            return yes + no > 0 ? yes / (yes + no) : .nan
        }
    }

    /// The most: how much a verdict weighs is known with all else alone, and one that lowers a score may weigh nothing.
    func ceilings(of suppliers: [Int32]) -> [Float] { values(of: suppliers).map { $0.isNaN ? .nan : 1 } }

    /// How often the supplier was accepted and rejected, by how many people; nil where nobody decided anything.
    func tally(of supplier: Int) -> (accepted: Int, rejected: Int, people: Int)? {
        let number = Int32(supplier)
        let (yes, no) = (Int(accepted[number]), Int(rejected[number]))
        return yes + no > 0 ? (yes, no, Int(people[number])) : nil
    }

    func measures(of supplier: Int) -> [String: Float] {
        ["verdicts": value(of: supplier)]
    }

    /// How many, never by whom nor why: that is for those who may list feedback.
    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil, let (yes, no, people) = tally(of: supplier) else {
            return phrases.pick(
                sv: "Ingen har tagit ställning till företaget för ett sådant här behov.",
                en: "Nothing was decided on it for a need like this.")
        }
        return phrases.pick(
            sv:
                "För behov som detta har företaget godtagits \(phrases.occasions(yes)) och avvisats \(phrases.occasions(no)), "
                + (people == 1 ? "av en person." : "av \(people) personer."),
            en:
                "For needs like this one it was accepted \(phrases.occasions(yes)) and rejected \(phrases.occasions(no)), "
                + (people == 1 ? "by one person." : "by \(people) people."))
    }
}
