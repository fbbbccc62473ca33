import Language
import Procurement

/// A question in words with what was found to it. It belongs to the thread that made it.
struct QuestionAnswer {
    let question: Question
    let likeness: QuestionLikeness
    let evidence: FirmEvidence
    /// The past procurements that are counted in the codes sought, as on a category's card; empty without codes.
    let members: Set<Int32>

    /// - Returns: nil for a notice.
    init?(_ query: AnalysedQuery, in snapshot: IndexSnapshot) {
        guard query.source.question != .notice else { return nil }
        let question = Question(query.source, in: snapshot)
        let patterns = query.source.cpvPatterns + query.source.cpv.compactMap { CPVPattern($0.description) }
        members =
            patterns.isEmpty ? [] : snapshot.procurements.numbers(in: patterns, besides: query.silenced)
        let likeness = QuestionLikeness(
            question, patterns: patterns, members: members, isCategory: query.source.question == .category,
            silenced: query.silenced,
            in: snapshot.questions)
        self.question = question
        self.likeness = likeness
        evidence = FirmEvidence(question, likeness, patterns: patterns, buyer: query.buyer, in: snapshot)
    }
}

extension Question {
    /// What a query says in words.
    init(_ query: MatchQuery, in snapshot: IndexSnapshot) {
        let texts = query.texts
        var reading = QuestionReading(texts.first?.text ?? "", weight: texts.first?.weight ?? 1)
        for text in texts.dropFirst() { reading.append(text.text, weight: text.weight) }
        self.init(reading, everyday: snapshot.everyday, in: snapshot.questions)
    }
}
