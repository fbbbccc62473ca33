import Procurement

/// Makes tenders in the numbers in which the statistics have them: some 2.5 contracted ones a procurement, and as many that
/// lost; every thirtieth by a person.
struct StatisticsMaker {
    private var chance: SeededChance
    private var tenders: [MadeTender] = []
    private var sequence = 0

    private init(seed: UInt64) { chance = SeededChance(seed: seed, topic: "statistics") }

    // MARK: The market of the fixtures

    /// Who tendered in the fixtures' own market: for what its notices tell of too, and for as much more.
    static func tenders(seed: UInt64, suppliers: [MadeSupplier], purchases: [Purchase]) -> [MadeTender] {
        var maker = StatisticsMaker(seed: seed)
        let known = purchases.filter { (2023...2024).contains($0.announced.civil.year) && $0.feature != .naturalPerson }
        for purchase in known.prefix(40) { maker.add(purchase, among: suppliers) }
        for _ in 0..<40 { maker.addUnknown(among: suppliers) }
        return maker.tenders
    }

    /// A purchase that notices tell of: its winners, and others who lost.
    private mutating func add(_ purchase: Purchase, among suppliers: [MadeSupplier]) {
        let rivals = suppliers.filter { $0.trade.id == purchase.trade.id }
        sequence += 1
        for lot in purchase.lots {
            let winners = lot.outcome.tenders.flatMap(\.suppliers).map(MadeFirm.init)
            if winners.isEmpty, lot.outcome.tendersReceived == nil { continue }
            let losers = (0..<chance.within(0...3)).map { _ in MadeFirm(chance.one(of: rivals)) }
            add(
                title: purchase.title, lot: lot.number, lotTitle: lot.title, buyer: purchase.buyer,
                kind: purchase.trade.kind, cpv: lot.cpv.first ?? purchase.cpv[0], published: purchase.announced,
                isFramework: purchase.isFramework, winners: winners, losers: losers)
        }
    }

    private mutating func addUnknown(among suppliers: [MadeSupplier]) {
        let trade = chance.one(of: Trade.all)
        let subject = chance.one(of: trade.subjects)
        let buyer = chance.one(of: Buyer.all.filter { $0.buys(trade) })
        let rivals = suppliers.filter { $0.trade.id == trade.id }.map(MadeFirm.init)
        let published = CalendarDate(nearestTo: 2023, 1, 1).adding(days: chance.below(730))
        sequence += 1
        let title = "\(subject.title) \(sequence)"
        for lot in 1...chance.within(1...3) {
            add(
                title: title, lot: lot, lotTitle: "Område \(lot)", buyer: buyer, kind: trade.kind, cpv: subject.cpv[0],
                published: published, isFramework: chance.happens(40),
                winners: (0..<chance.within(0...2)).map { _ in chance.one(of: rivals) },
                losers: (0..<chance.within(0...4)).map { _ in chance.one(of: rivals) })
        }
    }

    private mutating func add(
        title: String, lot: Int, lotTitle: String, buyer: Buyer, kind: Trade.Kind, cpv: String, published: CalendarDate,
        isFramework: Bool, winners: [MadeFirm], losers: [MadeFirm]
    ) {
        let appealed = chance.happens(8) ? nil : chance.happens(10)
        let id = "\(7_000_000 + sequence * 13)"
        let all = winners.map { ($0 as MadeFirm?, true) } + losers.map { ($0, false) }
        for (firm, isContracted) in all.isEmpty ? [(nil, false)] : all {
            tenders.append(
                MadeTender(
                    procurement: id, lot: "\(id)-\(lot)", title: title, lotTitle: lotTitle, buyer: buyer, kind: kind,
                    cpv: cpv, published: published, isFramework: isFramework, isAppealed: appealed, firm: firm,
                    isContracted: isContracted))
        }
    }

    // MARK: A country

    /// Tenders of a whole country, so many as the statistics have.
    ///
    /// - Parameters:
    ///   - rows: how many.
    ///   - years: in which they were published.
    ///   - losers: whether those who lost are among them.
    static func country(seed: UInt64, rows: Int, years: ClosedRange<Int>, losers: Bool) -> [MadeTender] {
        var maker = StatisticsMaker(seed: seed)
        let firms = maker.firms(rows / 5 + 1)
        let buyers = maker.buyers(1 + rows / 120)
        while maker.tenders.count < rows { maker.addOne(firms: firms, buyers: buyers, years: years, losers: losers) }
        return Array(maker.tenders.prefix(rows))
    }

    private mutating func firms(_ count: Int) -> [[MadeFirm]] {
        var byTrade = [[MadeFirm]](repeating: [], count: Trade.all.count)
        var number = 0
        for index in 0..<count {
            let trade = Trade.all[index % Trade.all.count]
            var digits: MadeNumber?
            while digits == nil {
                number += 1
                digits = .firm(number)
            }
            var firm = MadeFirm(
                name: "\(chance.one(of: Place.all).town)s \(chance.one(of: trade.nameWords)) \(index) AB",
                number: digits?.digits ?? "",
                size: [.micro, .small, .medium, .large][chance.place(in: [4, 4, 2, 1])],
                industry: chance.one(of: trade.industries))
            firm.isPerson = chance.happens(3)
            byTrade[index % Trade.all.count].append(firm)
        }
        return byTrade
    }

    private mutating func buyers(_ count: Int) -> [Buyer] {
        (0..<count).map { index in
            let place = chance.one(of: Place.all)
            return Buyer(
                name: "\(place.town) \(index) kommun", number: MadeNumber.firm(500_000 + index) ?? .buyer(1),
                place: place,
                legalType: .localAuthority, trades: [])
        }
    }

    private mutating func addOne(firms: [[MadeFirm]], buyers: [Buyer], years: ClosedRange<Int>, losers: Bool) {
        let place = chance.below(Trade.all.count)
        let trade = Trade.all[place]
        let subject = chance.one(of: trade.subjects)
        let buyer = chance.one(of: buyers)
        let year = chance.within(years)
        let published = CalendarDate(nearestTo: year, 1, 1).adding(days: chance.below(365))
        sequence += 1
        let isFramework = chance.happens(40)
        for lot in 1...[1, 1, 1, 2, 3][chance.below(5)] {
            add(
                title: "\(subject.title) \(sequence)", lot: lot, lotTitle: "Område \(lot)", buyer: buyer,
                kind: trade.kind, cpv: subject.cpv[0], published: published, isFramework: isFramework,
                winners: (0..<[1, 1, 1, 2, 4][chance.below(5)]).map { _ in chance.one(of: firms[place]) },
                losers: losers ? (0..<chance.within(0...4)).map { _ in chance.one(of: firms[place]) } : [])
        }
    }
}
