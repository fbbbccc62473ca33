/// Whether firms of this size win this kind of thing.
///
/// ln(P(size | query) / the class's share of all suppliers): how likely a firm of that size is to win, against any
/// firm. P starts from five neighbours spread as all wins are. Unknown for a supplier whose size is unknown, or known
/// only as small or medium-sized.
struct CapacitySignal: Signal {
    private static let prior: Float = 5
    /// The classes that exclude one another.
    private static let classes: [SizeClass] = [.micro, .small, .medium, .large]

    static let name = SignalName.capacity
    let bound: SignalBound
    private let match: MatchContext
    /// By size class.
    private let lifts: [Float]
    private let values: [Float]

    init(_ match: MatchContext) {
        self.match = match
        let background = match.snapshot.background
        let influence = Influence(
            match.neighbourhood, in: match.snapshot, count: SizeClass.allCases.count,
            unknown: Int32(SizeClass.unknown.rawValue)
        ) { Int32(match.snapshot.suppliers.sizes[$0].withoutSME.rawValue) }
        let known = Self.classes.map { Int($0.rawValue) }
        let wins = known.reduce(Float(known.count)) { $0 + background.sizeWins[$1] }
        let members = known.reduce(Float(0)) { $0 + background.sizeMembers[$1] }
        var lifts = [Float](repeating: 0, count: SizeClass.allCases.count)
        var classes = [Float](repeating: .nan, count: SizeClass.allCases.count)
        for size in known where background.sizeMembers[size] > 0 {
            let base = (background.sizeWins[size] + 1) / wins
            let estimate =
                (influence.effective * influence.shares[size] + Self.prior * base) / (influence.effective + Self.prior)
            lifts[size] = Logarithm.natural(estimate / (background.sizeMembers[size] / members))
            classes[size] = Curves.capacity(lifts[size])
        }
        self.lifts = lifts
        values = classes
        bound = members > 0 ? .byClass(.size, classes) : .unknown
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { values[Int(match.snapshot.suppliers.sizes[Int($0)].rawValue)] }
    }

    func measures(of supplier: Int) -> [String: Float] {
        let size = match.snapshot.suppliers.sizes[supplier].withoutSME.rawValue
        return ["size": size == 0 ? .nan : lifts[Int(size)]]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        let size = match.snapshot.suppliers.sizes[supplier]
        guard value != nil, let known = size.size else {
            return phrases.pick(sv: "Storleken är inte känd.", en: "Its size is not known.")
        }
        let times = phrases.times(Logarithm.exponential(lifts[Int(size.rawValue)]))
        return phrases.pick(
            sv: "Det är ett \(phrases.size(known)); ett sådant vinner detta \(times) så ofta som företag i allmänhet.",
            en:
                "It is \(phrases.size(known)); such a firm wins this kind of thing \(times) as often as firms in general."
        )
    }
}
