import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store

extension Market {
    /// - Parameter meter: told how long the match itself took, without what is around it.
    func rank(_ asked: AskedQuery, _ options: API.MatchOptions, _ meter: Meter) throws -> RankedAnswer {
        let query = asked.query
        let language = options.language
        let options = try Matching.MatchOptions(
            options, over: weights[query.question], listsNewcomers: query.question != .notice)
        let start = (time: ContinuousClock.now, processor: ProcessUsage.secondsOfThisThread)
        let result = Ranker(snapshot).rank(query, options)
        meter.matched(
            in: ContinuousClock.now - start.time,
            processorSeconds: ProcessUsage.secondsOfThisThread - start.processor)
        return RankedAnswer(
            result: result, question: result.report.map { QuestionReading($0, language) }, setting: asked.setting,
            remarks: asked.remarks(in: snapshot, language))
    }

    func category(_ id: String) throws(NotFound) -> Category {
        if let category = categories.first(where: { $0.id.rawValue == id }) { return category }
        throw NotFound(
            parameter: "category", id: id,
            hint: Self.hint(id, among: categories.map(\.id.rawValue), list: "categories.list"))
    }

    func challenge(_ id: String) throws(NotFound) -> Challenge {
        if let challenge = challenges.first(where: { $0.id.rawValue == id }) { return challenge }
        throw NotFound(
            parameter: "challenge", id: id,
            hint: Self.hint(id, among: challenges.map(\.id.rawValue), list: "challenges.list"))
    }

    private static func hint(_ id: String, among ids: [String], list: String) -> String {
        if ids.isEmpty { return "there are none yet: \(list.prefix { $0 != "." }).save makes one" }
        if let nearest = Nearest.of(id, among: ids) { return "did you mean \(nearest)?" }
        return "\(list) gives those that are configured: \(ids.joined(separator: ", "))"
    }
}

/// A ranked list with what is said of the question.
struct RankedAnswer {
    var result: MatchResult
    var question: QuestionReading?
    var setting: QuestionSetting?
    var remarks: [String]?
}
