import API
import Dialogue
import Matching
import Procurement

/// From what was found of a need to the contract, in one language.
struct NeedWire {
    let language: TextLanguage
    let market: Market

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
            code: branch.code.description, name: market.needs.label(of: branch.code, language),
            similar: branch.similar,
            named: branch.named.map {
                TouchedCode(code: $0.description, name: market.needs.label(of: $0, language) ?? $0.description)
            }, because: text(NeedReasons.branch(branch, of: similar)))
    }

    func question(_ missing: MissingInformation) -> NeedQuestion {
        NeedQuestion(topic: missing.topic, question: text(missing.question))
    }

    func names(_ analysis: NeedAnalysis) -> NeedNames {
        NeedNames(
            warning: analysis.warning.map(text), allowsEquivalents: analysis.allowsEquivalents,
            found: analysis.brands)
    }
}

extension NeedWord {
    init(_ word: NeedFindings.Word) {
        self.init(
            word: word.text, procurements: word.procurements, kin: word.constituents, means: word.means,
            inCodes: word.isInCodes, weight: Points(word.weight), known: Points(word.known))
    }
}

extension QuestionReading {
    init(_ report: QuestionReport, _ language: TextLanguage?) {
        let because = NeedReasons.reach(report)
        self.init(
            reach: report.reach, because: because.text(in: language ?? .en),
            words: report.words.map(NeedWord.init))
    }
}
