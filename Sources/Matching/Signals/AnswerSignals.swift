import Containers

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
        guard let answer else {
            return match.phrases.pick(sv: "Inget är frågat i ord.", en: "Nothing is asked in words.")
        }
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
            return phrases.pick(sv: "Ingen vunnen upphandling är känd.", en: "No win is known of this supplier.")
        }
        if match.query.source.question == .category, !answer.members.isEmpty {
            let inside = wins.filter { answer.members.contains($0) }
            let count = answer.members.count + match.unwonCount
            let closest = match.evidence(of: supplier).first { answer.members.contains($0.procurement) }
            if let closest = closest?.procurement ?? inside.last {
                let reference = phrases.name(match.reference(closest))
                return phrases.pick(
                    sv:
                        "Har vunnit \(inside.count) av de \(count) upphandlingarna i kategorin, den mest lika: \(reference).",
                    en: "Won \(inside.count) of the \(count) procurements in the category, the closest: \(reference)."
                )
            }
        }
        guard let best = match.evidence(of: supplier).first, best.likeness > 0 else {
            return phrases.pick(sv: "Har inte vunnit något liknande.", en: "Has won nothing like this.")
        }
        let reference = phrases.name(match.reference(best.procurement))
        let percent = phrases.percent(best.likeness)
        switch wins.count(where: { answer.likeness.isSimilar(Int($0)) }) {
        case 0:
            return phrases.pick(
                sv: "Närmast av det som företaget har vunnit, till \(percent) likt det som söks: \(reference).",
                en: "The closest that it has won, \(percent) like what is sought: \(reference).")
        case 1 where answer.evidence.similar.procurements == 1:
            return phrases.pick(
                sv: "Har vunnit den enda upphandling som liknar det som söks: \(reference).",
                en: "Has won the only procurement that is like what is sought: \(reference).")
        case 1:
            return phrases.pick(
                sv: "Har vunnit en upphandling som till \(percent) liknar det som söks: \(reference).",
                en: "Has won one procurement like what is sought (\(percent)): \(reference).")
        case let count:
            return phrases.pick(
                sv:
                    "Har vunnit \(count) upphandlingar som liknar det som söks, den mest lika till \(percent): \(reference).",
                en: "Has won \(count) procurements like what is sought, the closest (\(percent)): \(reference)."
            )
        }
    }
}

/// How much of what a firm has won is like the question: `FirmEvidence.scope`. Unknown for a firm without a win.
struct AnswerScopeSignal: AnswerSignal {
    static let name = SignalName.scope
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
                sv: "Ingen vunnen upphandling är känd.", en: "No win is known of this supplier.")
        }
        let wins = match.awards(of: supplier)
        let alike = wins.count { answer.likeness.isSimilar(Int($0)) }
        guard alike > 0 else {
            return phrases.pick(
                sv: "Litet av det som företaget har vunnit liknar det som söks.",
                en: "Little of what it has won is like what is sought.")
        }
        if wins.count == 1 {
            return phrases.pick(
                sv: "Den enda upphandling som företaget har vunnit liknar det som söks.",
                en: "The only procurement that it has won is like what is sought.")
        }
        if alike == wins.count {
            return phrases.pick(
                sv: "Alla \(alike) upphandlingar som företaget har vunnit liknar det som söks.",
                en: "All \(alike) procurements that it has won are like what is sought.")
        }
        return phrases.pick(
            sv: "\(alike) av de \(wins.count) upphandlingar som företaget har vunnit liknar det som söks.",
            en:
                "\(alike) of the \(wins.count) procurements that it has won \(alike == 1 ? "is" : "are") like what is sought."
        )
    }
}

/// Whether firms of its industry win what is like the question: `FirmEvidence.industry`. Unknown without an industry.
struct AnswerIndustrySignal: AnswerSignal {
    static let name = SignalName.industry
    private static let fewWins: Int32 = 5
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
            return phrases.pick(sv: "Branschen är inte känd.", en: "Its industry is not known.")
        }
        let industry = match.snapshot.industries.name(of: leaf)
        let wins = answer.evidence.similar.winsOfIndustry[Int(leaf)]
        guard value > 0 else {
            return phrases.pick(
                sv: "Företag i branschen (\(industry)) vinner sällan den här typen av upphandlingar.",
                en: "Firms of its industry (\(industry)) seldom win procurements of this kind.")
        }
        if wins == 0 {
            return phrases.pick(
                sv:
                    "Företag i branschen (\(industry)) eller en närliggande vinner ibland den här typen av upphandlingar.",
                en: "Firms of its industry (\(industry)), or of one near it, sometimes win procurements of this kind.")
        }
        if wins < Self.fewWins {
            return phrases.pick(
                sv: "Företag i branschen (\(industry)) har vunnit den här typen av upphandlingar "
                    + "\(phrases.occasions(Int(wins))). Bygger på få upphandlingar.",
                en:
                    "Firms of its industry (\(industry)) have won procurements of this kind \(phrases.occasions(Int(wins))): "
                    + "few to go by.")
        }
        return value >= 0.5
            ? phrases.pick(
                sv: "Företag i branschen (\(industry)) vinner ofta den här typen av upphandlingar.",
                en: "Firms of its industry (\(industry)) often win procurements of this kind.")
            : phrases.pick(
                sv: "Företag i branschen (\(industry)) vinner ibland den här typen av upphandlingar.",
                en: "Firms of its industry (\(industry)) sometimes win procurements of this kind.")
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
                sv: "Namnet säger inget om det som söks.", en: "Its name says nothing of what is sought.")
        }
        let list = match.phrases.words(words)
        return match.phrases.pick(sv: "Namnet innehåller \(list).", en: "Its name contains \(list).")
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
            return Int32(leaf) == IndustryTree.unknown
                ? phrases.pick(sv: "Branschen är inte känd.", en: "Its industry is not known.")
                : phrases.pick(
                    sv: "Vad branschen heter är inte känt.", en: "What its industry is called is not known.")
        }
        let industry = match.snapshot.industries.name(of: Int32(leaf))
        let row = match.snapshot.industries.labels[leaf]
        let words = answer.question.words(in: match.snapshot.questions.industryNames, of: row)
        guard value > 0, !words.isEmpty else {
            return phrases.pick(
                sv: "Branschens namn (\(industry)) säger inget om det som söks.",
                en: "The name of its industry (\(industry)) says nothing of what is sought.")
        }
        let list = phrases.words(words)
        return phrases.pick(
            sv: "Branschens namn (\(industry)) innehåller \(list).",
            en: "The name of its industry (\(industry)) contains \(list).")
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
                sv: "Registret har ingen verksamhetsbeskrivning.", en: "The register doesn't describe what it does.")
        }
        let words = answer.question.words(in: match.snapshot.questions.descriptions, of: Int32(supplier))
        guard value > 0, !words.isEmpty else {
            return phrases.pick(
                sv: "Verksamhetsbeskrivningen säger inget om det som söks.",
                en: "Its description in the register says nothing of what is sought.")
        }
        let list = phrases.words(words)
        return phrases.pick(
            sv: "Verksamhetsbeskrivningen innehåller \(list).", en: "Its description in the register contains \(list).")
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
                sv: "Registret har inga CPV-koder för företaget.", en: "The register has no CPV codes of the firm.")
        }
        if value == 0 {
            return phrases.pick(
                sv: "Företagets CPV-koder i registret är andra.", en: "Its CPV codes in the register are others.")
        }
        return phrases.pick(
            sv:
                "Företagets CPV-koder i registret gäller det som söks, eller det som liknar det (\(phrases.percent(value))).",
            en:
                "Its CPV codes in the register are those of what is sought, or of what is like it (\(phrases.percent(value)))."
        )
    }
}
