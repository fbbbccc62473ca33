import API
import JSONRPC
import Procurement

/// Where what a supplier won was to be done, by county. A page of its own: each procurement is asked for by itself.
enum SupplierCountiesPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let supplier = try await visit.call(SuppliersGet.self, SuppliersGet.Parameters(id: visit.id)).supplier
        var counts: [String: Int] = [:]
        var (read, unplaced) = (0, 0)
        var seen: Set<String> = []
        for award in supplier.awards where seen.insert(award.noticeId).inserted {
            guard
                let notice = try await visit.callWhereFound(
                    NoticesGet.self, NoticesGet.Parameters(id: award.noticeId))?.notice
            else { continue }
            read += 1
            let codes = Set((notice.nuts + notice.lots.flatMap(\.nuts)).map { String($0.prefix(5)) })
            let counties = codes.filter { CountyTiles.name($0) != nil }
            for county in counties { counts[county, default: 0] += 1 }
            if counties.isEmpty { unplaced += 1 }
        }
        let lines = counts.map { Tally.Line(name: CountyTiles.name($0.key) ?? $0.key, count: $0.value) }
        return .page(
            "counties",
            title: reader.pick(sv: "Vinster efter län: \(supplier.name)", en: "Wins by county: \(supplier.name)"),
            [
                "name": .text(supplier.name), "supplier": .text(Address("supplier", visit.id).description),
                "read": .text(reader.count(read)),
                "unplaced": Fields.Value(unplaced > 0 ? reader.count(unplaced) : nil),
                "map": Fields.Value(CountyTiles(counts: counts, reader: reader).fields),
                "tally": Fields.Value(
                    Tally(title: reader.pick(sv: "Län", en: "County"), lines: lines, reader: reader, most: 21).fields),
            ])
    }
}
