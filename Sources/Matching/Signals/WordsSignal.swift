/// Whether the supplier's own words meet those of the need, or those of others who win such things.
///
/// Three cosines of four-character runs, each with its curve. Name: the title (each run once) with the supplier's name.
/// Kin: what stands out in the names of those who win what is like the query (`WinnerNames`) with its name. Trade: the title
/// and the labels of its codes with the label of the supplier's industry, or with what the register says that it
/// does, whichever is more alike.
struct WordsSignal: Signal {
    static let name = SignalName.words
    let bound: SignalBound
    private let match: MatchContext
    /// The vectors that are compared with names: the title's, and what stands out in the winners' (`WinnerNames`).
    private let names: TermVectors.ExpandedVector
    /// By node of the industry tree; 0 for one without a label.
    private let trades: [Float]
    private let tradeValues: [Float]

    init(_ match: MatchContext) {
        self.match = match
        let words = match.snapshot.words
        names = .init(
            (words.names.vector(Array(Set(match.query.title.grams))), words.names),
            (WinnerNames(match.neighbourhood, in: match.snapshot).vector, words.names))
        let labels = words.industryLabels.cosines(words.industryLabels.vector(match.query.subject.grams))
        trades = match.snapshot.industries.labels.map { $0 < 0 ? 0 : labels[Int($0)] }
        tradeValues = trades.map { Curves.trade($0) }
        let isKnown = !match.query.title.grams.isEmpty || !match.query.subject.grams.isEmpty
        bound = isKnown ? .known(most: Curves.name.most + Curves.kin.most + Curves.trade.most) : .unknown
    }

    func values(of suppliers: [Int32]) -> [Float] {
        values(of: suppliers, match.descriptions(of: suppliers).map { Curves.trade($0) })
    }

    /// As if each description were as alike as can be: descriptions are long.
    func ceilings(of suppliers: [Int32]) -> [Float] {
        let most = match.snapshot.words.descriptions.isEmpty ? 0 : Curves.trade.most
        return values(of: suppliers, [Float](repeating: most, count: suppliers.count))
    }

    private func values(of suppliers: [Int32], _ descriptions: [Float]) -> [Float] {
        guard case .known = bound else { return suppliers.map { _ in .nan } }
        let names = match.snapshot.words.names.cosines(suppliers, names)
        let industries = match.snapshot.suppliers.industries
        return suppliers.indices.map { position in
            var value = max(tradeValues[Int(industries[Int(suppliers[position])])], descriptions[position])
            if names[position].x > 0 { value += Curves.name(names[position].x) }
            if names[position].y > 0 { value += Curves.kin(names[position].y) }
            return value
        }
    }

    func measures(of supplier: Int) -> [String: Float] {
        let names = likeness(ofName: supplier)
        return ["name": names.x, "kin": names.y, "trade": trade(of: supplier)]
    }

    /// Of its name with the title and with the names of those who win such things.
    private func likeness(ofName supplier: Int) -> SIMD2<Float> {
        match.snapshot.words.names.cosines([Int32(supplier)], names)[0]
    }

    private func trade(of supplier: Int) -> Float {
        max(
            trades[Int(match.snapshot.suppliers.industries[supplier])],
            match.descriptions(of: [Int32(supplier)])[0])
    }

    func because(_ supplier: Int, value: Float?) -> String {
        reasons(of: [Int32(supplier)], values: [value ?? .nan])[0]
    }

    /// Cosines are sooner had of all at once.
    func reasons(of suppliers: [Int32], values: [Float]) -> [String] {
        let phrases = match.phrases
        let names = match.snapshot.words.names.cosines(suppliers, names)
        let described = match.descriptions(of: suppliers)
        return suppliers.indices.map { place in
            guard !values[place].isNaN else {
                return phrases.pick(sv: "Inget av orden är känt.", en: "None of the words is known.")
            }
            let label = trades[Int(match.snapshot.suppliers.industries[Int(suppliers[place])])]
            let (name, kin) = (phrases.percent(names[place].x), phrases.percent(names[place].y))
            let trade = phrases.percent(max(label, described[place]))
            return phrases.pick(
                sv: "Av behovets ordalydelse delar namnet \(name) och verksamheten \(trade); namnet liknar till "
                    + "\(kin) namnen på dem som vinner sådant.",
                en: "Of the need's wording, its name shares \(name) and its trade \(trade); its name is \(kin) "
                    + "like those of the firms that win such things.")
        }
    }
}
