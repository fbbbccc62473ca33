import API
import Foundation
import JSONRPC
import Procurement

/// Contracts that run out in all categories together, soonest first, on a time line.
enum EndingPage {
    /// One card is asked for each category, of which an office has a dozen or two.
    private static let mostCategories = 60
    private static let most = 100

    static func show(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let months = min(max(visit.asked["months"].flatMap(Int.init) ?? 24, 1), 60)
        let today = CalendarDate.today()
        let from = visit.asked["from"].flatMap { CalendarDate($0)?.ifSensible } ?? today
        let buyer = visit.asked["buyer"]
        var lines: [ContractFields.Line] = []
        var seen: Set<String> = []
        let categories = try await visit.call(CategoriesList.self, .init()).categories.prefix(mostCategories)
        for (category, contracts) in try await contracts(Array(categories), from: from, months: months, visit) {
            let named = ContractFields.Named(
                name: visit.name(category.names, category.name), page: Address("card", category.id))
            for contract in contracts {
                if let buyer, contract.buyer?.localizedStandardContains(buyer) != true { continue }
                // What lies in two categories runs out once.
                let key = "\(contract.noticeId) \(contract.ends) \(contract.suppliers.map(\.id))"
                if seen.insert(key).inserted { lines.append(.init(contract: contract, category: named)) }
            }
        }
        lines.sort { ($0.contract.ends, $0.contract.noticeId) < ($1.contract.ends, $1.contract.noticeId) }
        let shown = ContractFields(from: from, months: months, reader: reader)
            .fields(Array(lines.prefix(most)), count: lines.count)
        return .page(
            "ending", title: reader.pick(sv: "Avtal som löper ut", en: "Contracts that run out"),
            [
                "buyer": Fields.Value(buyer), "from": .text(from.description), "months": Fields.Value(months),
                "fromDay": .text(reader.day(from)), "count": .text(reader.count(lines.count)),
                "contracts": Fields.Value(shown),
            ])
    }

    /// The contracts of each category, in the categories' order; asked for side by side, for a card takes its time.
    private static func contracts(
        _ categories: [CategoryLine], from: CalendarDate, months: Int, _ visit: Visit
    ) async throws -> [(CategoryLine, [CardContract])] {
        try await withThrowingTaskGroup(of: (Int, [CardContract]).self) { group in
            for (place, category) in categories.enumerated() {
                group.addTask {
                    let parameters = CategoriesCard.Parameters(
                        category: category.id, limit: Limit(clamping: most), asOf: from, monthsAhead: months)
                    return (place, try await visit.call(CategoriesCard.self, parameters).runningOut)
                }
            }
            var found = [[CardContract]](repeating: [], count: categories.count)
            for try await (place, contracts) in group { found[place] = contracts }
            return Array(zip(categories, found))
        }
    }
}
