import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store

extension Market {
    /// - Parameters:
    ///   - meter: told how long the match itself took, without what is around it.
    ///   - store: what was asked before is read from it, where the filter wants to know.
    func rank(
        _ asked: AskedQuery, _ options: API.MatchOptions, _ meter: Meter, _ store: Store
    ) throws -> RankedAnswer {
        let query = asked.query
        let (language, fold) = (options.language, options.fold == true)
        let limit = options.limit.count
        var remarks = asked.remarks(in: snapshot, language) ?? []
        var options = try Matching.MatchOptions(
            options, over: weights[query.question], listsNewcomers: query.question != .notice,
            filter: try options.filter.map { try self.filter($0, for: asked, in: store) })
        if let remark = options.filter.remark(asked, language ?? .en) { remarks.append(remark) }
        if fold { options.limit = [Match].unfolded(limit) }
        let start = (time: ContinuousClock.now, processor: ProcessUsage.secondsOfThisThread)
        var result = Ranker(snapshot).rank(query, options)
        meter.matched(
            in: ContinuousClock.now - start.time,
            processorSeconds: ProcessUsage.secondsOfThisThread - start.processor)
        if fold {
            result.matches = result.matches.folded(limit: limit)
            result.newcomers = result.newcomers?.folded(limit: limit)
        }
        return RankedAnswer(
            result: result, question: result.report.map { QuestionReading($0, language) }, setting: asked.setting,
            remarks: remarks.isEmpty ? nil : remarks)
    }

    /// A filter as the matcher takes it, with what it says of the question itself: near, and not asked before.
    ///
    /// - Throws: -32602 for `near` where the question is asked for no place.
    func filter(
        _ filter: API.SupplierFilter, for asked: AskedQuery, in store: Store
    ) throws -> Matching.SupplierFilter {
        try self.filter(filter, nuts: asked.query.nuts, buyer: asked.query.buyerKey, in: store)
    }

    /// The same for a question asked for these places and this buyer.
    func filter(
        _ filter: API.SupplierFilter, nuts: [NUTSCode], buyer: String?, in store: Store
    ) throws -> Matching.SupplierFilter {
        var plain = filter
        (plain.near, plain.unasked) = (nil, nil)
        var result = try Matching.SupplierFilter(plain)
        if filter.near == true {
            guard !nuts.isEmpty, filter.nuts == nil else {
                throw RPCError.invalid(
                    parameter: "where.near",
                    expected: filter.nuts == nil
                        ? "a question that is asked for a place: nuts, or that of the office" : "one of near and nuts",
                    came: true)
            }
            result.nuts = Codes.outermost(nuts)
        }
        if filter.unasked == true {
            let invited = try store.participation().filter { $0.value.invited > 0 }.keys
            result.asked = Set(invited).union(buyer.map { snapshot.winners(from: $0) } ?? [])
        }
        return result
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

extension Matching.SupplierFilter {
    /// How many were left out because they were asked before; nil where the filter doesn't want to know.
    fileprivate func remark(_ question: AskedQuery, _ language: TextLanguage) -> String? {
        guard !asked.isEmpty else { return nil }
        let buyer = question.setting?.buyer
        let whose = (buyer?.name ?? buyer?.id).map {
            language.pick(sv: " eller vunnit hos \($0)", en: " or won from \($0)")
        }
        let count = asked.count
        return language.pick(
            sv: (count == 1 ? "1 leverantör" : "\(count) leverantörer")
                + " som har bjudits in förut\(whose ?? "") är inte med.",
            en: (count == 1 ? "1 supplier that was" : "\(count) suppliers that were")
                + " invited before\(whose ?? "") " + (count == 1 ? "is" : "are") + " left out.")
    }
}
