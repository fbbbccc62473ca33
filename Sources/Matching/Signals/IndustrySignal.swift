/// Whether the supplier's industry is one that wins this kind of thing.
///
/// The industries of those who win what is like the query give P(industry | query), smoothed down the SNI tree
/// (`IndustryTree.lifts`). What counts is ln(P / how often the industry wins at all).
/// Unknown for a supplier whose industry the register doesn't give.
struct IndustrySignal: Signal {
    static let name = SignalName.industry
    let bound: SignalBound
    private let match: MatchContext
    private let lifts: [Float]
    /// By node of the industry tree.
    private let classes: [Float]

    init(_ match: MatchContext) {
        self.match = match
        let snapshot = match.snapshot
        let tree = snapshot.industries
        lifts = tree.lifts(
            Influence(
                match.neighbourhood, in: snapshot, count: tree.count, unknown: IndustryTree.unknown
            ) { snapshot.suppliers.industries[$0] },
            background: snapshot.background)
        guard tree.hasIndustries else {
            classes = []
            bound = .unknown
            return
        }
        var classes = lifts.map { Curves.industry($0) }
        classes[Int(IndustryTree.unknown)] = .nan
        self.classes = classes
        bound = .byClass(.industry, classes)
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { classes.isEmpty ? .nan : classes[Int(match.snapshot.suppliers.industries[Int($0)])] }
    }

    func measures(of supplier: Int) -> [String: Float] {
        let leaf = match.snapshot.suppliers.industries[supplier]
        return ["industry": leaf == IndustryTree.unknown ? .nan : lifts[Int(leaf)]]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil else { return phrases.pick(sv: "Branschen är inte känd.", en: "Its industry is not known.") }
        let leaf = match.snapshot.suppliers.industries[supplier]
        let label = match.snapshot.industries.name(of: leaf)
        let times = phrases.times(Logarithm.exponential(lifts[Int(leaf)]))
        return phrases.pick(
            sv:
                "Företag i branschen (\(label)) vinner den här typen av upphandlingar \(times) så ofta som upphandlingar i "
                + "allmänhet.",
            en:
                "Firms of its industry (\(label)) win procurements of this kind \(times) as often as procurements in general."
        )
    }
}
