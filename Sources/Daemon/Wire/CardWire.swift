import API
import Dialogue
import Procurement

extension CategoriesCard.Result {
    /// - Parameter limit: how many suppliers, contracts and notices are listed, each; the counts are of all.
    init(
        _ card: CategoryCard, of category: Category, names: [SupplierID: String], limit: Int,
        dataThrough: CalendarDate?,
        generation: Int
    ) {
        self.init(
            category: NamedReference(id: category.id.rawValue, name: category.shownName), asOf: Day(civil: card.asOf),
            procurements: card.procurements, suppliers: card.suppliers.prefix(limit).map(CardSupplier.init),
            supplierCount: card.suppliers.count, byWins: card.byWins.map(CardConcentration.init),
            byValue: card.byValue.map(API.ValueConcentration.init), winsWithoutValue: card.winsWithoutValue,
            competition: CardCompetition(card), years: card.years.map(CardYear.init),
            newcomerCount: card.newcomers.count,
            runningOut: card.runningOut.prefix(limit).map { API.CardContract($0, names: names) },
            runningOutCount: card.runningOut.count, coming: card.coming.prefix(limit).map(CardNotice.init),
            comingCount: card.coming.count, dataThrough: dataThrough.flatMap(Day.init), generation: generation)
    }
}

extension CardSupplier {
    init(_ line: CategoryCard.SupplierLine) {
        self.init(
            id: line.supplier.rawValue, name: line.name, wins: line.wins, share: Points(permille: line.winsPermille),
            values: line.values.map { Amount($0) }, lastWin: line.lastWin.map(Day.init(civil:)),
            newcomer: line.isNewcomer)
    }
}

extension CardConcentration {
    init(_ concentration: Concentration) {
        self.init(
            suppliers: concentration.suppliers, herfindahl: concentration.herfindahl,
            largest: Points(permille: concentration.largestPermille),
            topThree: Points(permille: concentration.topThreePermille))
    }
}

extension API.ValueConcentration {
    init(_ line: CategoryCard.ValueConcentration) {
        self.init(
            total: Amount(line.total), wins: line.wins, concentration: CardConcentration(line.concentration))
    }
}

extension CardCompetition {
    init(_ card: CategoryCard) {
        self.init(
            lots: card.lots, tendersStated: card.tendersStated, tendersWithheld: card.tendersWithheld,
            tendersMissing: card.tendersMissing, singleTender: card.singleTender,
            singleTenderShare: card.singleTenderPermille.map(Points.init(permille:)), failedLots: card.failedLots)
    }
}

extension CardYear {
    init(_ line: CategoryCard.YearLine) {
        self.init(
            year: line.year, procurements: line.procurements, suppliers: line.suppliers, newcomers: line.newcomers)
    }
}

extension API.CardContract {
    init(_ contract: Dialogue.CardContract, names: [SupplierID: String]) {
        self.init(
            noticeId: contract.notice.rawValue, title: contract.title, buyer: contract.buyer,
            suppliers: contract.suppliers.map { CardParty(id: $0.rawValue, name: names[$0] ?? $0.rawValue) },
            ends: Day(civil: contract.ends))
    }
}

extension CardNotice {
    init(_ notice: ComingNotice) {
        self.init(
            noticeId: notice.notice.rawValue, title: notice.title, buyer: notice.buyer,
            purpose: API.NoticePurpose(notice.purpose), date: notice.date.map(Day.init(civil:)),
            deadline: notice.deadline.map(Day.init(civil:)))
    }
}

extension API.Points {
    fileprivate init(permille: Int) { self.init(millionths: permille * 1000) }
}

extension Day {
    fileprivate init(civil date: CalendarDate) {
        let (year, month, day) = date.civil
        self.init(year: year, month: month, day: day)
    }
}
