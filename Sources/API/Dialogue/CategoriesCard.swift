import JSONRPC

/// One category on one page.
package enum CategoriesCard: Method {
    package static let name = "categories.card"
    package static let summary =
        "Gives a category on one page: suppliers, concentration, competition, newcomers, and what comes next."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which category, and seen from when.
    package struct Parameters: Described, KeptOnRequest {
        package var category: String
        package var limit: Limit?
        package var asOf: Day?
        package var monthsAhead: Int?
        package var keep: Bool?

        /// Where nothing is said.
        package static let standardMonths = 12

        package init(
            category: String, limit: Limit? = nil, asOf: Day? = nil, monthsAhead: Int? = nil, keep: Bool? = nil
        ) {
            self.category = category
            self.limit = limit
            self.asOf = asOf
            self.monthsAhead = monthsAhead
            self.keep = keep
        }

        package static let notes = [
            "category": "The id of a configured category.",
            "limit": "How many suppliers, contracts and notices at most, each: 1 to 1000, 20 where nothing is said.",
            "asOf": "The day that the card speaks of; today where nothing is said.",
            "monthsAhead":
                "How far ahead contracts that run out are listed: 0 to 120 months, 12 where nothing is said.",
            "keep": "Whether the answer is kept in a dossier; where nothing is said, as dossier.lists has it.",
        ]

        package static let bounds: [String: Bound] = [
            "category": .id, "monthsAhead": .integer(0...120),
        ]
    }

    /// The card.
    package struct Result: Described, KeptAnswer {
        package var category: NamedReference
        package var asOf: Day
        package var procurements: Int
        package var suppliers: [CardSupplier]
        package var supplierCount: Int
        package var byWins: CardConcentration?
        package var byValue: [ValueConcentration]
        package var winsWithoutValue: Int
        package var competition: CardCompetition
        package var years: [CardYear]
        package var newcomerCount: Int
        package var runningOut: [CardContract]
        package var runningOutCount: Int
        package var coming: [CardNotice]
        package var comingCount: Int
        package var dataThrough: Day?
        package var generation: Int
        package var dossier: DossierReference?

        package init(
            category: NamedReference, asOf: Day, procurements: Int, suppliers: [CardSupplier], supplierCount: Int,
            byWins: CardConcentration? = nil, byValue: [ValueConcentration], winsWithoutValue: Int,
            competition: CardCompetition, years: [CardYear], newcomerCount: Int, runningOut: [CardContract],
            runningOutCount: Int, coming: [CardNotice], comingCount: Int, dataThrough: Day? = nil, generation: Int,
            dossier: DossierReference? = nil
        ) {
            self.category = category
            self.asOf = asOf
            self.procurements = procurements
            self.suppliers = suppliers
            self.supplierCount = supplierCount
            self.byWins = byWins
            self.byValue = byValue
            self.winsWithoutValue = winsWithoutValue
            self.competition = competition
            self.years = years
            self.newcomerCount = newcomerCount
            self.runningOut = runningOut
            self.runningOutCount = runningOutCount
            self.coming = coming
            self.comingCount = comingCount
            self.dataThrough = dataThrough
            self.generation = generation
            self.dossier = dossier
        }

        package static let notes = [
            "category": "Which one.",
            "asOf": "The day that the card speaks of. What is dated later is left out.",
            "procurements":
                "Results that lie in it by the main code of the notice or of a lot, those that nobody won too.",
            "suppliers": "The most wins first; equal ones by id.",
            "supplierCount": "How many suppliers have won something in it.",
            "byWins": "Concentration by wins; absent where nobody has won.",
            "byValue": "Concentration by stated values, one line a currency.",
            "winsWithoutValue": "Wins whose value is missing or withheld: byValue says nothing of them.",
            "competition": "Tenders, single tenders and failures.",
            "years": "Year by year, the first first.",
            "newcomerCount": "Suppliers whose first win in it lies within the last 12 months.",
            "runningOut": "Contracts that end within the months ahead, soonest first. Only those whose end is stated.",
            "runningOutCount": "How many such contracts there are.",
            "coming": "What is open or planned: the nearest deadline first, then what has none, the latest first.",
            "comingCount": "How many such notices there are.",
            "dataThrough": "The date of the newest notice that counts; absent without any.",
            "generation": "The generation of the data that answered.",
            "dossier": "Where the answer is kept; absent where it isn't.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(category: "it", asOf: Day("2026-03-31")),
            gives: Result(
                category: NamedReference(id: "it", name: "IT"), asOf: Day(year: 2026, month: 3, day: 31),
                procurements: 5,
                suppliers: [
                    CardSupplier(
                        id: "SE4999022611", name: "Sundhamra Informationsteknik AB", wins: 3,
                        share: Points(millionths: 600_000),
                        values: [Amount(amount: "900.00", currency: "SEK")], lastWin: Day("2025-07-01"),
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
                    singleTenderShare: Points(millionths: 667_000), failedLots: 1),
                years: [CardYear(year: 2025, procurements: 5, suppliers: 3, newcomers: 1)], newcomerCount: 1,
                runningOut: [
                    CardContract(
                        noticeId: "0422cc77-a2d2-4aca-927c-d28aa9347937",
                        title: "Upphandling av drift av servrar, lagring och säkerhetskopiering",
                        buyer: "Norrvika kommun",
                        suppliers: [CardParty(id: "SE4999022611", name: "Sundhamra Informationsteknik AB")],
                        ends: Day(year: 2026, month: 9, day: 30))
                ], runningOutCount: 1,
                coming: [
                    CardNotice(
                        noticeId: "00012345-2026", title: "Nytt intranät", buyer: "Norrvika kommun",
                        purpose: .competition,
                        date: Day("2026-03-01"), deadline: Day("2026-05-01"))
                ], comingCount: 1, dataThrough: Day("2021-10-22"), generation: 7))
    }
}
