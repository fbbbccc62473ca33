/// What a question in words finds in a firm, as a signal: a value a supplier that `FirmEvidence` holds already.
protocol AnswerSignal: Signal {
    var match: MatchContext { get }
    var answer: QuestionAnswer? { get }
    init(_ match: MatchContext, _ answer: QuestionAnswer?)
    /// NaN where nothing is known.
    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float
    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String
}

extension AnswerSignal {
    init(_ match: MatchContext) { self.init(match, match.answer) }

    var bound: SignalBound { answer == nil ? .unknown : .any(most: 1) }

    func values(of suppliers: [Int32]) -> [Float] {
        guard let answer else { return suppliers.map { _ in .nan } }
        return suppliers.map { value(of: $0, answer) }
    }

    func measures(of supplier: Int) -> [String: Float] { [Self.name.rawValue: value(of: supplier)] }

    func because(_ supplier: Int, value: Float?) -> String {
        guard let answer else { return match.phrases.pick("Nothing is asked in words.", "Inget är frågat i ord.") }
        return because(supplier, value, answer)
    }
}

/// Who has won what is like the question: `FirmEvidence.experience`.
struct AnswerExperienceSignal: AnswerSignal {
    static let name = SignalName.experience
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float { answer.evidence.experience[Int(supplier)] }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let phrases = match.phrases
        let wins = match.awards(of: supplier)
        guard !wins.isEmpty else {
            return phrases.pick("No win is known of this supplier.", "Ingen vunnen upphandling är känd.")
        }
        if match.query.source.question == .category, !answer.members.isEmpty {
            let inside = wins.filter { answer.members.contains($0) }
            let count = answer.members.count + match.unwonCount
            if let latest = inside.last {
                let reference = phrases.name(match.reference(latest))
                return phrases.pick(
                    "Won \(inside.count) of the \(count) procurements in the category, latest \(reference).",
                    "Vann \(inside.count) av de \(count) upphandlingarna i kategorin, senast \(reference).")
            }
        }
        let near = Set(match.neighbourhood.nearest.map { match.neighbourhood.procurements[Int($0)] })
        let among = wins.filter { near.contains($0) }
        if let latest = among.last {
            let reference = phrases.name(match.reference(latest))
            return phrases.pick(
                "Won \(among.count) of the \(near.count) most similar procurements, latest \(reference).",
                "Vann \(among.count) av de \(near.count) mest lika upphandlingarna, senast \(reference).")
        }
        guard let best = match.evidence(of: supplier).first, best.likeness > 0 else {
            return phrases.pick("Has won nothing like this.", "Har inte vunnit något liknande.")
        }
        let reference = phrases.name(match.reference(best.procurement))
        return phrases.pick(
            "The most similar that it won: \(reference), \(phrases.percent(best.likeness)) alike.",
            "Det mest lika som den vunnit: \(reference), \(phrases.percent(best.likeness)) lik.")
    }
}

/// How much of what a firm has won is like the question: `FirmEvidence.scope`. Unknown for a firm without a win.
struct AnswerScopeSignal: AnswerSignal {
    static let name = SignalName.scope
    private static let alike: Float = 0.3
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float {
        match.snapshot.wins(of: Int(supplier)) == 0 ? .nan : answer.evidence.scope[Int(supplier)]
    }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick(
                "No win is known, so nothing of its scope.", "Ingen vinst är känd, alltså inget om bredden.")
        }
        let wins = match.awards(of: supplier)
        let alike = wins.count { answer.likeness.values[Int($0)] >= Self.alike }
        return phrases.pick(
            "\(alike) of the \(wins.count) procurements that it won are like what is sought.",
            "\(alike) av de \(wins.count) upphandlingar som den vunnit liknar det som söks.")
    }
}

/// Whether firms of its industry win what is like the question: `FirmEvidence.industry`. Unknown without an industry.
struct AnswerIndustrySignal: AnswerSignal {
    static let name = SignalName.industry
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float {
        let leaf = match.snapshot.suppliers.industries[Int(supplier)]
        return leaf == IndustryTree.unknown ? .nan : answer.evidence.industry[Int(leaf)]
    }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let phrases = match.phrases
        let leaf = match.snapshot.suppliers.industries[supplier]
        guard let value, leaf != IndustryTree.unknown else {
            return phrases.pick("Its industry is not known.", "Branschen är inte känd.")
        }
        let industry = match.snapshot.industries.name(of: leaf)
        if value >= 0.5 {
            return phrases.pick(
                "Its industry, \(industry), is that of many who win such things.",
                "Branschen, \(industry), är vanlig bland dem som vinner sådant.")
        }
        if value > 0 {
            return phrases.pick(
                "Its industry, \(industry), or one near it, is that of some who win such things.",
                "Branschen, \(industry), eller en näraliggande finns bland dem som vinner sådant.")
        }
        return phrases.pick(
            "Its industry, \(industry), is rare among those who win such things.",
            "Branschen, \(industry), är ovanlig bland dem som vinner sådant.")
    }
}

/// How far a firm's name answers the question.
struct NameSignal: AnswerSignal {
    static let name = SignalName.name
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float { answer.evidence.name[Int(supplier)] }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let words = answer.question.words(in: match.snapshot.questions.names, of: Int32(supplier))
        guard let value, value > 0, !words.isEmpty else {
            return match.phrases.pick(
                "Its name says nothing of what is sought.", "Namnet säger inget om det som söks.")
        }
        let list = match.phrases.words(words)
        return match.phrases.pick("Its name speaks of \(list).", "Namnet talar om \(list).")
    }
}

/// How far what a firm's industry is called answers the question. Unknown without an industry.
struct TradeSignal: AnswerSignal {
    static let name = SignalName.trade
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float {
        let leaf = Int(match.snapshot.suppliers.industries[Int(supplier)])
        return match.snapshot.industries.labels[leaf] < 0 ? .nan : answer.evidence.trade[leaf]
    }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let phrases = match.phrases
        let leaf = Int(match.snapshot.suppliers.industries[supplier])
        guard let value else {
            return phrases.pick("What its industry is called is not known.", "Vad branschen heter är inte känt.")
        }
        let industry = match.snapshot.industries.name(of: Int32(leaf))
        let row = match.snapshot.industries.labels[leaf]
        let words = answer.question.words(in: match.snapshot.questions.industryNames, of: row)
        guard value > 0, !words.isEmpty else {
            return phrases.pick(
                "Its industry is called \(industry), which says nothing of what is sought.",
                "Branschen heter \(industry), vilket inte säger något om det som söks.")
        }
        let list = phrases.words(words)
        return phrases.pick(
            "Its industry is called \(industry), which speaks of \(list).",
            "Branschen heter \(industry), vilket talar om \(list).")
    }
}

/// How far what the register says that a firm does answers the question. Unknown where it says nothing.
struct DescriptionSignal: AnswerSignal {
    static let name = SignalName.description
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float {
        match.snapshot.questions.isDescribed.contains(Int(supplier)) ? answer.evidence.description[Int(supplier)] : .nan
    }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let phrases = match.phrases
        guard let value else {
            return phrases.pick(
                "The register doesn't say what it does.", "Registret säger inget om verksamheten.")
        }
        let words = answer.question.words(in: match.snapshot.questions.descriptions, of: Int32(supplier))
        guard value > 0, !words.isEmpty else {
            return phrases.pick(
                "The register says nothing of what is sought.", "Registret säger inget om det som söks.")
        }
        let list = phrases.words(words)
        return phrases.pick("By the register it does \(list).", "Enligt registret arbetar den med \(list).")
    }
}

/// Whether the codes that a firm offers by the register are those of what is sought. Unknown without codes.
struct OfferSignal: AnswerSignal {
    static let name = SignalName.offer
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float {
        match.snapshot.suppliers.offers.range(Int(supplier)).isEmpty ? .nan : answer.evidence.offer[Int(supplier)]
    }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let phrases = match.phrases
        guard let value else {
            return phrases.pick(
                "The register has no codes of what it offers.", "Registret har inga koder för vad den erbjuder.")
        }
        if value == 0 {
            return phrases.pick(
                "By the register it offers other codes.", "Enligt registret erbjuder den andra koder.")
        }
        return phrases.pick(
            "By the register it offers codes of what is sought, or of what is like it (\(phrases.percent(value))).",
            "Enligt registret erbjuder den koder för det som söks, eller för det som liknar det (\(phrases.percent(value)))."
        )
    }
}
