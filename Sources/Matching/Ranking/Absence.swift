import Procurement

/// Why a supplier stands where it stands, whether or not that is on the list, and what would change it.
package struct Standing: Sendable, Hashable {
    /// With its rank among all suppliers that the filter lets through; nil when the filter leaves it out.
    package var match: Match?
    /// How many suppliers were scored.
    package var considered: Int
    /// The score of the last place on the list, when the supplier isn't on it.
    package var scoreOfLastPlace: Points?
    /// Sentences: what keeps it off the list, and what would change that, the largest gain first.
    package var reasons: [String]
}

extension Ranker {
    /// Where one supplier stands for a query, and why.
    /// - Returns: nil for a supplier that the snapshot doesn't know.
    package func standing(
        of supplier: SupplierID, for query: MatchQuery, _ options: MatchOptions = MatchOptions()
    ) -> Standing? {
        guard let number = snapshot.suppliers.number(of: supplier) else { return nil }
        let scoring = Scoring(query, in: snapshot, options: options)
        let phrases = scoring.context.phrases
        if let objection = options.filter.obstacle(to: number, in: snapshot) {
            return Standing(
                match: nil, considered: scoring.considered, scoreOfLastPlace: nil,
                reasons: [phrases.objection(objection, size: snapshot.suppliers.sizes[number].size)])
        }
        let rank = scoring.rank(of: number)
        let match = scoring.match(number, rank: rank)
        let order = scoring.order(limit: options.limit)
        guard !order.contains(number), let last = order.last else {
            return Standing(match: match, considered: scoring.considered, scoreOfLastPlace: nil, reasons: [])
        }
        let needed = Points(millionths: Int(scoring.scores[last]))
        return Standing(
            match: match, considered: scoring.considered, scoreOfLastPlace: needed,
            reasons: [phrases.gap(rank: rank, score: match.score, limit: order.count, needed: needed)]
                + scoring.shortfalls(of: number, against: last))
    }
}

extension Scoring {
    private static let leastTold = Points(millionths: 10_000)

    /// One sentence for each signal where the supplier has fewer points than another, the largest difference first;
    /// without what is next to nothing and what a firm can do nothing about.
    func shortfalls(of supplier: Int, against other: Int) -> [String] {
        let own = signalScores(supplier)
        let theirs = signalScores(other)
        return zip(own, theirs).map { ($0.name, $1.points - $0.points) }
            .filter { $0.1 >= Self.leastTold }
            .sorted { $0.1 > $1.1 }
            .compactMap { context.phrases.shortfall($0, behind: $1) }
    }
}

extension FirmStatus {
    /// Why a firm that is gone is in no list.
    package func absence(in language: TextLanguage) -> String {
        BilingualText(sv: "Finns inte i några listor. " + sentence.sv, en: "In no list. " + sentence.en)
            .text(in: language)
    }
}

extension Phrases {
    func objection(_ objection: SupplierFilter.Objection, size: SupplierSize?) -> String {
        switch objection {
        case .size:
            size.map {
                pick(sv: "Bortfiltrerad: \(self.size($0)).", en: "Left out by the filter: it is \(self.size($0)).")
            }
                ?? pick(
                    sv: "Bortfiltrerad: storleken är inte känd.", en: "Left out by the filter: its size is not known.")
        case .region:
            pick(sv: "Bortfiltrerad: inte känd i regionen.", en: "Left out by the filter: not known in the region.")
        case .country:
            pick(
                sv: "Bortfiltrerad: inte känd i landet.", en: "Left out by the filter: not known in the country.")
        case .masked:
            pick(
                sv: "Finns inte i några listor: namnet står i stället för ett namn som inte lämnas ut.",
                en: "In no list: the name stands for one that is withheld.")
        case .authority:
            pick(
                sv: "Finns inte i några listor: det är en myndighet, kommun eller region.",
                en: "In no list: it is a public authority, not a supplier to turn to.")
        case .gone(let status):
            (status ?? FirmStatus(.deregistered)).absence(in: language)
        case .newcomer:
            pick(sv: "Bortfiltrerad av filtret på nya leverantörer.", en: "Left out by the filter on newcomers.")
        case .notNamed:
            pick(sv: "Inte bland dem som urvalet nämner.", en: "Not among those that the filter names.")
        case .asked:
            pick(
                sv: "Har bjudits in förut, eller vunnit hos köparen.",
                en: "Was invited before, or has won from the buyer.")
        case .excluded: pick(sv: "Undantagen vid namn.", en: "Excluded by name.")
        }
    }

    func gap(rank: Int, score: Points, limit: Int, needed: Points) -> String {
        pick(
            sv: "Plats \(rank) med \(points(score)); plats \(limit) har \(points(needed)).",
            en: "Ranked \(rank) with \(points(score)); place \(limit) has \(points(needed)).")
    }

    /// Nil for what a firm can do nothing about, such as its name.
    func shortfall(_ signal: SignalName, behind difference: Points) -> String? {
        let change: String? =
            switch signal {
            case .experience: pick(sv: "En vinst i något liknande skulle", en: "A win in something like this would")
            case .participation:
                pick(sv: "Ett anbud i något liknande skulle", en: "A tender for something like this would")
            case .record: pick(sv: "Fler vinster av alla slag skulle", en: "More wins of any kind would")
            case .scope:
                pick(
                    sv: "Vinster eller registerkoder i dessa CPV-grupper skulle",
                    en: "Wins or register codes in these CPV groups would")
            case .industry:
                pick(
                    sv: "En branschkod som är vanlig bland vinnarna skulle",
                    en: "An industry code that is common among the winners would")
            case .words:
                pick(
                    sv: "En registerbeskrivning med dessa ord skulle", en: "A register description in these words would"
                )
            case .description:
                pick(
                    sv: "En beskrivning av verksamheten i registret, med dessa ord, skulle",
                    en: "A register description of what it does, in these words, would")
            case .offer: pick(sv: "Dessa CPV-koder i registret skulle", en: "These CPV codes in the register would")
            case .recency: pick(sv: "En nyare vinst skulle", en: "A newer win would")
            case .capacity: pick(sv: "En känd eller annan storlek skulle", en: "A known size, or another one, would")
            case .region: pick(sv: "Arbete eller säte i regionen skulle", en: "Work or a site in the region would")
            case .goals:
                pick(sv: "Vinster med dessa strategiska mål skulle", en: "Wins with these strategic goals would")
            case .verdicts:
                pick(sv: "Att godtas för ett behov som detta skulle", en: "Being accepted for a need like this would")
            case .buyer: pick(sv: "En vinst hos denna köpare skulle", en: "A win from this buyer would")
            case .name, .trade, .namesake, .newcomer: nil
            }
        return change.map {
            pick(
                sv: "\($0) ge upp till \(points(difference)) poäng till.",
                en: "\($0) give up to \(points(difference)) more points.")
        }
    }
}
