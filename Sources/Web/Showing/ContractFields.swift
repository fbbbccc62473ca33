import API
import Procurement

/// Contracts that run out, as a time line and as its table.
struct ContractFields {
    /// One contract: what it is about and with whom.
    struct Line {
        var contract: CardContract
        /// The category that it lies in; `nil` where the page says it.
        var category: Named?
    }

    /// A name that leads to a page.
    struct Named {
        var name: String
        var page: Address
    }

    let from: CalendarDate
    let months: Int
    let reader: Reader

    /// What the template `contracts` shows; `nil` for no contract.
    ///
    /// - Parameters:
    ///   - lines: soonest first.
    ///   - count: of all, those that aren't among the lines too.
    func fields(_ lines: [Line], count: Int) -> Fields? {
        guard !lines.isEmpty else { return nil }
        let line = TimeLine(ends: lines.map(\.contract.ends), from: from, months: months, reader: reader)
        return [
            "drawing": Fields.Value(line.fields),
            "hasCategories": .flag(lines.contains { $0.category != nil }),
            "hasBuyers": .flag(lines.contains { $0.contract.buyer != nil }),
            "rows": Fields.Value(lines.enumerated().map { row($0 + 1, $1) }),
            "rest": Fields.Value(count > lines.count ? reader.count(count - lines.count) : nil),
        ]
    }

    private func row(_ number: Int, _ line: Line) -> Fields {
        let contract = line.contract
        return [
            "number": Fields.Value(number), "ends": .text(contract.ends.description), "title": .text(contract.title),
            "notice": .text(Address("notice", contract.noticeId).description),
            "buyer": Fields.Value(contract.buyer),
            "buyerPage": Fields.Value(contract.buyer.map { BuyerPage.address($0).description }),
            "category": Fields.Value(line.category?.name),
            "categoryPage": Fields.Value(line.category?.page.description),
            "suppliers": Fields.Value(
                contract.suppliers.map {
                    ["name": .text($0.name), "page": .text(Address("supplier", $0.id).description)]
                }),
        ]
    }
}
