import Containers
import Language
import Procurement

/// Looks a need in plain words up among what has been bought.
///
/// 1. The text is read as `QuestionReading` does, and its words are looked up (`SoughtWord`).
/// 2. Past procurements are compared with it by `QuestionLikeness`. Those at least half as like as the nearest count as
///    similar, forty at most; so do results that nobody won whose titles answer it as well.
/// 3. Codes whose names answer it, and the office's own categories and challenges that speak of it, are named.
package struct NeedSearch: Sendable {
    private let index: NeedIndex
    private let snapshot: IndexSnapshot
    private let categories: [Category]
    private let challenges: [Challenge]

    private static let mostSimilar = 40

    /// - Parameter index: made with the snapshot.
    package init(
        _ index: NeedIndex, in snapshot: IndexSnapshot, categories: [Category], challenges: [Challenge]
    ) {
        self.index = index
        self.snapshot = snapshot
        self.categories = categories
        self.challenges = challenges
    }

    package func find(_ text: String) -> NeedFindings {
        let query = MatchQuery(need: text)
        let question = Question(query, in: snapshot)
        let likeness = QuestionLikeness(
            question, patterns: [], isCategory: false, silenced: [], in: snapshot.questions)
        let similar = similar(question, likeness)
        let named = names(question)
        let codes = similar.map(\.codes)
        let report = QuestionReport(question, likeness, in: snapshot.questions)
        return NeedFindings(
            reach: report.reach, words: report.words,
            categories: touched(spokenOf(question), similar: codes, named: named),
            challenges: touchedChallenges(question), branches: branches(codes, named: named),
            similar: similar.map { .init(notice: $0.notice, likeness: Double($0.likeness)) },
            query: question.words.isEmpty ? nil : query)
    }

    // MARK: Codes

    private static let mostNames = 8
    private static let leastOfName: Float = 0.45

    /// The codes whose names answer the question, the best first.
    private func names(_ question: Question) -> [CPVCode] {
        let questions = snapshot.questions
        let found = question.coverage(of: questions.codeNames)
        let order = Selection.best(found.values, Self.mostNames).map { Int($0) }
        let least = max(Self.leastOfName, 0.7 * (order.first.map { found.values[$0] } ?? 0))
        return order.filter { found.values[$0] >= least }.map { questions.codes[Int(found.texts[$0])] }
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

    /// The words of the question that a category or a challenge has, where they make up most of it.
    private func shared(_ question: Question, with texts: [String], least: Float) -> [String] {
        let spoken = SpokenWords(texts, in: snapshot.questions)
        let whole = question.words.reduce(Float(0)) { $0 + $1.weight }
        let found = question.words.map { word in (word, word.match(in: spoken)) }
        let covered = found.reduce(Float(0)) { $0 + $1.0.weight * $1.1 }
        guard whole > 0, covered >= least * whole else { return [] }
        return found.filter { $0.1 >= 0.5 }.map(\.0.text)
    }

    /// By category: the words of the text that its keywords and its name have.
    private func spokenOf(_ question: Question) -> [CategoryID: [String]] {
        var spokenOf: [CategoryID: [String]] = [:]
        for category in categories {
            let words = shared(question, with: category.name.values.sorted() + category.keywords, least: 0.35)
            if !words.isEmpty { spokenOf[category.id] = words }
        }
        return spokenOf
    }

    /// The challenges whose name and text have what the question asks.
    private func touchedChallenges(_ question: Question) -> [NeedFindings.ChallengeTouch] {
        challenges.compactMap { challenge in
            let words = shared(question, with: challenge.name.values.sorted() + [challenge.text], least: 0.5)
            return words.isEmpty ? nil : .init(challenge: challenge.id, words: words)
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

    private func similar(_ question: Question, _ likeness: QuestionLikeness) -> [Found] {
        guard likeness.best >= QuestionLikeness.leastCoverage else { return [] }
        let table = snapshot.procurements
        var found: [Found] = []
        for (number, like) in likeness.values.enumerated() where likeness.isSimilar(number) {
            let codes = table.cpv[number].compactMap { CPVCode(number: UInt32($0)) }
            found.append(Found(notice: NoticeID(table.ids[number]), likeness: like * likeness.best, codes: codes))
        }
        let unwon = question.coverage(of: index.unwon.titles)
        for (number, value) in zip(unwon.texts, unwon.values) where value >= QuestionLikeness.alike * likeness.best {
            found.append(
                Found(
                    notice: index.unwon.ids[Int(number)], likeness: min(value, likeness.best),
                    codes: index.unwon.codes[Int(number)]))
        }
        found.sort { ($1.likeness, $0.notice) < ($0.likeness, $1.notice) }
        return Array(found.prefix(Self.mostSimilar))
    }
}

extension CPVCode {
    /// The group (three digits) that it lies in; a division for a code that names no more.
    fileprivate var group: CPVCode? { CPVCode(number: prefix(min(3, depth)) * (depth >= 3 ? 100_000 : 1_000_000)) }
}

extension Category {
    fileprivate func holds(_ code: CPVCode) -> Bool { cpv.contains { $0.matches(code) } }
}
