import API
import Matching
import Procurement
import Store
import Transport

struct EventsFunnelHandler: Handler {
    typealias Served = EventsFunnel

    let market: CurrentMarket
    let store: Store

    func answer(_ parameters: EventsFunnel.Parameters, for peer: Peer) async throws -> EventsFunnel.Result {
        let market = try await market.ready
        var (buyer, nuts): (BuyerQuery?, [String]?) = (parameters.buyer, [])
        market.office.fill(&buyer, &nuts)
        let asked = try AskedQuery(MatchQuery(title: ""), buyer: buyer, nuts: nil, in: market.snapshot)
        let named = asked.setting?.buyer
        let courses = try store.funnel(
            FunnelQuery(
                kind: parameters.kind, from: parameters.from, to: parameters.to,
                // A buyer of which nothing is known has no key: nothing of it is known, rather than that of all.
                buyer: named == nil ? nil : asked.query.buyerKey ?? "",
                limit: (parameters.limit ?? .standard).count))
        try Task.checkCancellation()
        let lines = courses.courses.map { FunnelLine($0, courses, months: parameters.months) }
        return EventsFunnel.Result(
            events: lines, years: FunnelYear.years(lines), buyer: named, winsThrough: courses.winsThrough,
            tendersThrough: courses.tendersThrough, generation: courses.generation)
    }
}

extension FunnelLine {
    /// - Parameter months: how long afterwards a tender and a win count; nil for as long as is known.
    init(_ course: EventCourse, _ known: EventCourses, months: Int?) {
        let event = course.event.event
        let end = months.flatMap { event.date?.adding(months: $0) }
        func isWithin(_ day: CalendarDate?) -> Bool { day.map { day in end.map { day <= $0 } ?? true } ?? false }
        func isKnown(_ through: CalendarDate?) -> Bool {
            guard let day = event.date, let through else { return false }
            return through > day
        }
        let companies = course.companies
        let came = companies.contains { $0.came != nil } ? companies.filter { $0.came == true } : nil
        let (knowsWins, knowsTenders) = (isKnown(known.winsThrough), isKnown(known.tendersThrough))
        func won(_ companies: [EventCourse.Company]) -> Int { companies.count { isWithin($0.won) } }
        func tendered(_ companies: [EventCourse.Company]) -> Int { companies.count { isWithin($0.tendered) } }
        self.init(
            event: Int(course.event.id), name: event.name, kind: event.kind, date: event.date,
            invited: companies.count(where: \.isInvited), registered: companies.count(where: \.isRegistered),
            came: came?.count, tendered: knowsTenders ? tendered(companies) : nil,
            won: knowsWins ? won(companies) : nil, cameTendered: knowsTenders ? came.map(tendered) : nil,
            cameWon: knowsWins ? came.map(won) : nil, unidentified: companies.count { $0.supplier == nil })
    }
}

extension FunnelYear {
    /// The latest first; events without a day are of no year.
    static func years(_ lines: [FunnelLine]) -> [FunnelYear] {
        Dictionary(grouping: lines.filter { $0.date != nil }) { $0.date?.civil.year ?? 0 }
            .sorted { $0.key > $1.key }.map { year, lines in
                func sum(_ member: (FunnelLine) -> Int?) -> (sum: Int?, of: Int) {
                    let known = lines.compactMap(member)
                    return (known.isEmpty ? nil : known.reduce(0, +), known.count)
                }
                let (came, tendered, won) = (sum(\.came), sum(\.tendered), sum(\.won))
                return FunnelYear(
                    year: year, events: lines.count, invited: lines.reduce(0) { $0 + $1.invited },
                    registered: lines.reduce(0) { $0 + $1.registered }, came: came.sum, cameOf: came.of,
                    tendered: tendered.sum, tenderedOf: tendered.of, won: won.sum, wonOf: won.of)
            }
    }
}
