import JSON
import JSONRPC
import Procurement

/// A supplier in a category.
@WireType
package struct CardSupplier: Described {
    /// For suppliers.get. Never a personal number.
    package var id: String
    /// Its name.
    package var name: String
    /// Sets of lots won in the category.
    package var wins: Int
    /// Its share of all wins, to a thousandth.
    package var share: Points
    /// What its wins are worth where stated, a sum a currency; an equal part where several share an award.
    package var values: [Amount]
    /// The day of its latest win; absent where no date is known.
    package var lastWin: CalendarDate?
    /// True where its first win in the category lies within the last 12 months.
    package var newcomer: Bool
}

/// How much of a market the largest have.
@WireType
package struct CardConcentration: Described {
    /// Suppliers with a part.
    package var suppliers: Int
    /// Herfindahl–Hirschman index, 0 to 10000: the sum of squared shares in per cent. Above 2500 a market is usually
    /// called highly concentrated.
    package var herfindahl: Int
    /// The share of the largest, to a thousandth.
    package var largest: Points
    /// The share of the three largest, to a thousandth.
    package var topThree: Points
}

/// Concentration over the stated values in one currency.
@WireType
package struct ValueConcentration: Described {
    /// The sum of the stated values.
    package var total: Amount
    /// How many wins state a value in the currency.
    package var wins: Int
    /// Whose they are.
    package var concentration: CardConcentration
}

/// How much competition there is.
@WireType
package struct CardCompetition: Described {
    /// Lots that were settled; lots settled as one count once.
    package var lots: Int
    /// Of these, how many state how many tenders came in.
    package var tendersStated: Int
    /// How many withhold it.
    package var tendersWithheld: Int
    /// How many don't give it.
    package var tendersMissing: Int
    /// Of those that state it, how many had exactly one.
    package var singleTender: Int
    /// The share of single tenders among those that state it, to a thousandth; absent for none.
    package var singleTenderShare: Points?
    /// Lots that ended without a winner.
    package var failedLots: Int
    /// How many tenders came in for a lot, over those that state it; absent for none.
    package var tenders: TenderSpread?
}

/// Who tendered in a category and how it went, by procurements of which all tenderers are known. A supplier's tenders in one
/// procurement are one.
@WireType
package struct CardTenders: Described {
    /// How many such procurements there are.
    package var procurements: Int
    /// All who tendered.
    package var all: CardTenderers
    /// Those whose first known tender in the category lies within the last 12 months.
    package var newcomers: CardTenderers
    /// The others.
    package var established: CardTenderers
    /// The source, to be shown with the figures.
    package var source: BilingualText
}

/// Some of those who tendered, and how it went for them.
@WireType
package struct CardTenderers: Described {
    /// Suppliers known by name that tendered.
    package var suppliers: Int
    /// Of these, how many won something.
    package var winners: Int
    /// Their tenders, one for each procurement.
    package var tenders: Int
    /// Of these, how many won something.
    package var won: Int
    /// The share of the tenders that won something, to a thousandth; absent for none.
    package var success: Points?
}

/// One year in a category.
@WireType
package struct CardYear: Described {
    /// The year.
    package var year: Int
    /// Results dated in it.
    package var procurements: Int
    /// Suppliers that won something.
    package var suppliers: Int
    /// Those of them that had won nothing in the category before; in the first year everybody.
    package var newcomers: Int
}

/// A contract whose end is stated.
@WireType
package struct CardContract: Described {
    /// For notices.get.
    package var noticeId: String
    /// The title of its notice.
    package var title: String
    /// Who bought; absent when the notice does not say.
    package var buyer: String?
    /// Who has the contract; empty where that is withheld.
    package var suppliers: [CardParty]
    /// Its last day.
    package var ends: CalendarDate
}

/// Who has a contract.
@WireType
package struct CardParty: Described {
    /// For suppliers.get. Never a personal number.
    package var id: String
    /// Its name.
    package var name: String
}

/// A notice of what is to be bought.
@WireType
package struct CardNotice: Described {
    /// For notices.get.
    package var noticeId: String
    /// Its title.
    package var title: String
    /// Who buys; absent when the notice does not say.
    package var buyer: String?
    /// planning or competition.
    package var purpose: NoticePurpose
    /// Its day; absent when the notice has none.
    package var date: CalendarDate?
    /// The last day for tenders, of the lot that is open longest; absent when not given.
    package var deadline: CalendarDate?
}
