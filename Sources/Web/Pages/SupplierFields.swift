import API
import Procurement

/// What a supplier has won, counted by category and by buyer.
struct SupplierFields {
    let awards: [AwardLine]
    let visit: Visit

    /// By the office's own categories; an award lies in each whose codes it has, and one that lies in none is counted apart.
    func byCategory(_ categories: [CategoryLine]) -> Fields? {
        let patterns = categories.map { $0.cpv.compactMap { CPVPattern($0) } }
        var counts = [Int](repeating: 0, count: categories.count)
        var outside = 0
        for award in awards {
            let codes = award.cpv.compactMap { CPVCode($0) }
            let inside = patterns.indices.filter { place in
                patterns[place].contains { pattern in codes.contains { pattern.matches($0) } }
            }
            for place in inside { counts[place] += 1 }
            if inside.isEmpty { outside += 1 }
        }
        var lines = zip(categories, counts).map { category, count in
            Tally.Line(
                name: visit.name(category.names, category.name), page: Address("card", category.id), count: count)
        }
        lines.append(.init(name: visit.reader.pick(sv: "Utanför kategorierna", en: "In no category"), count: outside))
        return Tally(title: visit.reader.pick(sv: "Kategori", en: "Category"), lines: lines, reader: visit.reader)
            .fields
    }

    func byBuyer() -> Fields? {
        let counts = Dictionary(awards.compactMap(\.buyer).map { ($0, 1) }, uniquingKeysWith: +)
        let lines = counts.map { Tally.Line(name: $0.key, page: BuyerPage.address($0.key), count: $0.value) }
        return Tally(title: visit.reader.pick(sv: "Köpare", en: "Buyer"), lines: lines, reader: visit.reader).fields
    }
}
