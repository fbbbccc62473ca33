import API
import Dialogue
import JSON
import JSONRPC
import Matching
import PersonalNumbers
import Procurement
import Store
import Transport

struct NeedsExploreHandler: KeepingHandler {
    typealias Served = NeedsExplore

    let market: CurrentMarket
    let keeper: DossierKeeper
    let store: Store
    let timeLimit: Duration? = .seconds(60)

    func answer(
        _ parameters: NeedsExplore.Parameters, on ground: DossierGround
    ) async throws -> NeedsExplore.Result {
        try NeedExploration(market: ground.market, store: store).explore(parameters)
    }

    /// With the needs that are kept and like it, which are memory beside the answer and no part of what a dossier keeps.
    func answer(_ parameters: NeedsExplore.Parameters, for peer: Peer) async throws -> NeedsExplore.Result {
        var result = try await keptAnswer(parameters, for: peer)
        let earlier = try (await market.ready).earlier(parameters.text, in: store)
        if !earlier.isEmpty { result.earlier = earlier }
        return result
    }
}

/// Puts together what is known of a need: the market finds, the store tells how it went, the dialogue sums it up.
struct NeedExploration {
    let market: Market
    let store: Store

    func explore(_ parameters: NeedsExplore.Parameters) throws -> NeedsExplore.Result {
        // Its words come back in names, words and reasons, so no number is among them; nor a mask, which would be alike
        // to other people's masked titles.
        let text = parameters.text.withoutPersonalNumbers.replacing(PersonalNumberScan.mask, with: " ")
        try Self.check(text)
        let findings = NeedSearch(
            market.needs, in: market.snapshot, categories: market.categories, challenges: market.challenges
        ).find(text)
        try Task.checkCancellation()
        let courses = try store.courses(of: findings.similar.map(\.notice))
        let analysis = NeedAnalysis(
            text: text, suppliers: market.needs.supplierNames(in: text), places: market.needs.places(in: text))
        try Task.checkCancellation()
        let wire = NeedWire(language: parameters.language ?? .en, market: market)
        let limit = parameters.limit.count
        let asked = try AskedQuery(
            findings.query ?? MatchQuery(need: text), buyer: parameters.buyer, nuts: parameters.nuts,
            in: market.snapshot)
        let query = findings.query == nil ? nil : asked.query
        let lists = suppliers(query, limit: limit, fold: parameters.fold == true, wire)
        try Task.checkCancellation()
        return NeedsExplore.Result(
            reach: isEmpty ? .nothing : findings.reach,
            because: wire.text(isEmpty ? Self.noData : NeedReasons.reach(findings, text: text)),
            words: findings.words.map(NeedWord.init),
            categories: findings.categories.compactMap { wire.category($0, of: findings.similar.count) },
            challenges: findings.challenges.compactMap { wire.challenge($0) },
            cpv: findings.branches.map { wire.branch($0, of: findings.similar.count) },
            similar: findings.similar.lazy.compactMap { found in
                courses[found.notice].map { API.SimilarProcurement($0, likeness: found.likeness) }
            }.prefix(limit).map { $0 },
            summary: ProcurementSummary(
                of: findings.similar.compactMap { courses[$0.notice] }.map { Dialogue.SimilarProcurement($0) }),
            established: lists.established, newcomers: lists.newcomers,
            missing: analysis.missing.map { wire.question($0) }, names: wire.names(analysis),
            setting: asked.setting, remarks: asked.remarks(in: market.snapshot, parameters.language),
            dataThrough: market.snapshot.dataThrough, generation: market.snapshot.generation)
    }

    private var isEmpty: Bool { market.snapshot.supplierCount == 0 && market.snapshot.procurementCount == 0 }

    private static let noData = BilingualText(
        sv:
            "Det finns inget underlag än. Läs in annonser (torg import) och ett leverantörsregister (torg suppliers import).",
        en: "There is no data yet. Import notices (torg import) and a register of suppliers (torg suppliers import).")

    private static func check(_ text: String) throws(RPCError) {
        guard text.contains(where: { $0.isLetter }) else {
            throw .invalid(parameter: "text", expected: "a need in words", came: .string(text))
        }
    }

    private func suppliers(
        _ query: MatchQuery?, limit: Int, fold: Bool, _ wire: NeedWire
    ) -> (established: [API.SupplierMatch], newcomers: [API.SupplierMatch]) {
        guard let query else { return ([], []) }
        let options = Matching.MatchOptions(
            limit: fold ? [Match].unfolded(limit) : limit, language: wire.language, weights: market.weights[.need])
        var lists = Ranker(market.snapshot).lists(query, options)
        if fold {
            lists.established = lists.established.folded(limit: limit)
            lists.newcomers = lists.newcomers.folded(limit: limit)
        }
        return (lists.established.map(API.SupplierMatch.init), lists.newcomers.map(API.SupplierMatch.init))
    }
}
