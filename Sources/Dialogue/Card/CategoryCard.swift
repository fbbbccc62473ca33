import API
import Procurement

/// One category on one page (`categories.card`): who wins, how concentrated it is, how much competition there is, and
/// what comes next.
package struct CategoryCard: Sendable, Hashable, Codable {
    package let category: CategoryID
    package let asOf: CalendarDate
    package let procurements: Int
    /// Most wins first, then by id.
    package let suppliers: [SupplierLine]
    package let byWins: CardConcentration?
    /// One line a currency, the most wins first.
    package let byValue: [ValueConcentration]
    /// Wins whose value is missing or withheld.
    package let winsWithoutValue: Int
    /// Lots, or lots settled as one; and of these how many state how many tenders came, withhold it, or say nothing.
    package let lots: Int
    package let tendersStated: Int
    package let tendersWithheld: Int
    package let tendersMissing: Int
    /// How many tenders came in for a lot that states it; `nil` where none does.
    package let tenderSpread: TenderSpread?
    /// Who tendered, won or not; `nil` where of no procurement all tenderers are known.
    package let tenders: CategoryTenders?
    /// Of the lots that state it: those with one tender.
    package let singleTender: Int
    /// Lots that ended without a winner.
    package let failedLots: Int
    /// Year by year, the first first; procurements without a date are in none.
    package let years: [CardYear]
    /// Suppliers whose first win lies within the last months, by id.
    package let newcomers: [SupplierID]
    /// Contracts that end within the months ahead, soonest first.
    package let runningOut: [CardContract]
    /// What is open or planned: the nearest deadline first, then what has none, latest first. Past deadlines are left out.
    package let coming: [ComingNotice]

    /// One supplier in the category.
    package struct SupplierLine: Sendable, Hashable, Codable {
        package let supplier: SupplierID
        package let name: String
        /// Lot sets won.
        package let wins: Int
        /// Share of all wins, to a thousandth, rounded half up.
        package let share: Points
        /// What its wins are worth where stated, one sum a currency; its part where several share one award.
        package let values: [Money]
        package let lastWin: CalendarDate?
        package let isNewcomer: Bool
    }

    /// The single-tender share to a thousandth, rounded half up; `nil` where no lot states its tenders.
    package var singleTenderShare: Points? {
        tendersStated == 0 ? nil : Points(permille: (singleTender * 2000 + tendersStated) / (2 * tendersStated))
    }

    package init(_ input: CategoryCardInput) {
        let wins = CategoryWins(input.procurements)
        category = input.category
        asOf = input.asOf
        procurements = input.procurements.count
        let since = input.asOf.adding(months: -input.newcomerMonths)
        let newcomers = Set(wins.bySupplier.filter { $0.value.first.map { $0 > since } ?? false }.keys)
        let total = wins.bySupplier.values.reduce(0) { $0 + $1.count }
        suppliers = wins.bySupplier.map { supplier, record in
            SupplierLine(
                supplier: supplier, name: input.names[supplier] ?? supplier.rawValue, wins: record.count,
                share: Points(permille: (record.count * 2000 + total) / (2 * total)),
                values: record.values.sorted { $0.key < $1.key }.map { Money(hundredths: $0.value, currency: $0.key) },
                lastWin: record.last, isNewcomer: newcomers.contains(supplier))
        }.sorted { ($1.wins, $0.supplier) < ($0.wins, $1.supplier) }
        byWins = CardConcentration(parts: suppliers.map { Int64($0.wins) })
        byValue = wins.currencies.compactMap { currency, count in
            let parts = wins.bySupplier.values.map { $0.values[currency] ?? 0 }
            let sum = parts.filter { $0 > 0 }.reduce(0, CategoryWins.adding)
            return CardConcentration(parts: parts).map {
                ValueConcentration(
                    total: Amount(Money(hundredths: sum, currency: currency)), wins: count, concentration: $0)
            }
        }
        winsWithoutValue = wins.withoutValue
        lots = input.lots.count
        let tenders = input.lots.compactMap(\.tenders.value)
        tendersStated = tenders.count
        tendersWithheld = input.lots.count(where: \.tenders.isWithheld)
        tendersMissing = input.lots.count { $0.tenders == .missing }
        tenderSpread = TenderSpread(tenders.sorted())
        self.tenders = CategoryTenders(input.procurements, newSince: since)
        singleTender = tenders.count { $0 == 1 }
        failedLots = input.lots.count(where: \.ending.isFailure)
        years = Self.years(input.procurements)
        self.newcomers = newcomers.sorted()
        let horizon = input.asOf.adding(months: input.monthsAhead)
        runningOut = input.contracts.filter { $0.ends >= input.asOf && $0.ends <= horizon }
            .sorted { ($0.ends, $0.notice) < ($1.ends, $1.notice) }
        coming = Self.upcoming(input.coming, asOf: input.asOf)
    }

    private static func years(_ procurements: [PastProcurement]) -> [CardYear] {
        var seen: Set<SupplierID> = []
        let byYear = Dictionary(grouping: procurements.filter { $0.date != nil }) { $0.date?.civil.year ?? 0 }
        return byYear.sorted { $0.key < $1.key }.map { year, procurements in
            let winners = Set(procurements.flatMap(\.wins).map(\.supplier))
            defer { seen.formUnion(winners) }
            return CardYear(
                year: year, procurements: procurements.count, suppliers: winners.count,
                newcomers: winners.subtracting(seen).count)
        }
    }

    /// What has no deadline and is more than this old is no longer to come: nobody took the trouble to close it.
    private static let staleMonths = 24

    private static func upcoming(_ notices: [ComingNotice], asOf: CalendarDate) -> [ComingNotice] {
        let stale = asOf.adding(months: -staleMonths)
        let open = notices.filter { notice in
            if let deadline = notice.deadline { return deadline >= asOf }
            return notice.date.map { $0 >= stale } ?? false
        }
        let far = CalendarDate(daysSinceEpoch: .max)
        let never = CalendarDate(daysSinceEpoch: .min)
        return open.sorted {
            if $0.deadline != $1.deadline { return $0.deadline ?? far < $1.deadline ?? far }
            if $0.date != $1.date { return $0.date ?? never > $1.date ?? never }
            return $0.notice < $1.notice
        }
    }
}
