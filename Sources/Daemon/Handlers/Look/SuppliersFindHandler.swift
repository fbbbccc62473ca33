import API
import Procurement
import Store
import Transport

struct SuppliersFindHandler: Handler {
    typealias Served = SuppliersFind

    let store: Store

    func answer(_ parameters: SuppliersFind.Parameters, for peer: Peer) async throws -> SuppliersFind.Result {
        var query = SupplierQuery()
        try FindText.check(parameters.query)
        if let text = parameters.query {
            // Someone who types a number means a number.
            if OrganisationNumber(text, country: "SE") != nil { query.number = text } else { query.name = text }
        }
        if let filter = parameters.filter {
            query.sizes = Set((filter.size ?? []).map(\.size))
            query.nuts = try Codes.nuts(filter.nuts ?? [], at: "where.nuts")
            query.newcomers = filter.newcomers
            query.excluded = Set((filter.exclude ?? []).map { SupplierID($0) })
        }
        let page = try store.findSuppliers(
            query, limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return SuppliersFind.Result(
            suppliers: page.items.map(SupplierLine.init), next: page.next?.text, generation: try store.generation)
    }
}

extension SupplierLine {
    init(_ summary: SupplierSummary) {
        let supplier = summary.supplier
        self.init(
            id: supplier.id.rawValue, name: supplier.name, number: supplier.shownNumber,
            size: supplier.knownSize.map(CompanySize.init), newcomer: summary.awards == 0,
            nuts: supplier.nuts.map(\.code), awards: summary.awards, lastAward: summary.latestAward.flatMap(Day.init))
    }
}

extension Supplier {
    /// What anyone may see of the number: of a natural person's nothing.
    var shownNumber: String? { number.map { isNaturalPerson ? OrganisationNumber.mask : $0.masked } }

    var knownSize: SupplierSize? { size ?? register?.size }
}
