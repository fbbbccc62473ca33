/// Whether the supplier's own words meet those of the need, or those of others who win such things.
///
/// Three cosines of four-character runs, each with its curve. Name: the title (each run once) with the supplier's name.
/// Kin: what stands out in the names of those who win what is like the query (`KinNames`) with its name. Trade: the title
/// and the labels of its codes with the label of the supplier's industry, or with what the register says that it
/// does, whichever is more alike.
struct WordsSignal: Signal {
    static let name = SignalName.words
    let values: SignalValues
    private let match: MatchContext
    private let names: [Float]
    private let kin: [Float]
    /// By node of the industry tree; 0 for one without a label.
    private let trades: [Float]
    /// By supplier; empty where the register describes nobody.
    private let descriptions: [Float]

    init(_ match: MatchContext) {
        self.match = match
        let words = match.snapshot.words
        let names = words.names.cosines(words.names.vector(Array(Set(match.query.title.grams))))
        let kin = words.names.cosines(KinNames(match.neighbourhood, in: match.snapshot).vector)
        let labels = words.industryLabels.cosines(words.industryLabels.vector(match.query.subject.grams))
        let trades = match.snapshot.industries.labels.map { $0 < 0 ? 0 : labels[Int($0)] }
        let descriptions =
            words.descriptions.isEmpty
            ? [] : words.descriptions.cosines(words.descriptions.vector(match.query.subject.grams))
        self.names = names
        self.kin = kin
        self.trades = trades
        self.descriptions = descriptions
        guard !match.query.title.grams.isEmpty || !match.query.subject.grams.isEmpty else {
            values = .unknown
            return
        }
        let tradeValues = trades.map { Curves.trade($0) }
        var values = match.snapshot.suppliers.industries.map { tradeValues[Int($0)] }
        for supplier in values.indices {
            if !descriptions.isEmpty { values[supplier] = max(values[supplier], Curves.trade(descriptions[supplier])) }
            if names[supplier] > 0 { values[supplier] += Curves.name(names[supplier]) }
            if kin[supplier] > 0 { values[supplier] += Curves.kin(kin[supplier]) }
        }
        self.values = .bySupplier(values)
    }

    func measures(of supplier: Int) -> [String: Float] {
        ["name": names[supplier], "kin": kin[supplier], "trade": trade(of: supplier)]
    }

    private func trade(of supplier: Int) -> Float {
        let label = trades[Int(match.snapshot.suppliers.industries[supplier])]
        return descriptions.isEmpty ? label : max(label, descriptions[supplier])
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil else { return phrases.pick("None of the words is known.", "Inget av orden är känt.") }
        let trade = trade(of: supplier)
        let name = phrases.percent(names[supplier])
        let kin = phrases.percent(kin[supplier])
        return phrases.pick(
            "Of the need's wording, its name shares \(name) and its trade \(phrases.percent(trade)); its name is \(kin) "
                + "like those of the firms that win such things.",
            "Av behovets ordalydelse delar namnet \(name) och verksamheten \(phrases.percent(trade)); namnet liknar till "
                + "\(kin) namnen på dem som vinner sådant.")
    }
}
