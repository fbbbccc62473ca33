import Language
import Procurement

/// Looks a need in plain words up among what has been bought.
///
/// 1. The text is cut down to the words that say what it is about, at most twelve, the telling ones: (1 + ln count) · idf.
/// 2. They are matched with past procurements as a title is (`Neighbourhood`), with their kin where few titles have them.
///    The CPV codes to match by are guessed from the words, as for any query without codes. They come from the names of
///    the codes instead where the text is in English, where titles have less than half of what it says, and where the
///    guess lies outside every category and challenge that it speaks of; and from those, where no code has such a name.
/// 3. A procurement counts as similar when it shares a part of a word or the group of one of those codes, and is at least
///    half as like as the nearest; at most forty do.
package struct NeedSearch: Sendable {
    private let index: NeedIndex
    private let categories: [Category]
    private let challenges: [Challenge]

    private static let mostWords = 12
    private static let mostSimilar = 40
    /// What is less alike than this is chance: four letters that two words share.
    private static let leastLikeness: Float = 0.12

    package init(_ index: NeedIndex, categories: [Category], challenges: [Challenge]) {
        self.index = index
        self.categories = categories
        self.challenges = challenges
    }

    package func find(_ text: String) -> NeedFindings {
        let need = NeedWords(text)
        let chosen = choose(need.words, isEnglish: need.isEnglish)
        let words = chosen.map(\.word)
        let named = names(words.map(\.text), isEnglish: need.isEnglish)
        let findingWords = chosen.map {
            NeedFindings.Word(
                text: $0.word.text, procurements: $0.holders, kin: $0.kin, isInCodes: isInCodes($0.word.text))
        }
        var query = MatchQuery(title: words.map(\.text).joined(separator: " "))
        query.keywords = chosen.flatMap(\.kin)
        let stems = NeedStems(need.words.map(\.text), isEnglish: need.isEnglish)
        let spokenOf = spokenOf(stems)
        let challenges = touchedChallenges(stems)
        let patterns =
            categories.filter { spokenOf[$0.id] != nil }.flatMap(\.cpv)
            + self.challenges.filter { touched in challenges.contains { $0.challenge == touched.id } }.flatMap(\.cpv)
        if need.isEnglish || !Self.areMost(of: chosen, where: { $0.holders > 0 }) || isGuessOutside(patterns, query) {
            let inside = named.filter { code in patterns.contains { $0.matches(code) } }
            query.cpv = Array((patterns.isEmpty ? named : inside).prefix(3))
            if query.cpv.isEmpty { query.cpvPatterns = patterns }
        }
        let isKnown = chosen.contains { $0.holders > 0 || !$0.kin.isEmpty }
        let similar = isKnown || !query.cpv.isEmpty || !query.cpvPatterns.isEmpty ? similar(to: query) : []
        let branches = branches(similar.map(\.codes), named: named)
        let reach = reach(chosen, similar: similar.count, hasNames: !named.isEmpty || !patterns.isEmpty)
        return NeedFindings(
            reach: reach, words: findingWords,
            categories: touched(spokenOf, similar: similar.map(\.codes), named: named), challenges: challenges,
            branches: branches, similar: similar.map { .init(notice: $0.notice, likeness: Double($0.likeness)) },
            query: similar.isEmpty ? nil : query)
    }

    // MARK: Words

    private struct Chosen {
        let word: NeedWords.Word
        let holders: Int
        let kin: [String]
        let rarity: Float
    }

    /// The telling words, in the order of the text.
    private func choose(_ words: [NeedWords.Word], isEnglish: Bool) -> [Chosen] {
        let lexicon = NeedLexicon(snapshot: index.snapshot)
        let all = words.map { word in
            let holders = lexicon.holders(of: word.text)
            let rarity = Logarithm.natural(1 + Float(index.snapshot.procurements.count) / Float(max(1, holders)))
            return Chosen(word: word, holders: holders, kin: [], rarity: rarity)
        }
        func withKin(_ chosen: Chosen) -> Chosen {
            Chosen(
                word: chosen.word, holders: chosen.holders,
                kin: lexicon.kin(of: chosen.word.text, holders: chosen.holders, isEnglish: isEnglish),
                rarity: chosen.rarity)
        }
        guard all.count > Self.mostWords else { return all.map(withKin) }
        // In a long text, what nobody has bought and what is said once is seldom the point.
        let weights = all.map { chosen -> Float in
            let often = 1 + Logarithm.natural(Float(chosen.word.count))
            return (chosen.holders > 0 ? 1 : chosen.word.count > 1 ? 0.7 : 0.2) * often * chosen.rarity
        }
        return Selection.best(weights, Self.mostWords).sorted().map { withKin(all[Int($0)]) }
    }

    private func isInCodes(_ word: String) -> Bool { index.swedish.holds(word) || index.english.holds(word) }

    /// Few similar procurements are too few to say that such a thing is bought.
    private static let fewSimilar = 3

    private func reach(_ words: [Chosen], similar: Int, hasNames: Bool) -> NeedFindings.Reach {
        guard similar > 0 || hasNames else { return .nothing }
        let areKnown = Self.areMost(of: words) { $0.holders > 0 || !$0.kin.isEmpty || isInCodes($0.word.text) }
        return similar >= Self.fewSimilar && areKnown ? .well : .partly
    }

    /// Whether words carry at least half of what all of them say.
    private static func areMost(of words: [Chosen], where holds: (Chosen) -> Bool) -> Bool {
        let whole = words.reduce(Float(0)) { $0 + $1.rarity }
        return words.filter(holds).reduce(Float(0)) { $0 + $1.rarity } * 2 >= whole
    }

    // MARK: Codes

    /// The codes whose names share words with the need, the most alike first.
    private func names(_ words: [String], isEnglish: Bool) -> [CPVCode] {
        let first = isEnglish ? index.english : index.swedish
        let hits = first.hits(words, least: 0.45, limit: 8)
        // Beside a name that is nearly the need, one that shares a word says nothing.
        let best = hits.first?.likeness ?? 0
        return hits.filter { $0.likeness >= 0.7 * best }.map(\.code)
    }

    /// Whether the code that the words stand for lies in nothing that the text speaks of.
    private func isGuessOutside(_ patterns: [CPVPattern], _ query: MatchQuery) -> Bool {
        guard !patterns.isEmpty, let guess = AnalysedQuery(query, in: index.snapshot).guessed else { return false }
        return !patterns.contains { $0.matches(guess) }
    }

    /// The groups of the similar procurements' main codes and of the codes found by name, the most similar first.
    private func branches(_ similar: [[CPVCode]], named: [CPVCode]) -> [NeedFindings.Branch] {
        var branches: [CPVCode: NeedFindings.Branch] = [:]
        for code in similar.compactMap(\.first).compactMap(\.group) {
            branches[code, default: .init(code: code, similar: 0, named: [])].similar += 1
        }
        for code in named {
            guard let group = code.group else { continue }
            branches[group, default: .init(code: group, similar: 0, named: [])].named.append(code)
        }
        let least = max(2, similar.count / 10)
        let strong = branches.values.filter { $0.similar >= least }
        // A name alone is a hint, and is given where there is nothing better.
        return (strong.count > 1 ? strong : branches.values.filter { $0.similar >= least || !$0.named.isEmpty }).sorted
        {
            ($1.similar, $1.named.count, $0.code) < ($0.similar, $0.named.count, $1.code)
        }.prefix(6).map { $0 }
    }

    // MARK: Categories

    /// By category: its keywords, and the words of its name, that the text has.
    private func spokenOf(_ stems: NeedStems) -> [CategoryID: [String]] {
        var spokenOf: [CategoryID: [String]] = [:]
        for category in categories {
            let names = stems.shared(with: category.name.values.sorted().flatMap(\.telling), insideCompounds: false)
            let words =
                names + stems.shared(with: category.keywords, insideCompounds: true).filter { !names.contains($0) }
            if !words.isEmpty { spokenOf[category.id] = words }
        }
        return spokenOf
    }

    /// The challenges of whose name, in one language, the text has every telling word.
    private func touchedChallenges(_ stems: NeedStems) -> [NeedFindings.ChallengeTouch] {
        challenges.compactMap { challenge in
            for name in challenge.name.values.sorted() {
                let words = name.telling
                if !words.isEmpty, stems.shared(with: words, insideCompounds: true).count == Set(words).count {
                    return .init(challenge: challenge.id, words: words)
                }
            }
            return nil
        }
    }

    private func touched(
        _ spokenOf: [CategoryID: [String]], similar: [[CPVCode]], named: [CPVCode]
    ) -> [NeedFindings.CategoryTouch] {
        let touches = categories.map { category in
            NeedFindings.CategoryTouch(
                category: category.id,
                similar: similar.count { codes in codes.first.map { category.holds($0) } ?? false },
                keywords: spokenOf[category.id] ?? [], named: named.filter { category.holds($0) })
        }
        let least = max(2, similar.count / 10)
        return touches.filter { $0.similar >= least || !$0.keywords.isEmpty || !$0.named.isEmpty }.sorted {
            left, right in
            let weights = [left, right].map { $0.similar + 10 * min(2, $0.keywords.count) + 3 * min(2, $0.named.count) }
            return weights[0] != weights[1] ? weights[0] > weights[1] : left.category < right.category
        }
    }

    // MARK: Similar procurements

    private struct Found {
        let notice: NoticeID
        let likeness: Float
        let codes: [CPVCode]
    }

    private func similar(to query: MatchQuery) -> [Found] {
        let snapshot = index.snapshot
        let analysed = AnalysedQuery(query, in: snapshot)
        let neighbourhood = Neighbourhood(analysed, in: snapshot)
        let ofParts = snapshot.words.parts
        let parts = ofParts.cosines(
            neighbourhood.procurements, ofParts.spread(ofParts.vector(analysed.title.parts))
        ).map(\.x)
        let sought = analysed.branches.filter { $0.code != analysed.guessed?.number }
        func counts(_ likeness: Float, _ parts: Float, _ codes: [CPVCode]) -> Bool {
            likeness >= Self.leastLikeness
                && (parts > 0
                    || codes.contains { code in
                        sought.contains { code.prefix(min(3, $0.digits)) == $0.prefix(min(3, $0.digits)) }
                    })
        }
        let table = snapshot.procurements
        var found: [Found] = []
        for (position, number) in neighbourhood.procurements.enumerated() {
            let likeness = neighbourhood.likeness[position]
            let codes = table.cpv[Int(number)].compactMap { CPVCode(number: UInt32($0)) }
            guard counts(likeness, parts[position], codes) else { continue }
            found.append(Found(notice: NoticeID(table.ids[Int(number)]), likeness: likeness, codes: codes))
        }
        for (number, like) in index.unwon.likeness(analysed, in: snapshot).enumerated() {
            let codes = index.unwon.codes[number]
            guard counts(like.likeness, like.parts, codes) else { continue }
            found.append(Found(notice: index.unwon.ids[number], likeness: like.likeness, codes: codes))
        }
        found.sort { ($1.likeness, $0.notice) < ($0.likeness, $1.notice) }
        let nearest = found.first?.likeness ?? 0
        return found.prefix(Self.mostSimilar).filter { $0.likeness * 2 >= nearest }
    }
}

extension CPVCode {
    /// The group (three digits) that it lies in; a division for a code that names no more.
    fileprivate var group: CPVCode? { CPVCode(number: prefix(min(3, depth)) * (depth >= 3 ? 100_000 : 1_000_000)) }
}

extension Category {
    fileprivate func holds(_ code: CPVCode) -> Bool { cpv.contains { $0.matches(code) } }
}

extension String {
    /// The words of a name that tell what it is about: `Vård och omsorg` has two.
    fileprivate var telling: [String] { NeedWords(self).words.map(\.text) }
}
