import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Transport

struct SuppliersFindHandler: Handler {
    typealias Served = SuppliersFind

    let store: Store
    let market: CurrentMarket

    func answer(_ parameters: SuppliersFind.Parameters, for peer: Peer) async throws -> SuppliersFind.Result {
        if parameters.text != nil || parameters.cpv != nil { return try await found(by: parameters) }
        var query = SupplierQuery()
        if let text = parameters.query {
            // Someone who types a number means a number.
            if OrganisationNumber(text, country: "SE") != nil { query.number = text } else { query.name = text }
        }
        if let filter = parameters.filter {
            query.sizes = Set(filter.size ?? [])
            query.nuts = Codes.outermost(try Codes.nuts(filter.nuts ?? [], at: "where.nuts"))
            query.newcomers = filter.newcomers
            query.excluded = Set((filter.exclude ?? []).map { SupplierID($0) })
        }
        let page = try store.findSuppliers(
            query, limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return SuppliersFind.Result(
            suppliers: page.items.map(SupplierLine.init), next: page.next?.text, generation: try store.generation)
    }

    /// By what they do, from the index; what is shown of them comes from the store.
    private func found(by parameters: SuppliersFind.Parameters) async throws -> SuppliersFind.Result {
        if let query = parameters.query {
            throw RPCError.invalid(parameter: "query", expected: "none beside text or cpv", came: .string(query))
        }
        let snapshot = try await market.ready.snapshot
        let limit = (parameters.limit ?? .standard).count
        let found = SupplierSearch(snapshot).find(
            parameters.text ?? "", cpv: try Codes.patterns(parameters.cpv ?? [], at: "cpv"),
            filter: try parameters.filter.map(Matching.SupplierFilter.init) ?? Matching.SupplierFilter(),
            limit: limit + 1, after: try parameters.after.map { try Self.place($0) })
        let shown = found.prefix(limit)
        return SuppliersFind.Result(
            suppliers: try store.suppliers(shown.map(\.supplier)).map(SupplierLine.init),
            next: found.count > limit ? shown.last.map { "\($0.score)-\($0.supplier)" } : nil,
            generation: snapshot.generation)
    }

    private static func place(_ text: String) throws(RPCError) -> SupplierSearch.Found {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let score = Int32(parts[0]) else {
            throw .invalid(parameter: "after", expected: "the next member of an answer", came: .string(text))
        }
        return SupplierSearch.Found(supplier: SupplierID(String(parts[1])), score: score)
    }
}

extension SupplierLine {
    init(_ summary: SupplierSummary) {
        self.init(
            id: summary.id.rawValue, name: summary.name, number: summary.number?.masked,
            size: summary.size, newcomer: summary.awards == 0,
            nuts: summary.nuts.map(\.code), awards: summary.awards, lastAward: summary.latestAward,
            status: summary.status.map(API.FirmStatus.init))
    }
}

extension Supplier {
    /// What anyone may see of the number: of a natural person's nothing.
    var shownNumber: String? { number.map { isNaturalPerson ? OrganisationNumber.mask : $0.masked } }

    var knownSize: SupplierSize? { size ?? register?.size }
}
