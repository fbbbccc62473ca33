import JSON
import JSONRPC
import Procurement

/// One category on one page.
package enum CategoriesCard: Method {
    package static let name = "categories.card"
    package static let summary =
        "Gives a category on one page: suppliers, concentration, competition, newcomers, and what comes next."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which category, and seen from when.
    @WireType
    package struct Parameters: Described, KeptOnRequest {
        /// The id of a configured category.
        @Within(.id) package var category: String
        /// How many suppliers, contracts and notices at most, each: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The day that the card speaks of; today where nothing is said.
        package var asOf: CalendarDate?
        /// How far ahead contracts that run out are listed: 0 to 120 months, 12 where nothing is said.
        @Within(.integer(0...120)) package var monthsAhead: Int?
        /// Whether the answer is kept in a dossier; where nothing is said, as dossier.lists has it.
        package var keep: Bool?

        /// Where nothing is said.
        package static let standardMonths = 12
    }

    /// The card.
    @WireType
    package struct Result: Described, KeptAnswer {
        /// Which one.
        package var category: NamedReference
        /// The day that the card speaks of. What is dated later is left out.
        package var asOf: CalendarDate
        /// Results that lie in it by the main code of the notice or of a lot, those that nobody won too.
        package var procurements: Int
        /// The most wins first; equal ones by id.
        package var suppliers: [CardSupplier]
        /// How many suppliers have won something in it.
        package var supplierCount: Int
        /// Concentration by wins; absent where nobody has won.
        package var byWins: CardConcentration?
        /// Concentration by stated values, one line a currency.
        package var byValue: [ValueConcentration]
        /// Wins whose value is missing or withheld: byValue says nothing of them.
        package var winsWithoutValue: Int
        /// Tenders, single tenders and failures.
        package var competition: CardCompetition
        /// Who tendered, won or not, and how it went; absent where of no procurement all tenderers are known.
        package var tenders: CardTenders?
        /// Year by year, the first first.
        package var years: [CardYear]
        /// Suppliers whose first win in it lies within the last 12 months.
        package var newcomerCount: Int
        /// Contracts that end within the months ahead, soonest first. Only those whose end is stated.
        package var runningOut: [CardContract]
        /// How many such contracts there are.
        package var runningOutCount: Int
        /// What is open or planned: the nearest deadline first, then what has none, the latest first.
        package var coming: [CardNotice]
        /// How many such notices there are.
        package var comingCount: Int
        /// The date of the newest notice that counts; absent without any.
        package var dataThrough: CalendarDate?
        /// The generation of the data that answered.
        package var generation: Int
        /// Where the answer is kept; absent where it isn't.
        package var dossier: DossierReference?
    }

    package static var example: Example<Self> {
        Example(
            Parameters(category: "it", asOf: CalendarDate("2026-03-31")),
            gives: Result(
                category: NamedReference(id: "it", name: "IT"), asOf: CalendarDate(nearestTo: 2026, 3, 31),
                procurements: 5,
                suppliers: [
                    CardSupplier(
                        id: "SE4999022611", name: "Sundhamra Informationsteknik AB", wins: 3,
                        share: Points(millionths: 600_000),
                        values: [Amount(amount: "900.00", currency: "SEK")], lastWin: CalendarDate("2025-07-01"),
                        newcomer: false)
                ],
                supplierCount: 3,
                byWins: CardConcentration(
                    suppliers: 3, herfindahl: 4400, largest: Points(millionths: 600_000),
                    topThree: Points(millionths: 1_000_000)),
                byValue: [
                    ValueConcentration(
                        total: Amount(amount: "1000.00", currency: "SEK"), wins: 4,
                        concentration: CardConcentration(
                            suppliers: 2, herfindahl: 8200, largest: Points(millionths: 900_000),
                            topThree: Points(millionths: 1_000_000)))
                ], winsWithoutValue: 1,
                competition: CardCompetition(
                    lots: 5, tendersStated: 3, tendersWithheld: 1, tendersMissing: 1, singleTender: 2,
                    singleTenderShare: Points(millionths: 667_000), failedLots: 1,
                    tenders: TenderSpread(least: 1, lowerQuartile: 1, median: 1, upperQuartile: 4, greatest: 4)),
                tenders: CardTenders(
                    procurements: 2,
                    all: CardTenderers(
                        suppliers: 4, winners: 2, tenders: 5, won: 2, success: Points(millionths: 400_000)),
                    newcomers: CardTenderers(suppliers: 1, winners: 0, tenders: 1, won: 0, success: .zero),
                    established: CardTenderers(
                        suppliers: 3, winners: 2, tenders: 4, won: 2, success: Points(millionths: 500_000)),
                    source: .statistics),
                years: [CardYear(year: 2025, procurements: 5, suppliers: 3, newcomers: 1)], newcomerCount: 1,
                runningOut: [
                    CardContract(
                        noticeId: "0422cc77-a2d2-4aca-927c-d28aa9347937",
                        title: "Upphandling av drift av servrar, lagring och säkerhetskopiering",
                        buyer: "Norrvika kommun",
                        suppliers: [CardParty(id: "SE4999022611", name: "Sundhamra Informationsteknik AB")],
                        ends: CalendarDate(nearestTo: 2026, 9, 30))
                ], runningOutCount: 1,
                coming: [
                    CardNotice(
                        noticeId: "00012345-2026", title: "Nytt intranät", buyer: "Norrvika kommun",
                        purpose: .competition,
                        date: CalendarDate("2026-03-01"), deadline: CalendarDate("2026-05-01"))
                ], comingCount: 1, dataThrough: CalendarDate("2021-10-22"), generation: 7))
    }
}
