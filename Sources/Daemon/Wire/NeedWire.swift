import API
import Dialogue
import Matching
import Procurement

/// From what was found of a need to the contract, in one language.
struct NeedWire {
    let language: TextLanguage
    let market: Market

    var matching: Matching.MatchOptions.Language { language == .sv ? .swedish : .english }

    func text(_ text: BilingualText) -> String { language == .sv ? text.sv : text.en }

    /// `nil` for a category that is no longer configured.
    func category(_ touch: NeedFindings.CategoryTouch, of similar: Int) -> TouchedCategory? {
        guard let category = market.categories.first(where: { $0.id == touch.category }) else { return nil }
        return TouchedCategory(
            category: NamedReference(
                id: category.id.rawValue, name: category.name[language.rawValue] ?? category.shownName),
            similar: touch.similar, keywords: touch.keywords, cpv: touch.named.map(\.description),
            because: text(NeedReasons.category(touch, of: similar)))
    }

    /// `nil` for a challenge that is no longer configured.
    func challenge(_ touch: NeedFindings.ChallengeTouch) -> TouchedChallenge? {
        guard let challenge = market.challenges.first(where: { $0.id == touch.challenge }) else { return nil }
        return TouchedChallenge(
            challenge: NamedReference(
                id: challenge.id.rawValue, name: challenge.name[language.rawValue] ?? challenge.shownName),
            because: text(NeedReasons.challenge(touch)))
    }

    func branch(_ branch: NeedFindings.Branch, of similar: Int) -> TouchedBranch {
        TouchedBranch(
            code: branch.code.description, name: market.needs.label(of: branch.code, matching),
            similar: branch.similar,
            named: branch.named.map {
                TouchedCode(code: $0.description, name: market.needs.label(of: $0, matching) ?? $0.description)
            }, because: text(NeedReasons.branch(branch, of: similar)))
    }

    func question(_ missing: MissingInformation) -> NeedQuestion {
        NeedQuestion(topic: NeedQuestion.Topic(missing.topic), question: text(missing.question))
    }

    func names(_ analysis: NeedAnalysis) -> NeedNames {
        NeedNames(
            warning: analysis.warning.map(text), allowsEquivalents: analysis.allowsEquivalents,
            found: analysis.brands.map(NameFinding.init))
    }
}

extension NeedReach {
    init(_ reach: NeedFindings.Reach) {
        self =
            switch reach {
            case .well: .well
            case .partly: .partly
            case .nothing: .nothing
            }
    }
}

extension NeedWord {
    init(_ word: NeedFindings.Word) {
        self.init(
            word: word.text, procurements: word.procurements, kin: word.constituents, means: word.means,
            inCodes: word.isInCodes, weight: API.Points(word.weight), known: API.Points(word.known))
    }
}

extension QuestionReading {
    init(_ report: QuestionReport, _ language: TextLanguage?) {
        let because = NeedReasons.reach(report)
        self.init(
            reach: NeedReach(report.reach), because: language == .sv ? because.sv : because.en,
            words: report.words.map(NeedWord.init))
    }
}

extension NeedQuestion.Topic {
    init(_ topic: MissingInformation.Topic) {
        self =
            switch topic {
            case .volume: .volume
            case .budget: .budget
            case .time: .time
            case .place: .place
            case .targetGroup: .targetGroup
            case .currentContract: .currentContract
            case .outcome: .outcome
            }
    }
}

extension NameFinding {
    init(_ finding: BrandFinding) {
        let kind: Kind =
            switch finding.kind {
            case .trademark: .trademark
            case .supplier: .supplier
            case .product: .product
            case .model: .model
            }
        let certainty: Certainty =
            switch finding.certainty {
            case .certain: .certain
            case .likely: .likely
            case .possible: .possible
            }
        self.init(name: finding.name, kind: kind, certainty: certainty, offset: finding.offset)
    }
}
