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
            category: NamedReference(id: category.id.rawValue, name: category.shownName), asOf: card.asOf,
            procurements: card.procurements, suppliers: card.suppliers.prefix(limit).map(CardSupplier.init),
            supplierCount: card.suppliers.count, byWins: card.byWins,
            byValue: card.byValue, winsWithoutValue: card.winsWithoutValue,
            competition: CardCompetition(card), tenders: card.tenders.map(CardTenders.init), years: card.years,
            newcomerCount: card.newcomers.count,
            runningOut: card.runningOut.prefix(limit).map { API.CardContract($0, names: names) },
            runningOutCount: card.runningOut.count, coming: card.coming.prefix(limit).map(CardNotice.init),
            comingCount: card.coming.count, dataThrough: dataThrough, generation: generation)
    }
}

extension CardSupplier {
    init(_ line: CategoryCard.SupplierLine) {
        self.init(
            id: line.supplier.rawValue, name: line.name, wins: line.wins, share: line.share,
            values: line.values.map { Amount($0) }, lastWin: line.lastWin,
            newcomer: line.isNewcomer)
    }
}

extension CardCompetition {
    init(_ card: CategoryCard) {
        self.init(
            lots: card.lots, tendersStated: card.tendersStated, tendersWithheld: card.tendersWithheld,
            tendersMissing: card.tendersMissing, singleTender: card.singleTender,
            singleTenderShare: card.singleTenderShare, failedLots: card.failedLots, tenders: card.tenderSpread)
    }
}

extension CardTenders {
    init(_ tenders: CategoryTenders) {
        self.init(
            procurements: tenders.procurements, all: tenders.all, newcomers: tenders.newcomers,
            established: tenders.established, source: .statistics)
    }
}

extension API.CardContract {
    init(_ contract: Dialogue.CardContract, names: [SupplierID: String]) {
        self.init(
            noticeId: contract.notice.rawValue, title: contract.title, buyer: contract.buyer,
            suppliers: contract.suppliers.map { CardParty(id: $0.rawValue, name: names[$0] ?? $0.rawValue) },
            ends: contract.ends)
    }
}

extension CardNotice {
    init(_ notice: ComingNotice) {
        self.init(
            noticeId: notice.notice.rawValue, title: notice.title, buyer: notice.buyer,
            purpose: notice.purpose, date: notice.date,
            deadline: notice.deadline)
    }
}
