import JSONRPC

/// A supplier in a category.
package struct CardSupplier: Described {
    package var id: String
    package var name: String
    package var wins: Int
    package var share: Points
    package var values: [Amount]
    package var lastWin: Day?
    package var newcomer: Bool

    package init(
        id: String, name: String, wins: Int, share: Points, values: [Amount], lastWin: Day? = nil, newcomer: Bool
    ) {
        self.id = id
        self.name = name
        self.wins = wins
        self.share = share
        self.values = values
        self.lastWin = lastWin
        self.newcomer = newcomer
    }

    package static let notes = [
        "id": "For suppliers.get. Never a personal number.",
        "name": "Its name.",
        "wins": "Sets of lots won in the category.",
        "share": "Its share of all wins, to a thousandth.",
        "values": "What its wins are worth where stated, a sum a currency; an equal part where several share an award.",
        "lastWin": "The day of its latest win; absent where no date is known.",
        "newcomer": "True where its first win in the category lies within the last 12 months.",
    ]
}

/// How much of a market the largest have.
package struct CardConcentration: Described {
    package var suppliers: Int
    package var herfindahl: Int
    package var largest: Points
    package var topThree: Points

    package init(suppliers: Int, herfindahl: Int, largest: Points, topThree: Points) {
        self.suppliers = suppliers
        self.herfindahl = herfindahl
        self.largest = largest
        self.topThree = topThree
    }

    package static let notes = [
        "suppliers": "Suppliers with a part.",
        "herfindahl":
            "Herfindahl–Hirschman index, 0 to 10000: the sum of squared shares in per cent. Above 2500 a market is "
            + "usually called highly concentrated.",
        "largest": "The share of the largest, to a thousandth.",
        "topThree": "The share of the three largest, to a thousandth.",
    ]
}

/// Concentration over the stated values in one currency.
package struct ValueConcentration: Described {
    package var total: Amount
    package var wins: Int
    package var concentration: CardConcentration

    package init(total: Amount, wins: Int, concentration: CardConcentration) {
        self.total = total
        self.wins = wins
        self.concentration = concentration
    }

    package static let notes = [
        "total": "The sum of the stated values.",
        "wins": "How many wins state a value in the currency.",
        "concentration": "Whose they are.",
    ]
}

/// How much competition there is.
package struct CardCompetition: Described {
    package var lots: Int
    package var tendersStated: Int
    package var tendersWithheld: Int
    package var tendersMissing: Int
    package var singleTender: Int
    package var singleTenderShare: Points?
    package var failedLots: Int

    package init(
        lots: Int, tendersStated: Int, tendersWithheld: Int, tendersMissing: Int, singleTender: Int,
        singleTenderShare: Points? = nil, failedLots: Int
    ) {
        self.lots = lots
        self.tendersStated = tendersStated
        self.tendersWithheld = tendersWithheld
        self.tendersMissing = tendersMissing
        self.singleTender = singleTender
        self.singleTenderShare = singleTenderShare
        self.failedLots = failedLots
    }

    package static let notes = [
        "lots": "Lots that were settled; lots settled as one count once.",
        "tendersStated": "Of these, how many state how many tenders came in.",
        "tendersWithheld": "How many withhold it.",
        "tendersMissing": "How many don't give it.",
        "singleTender": "Of those that state it, how many had exactly one.",
        "singleTenderShare": "The share of single tenders among those that state it, to a thousandth; absent for none.",
        "failedLots": "Lots that ended without a winner.",
    ]
}

/// One year in a category.
package struct CardYear: Described {
    package var year: Int
    package var procurements: Int
    package var suppliers: Int
    package var newcomers: Int

    package init(year: Int, procurements: Int, suppliers: Int, newcomers: Int) {
        self.year = year
        self.procurements = procurements
        self.suppliers = suppliers
        self.newcomers = newcomers
    }

    package static let notes = [
        "year": "The year.",
        "procurements": "Results dated in it.",
        "suppliers": "Suppliers that won something.",
        "newcomers": "Those of them that had won nothing in the category before; in the first year everybody.",
    ]
}

/// A contract whose end is stated.
package struct CardContract: Described {
    package var noticeId: String
    package var title: String
    package var buyer: String?
    package var suppliers: [CardParty]
    package var ends: Day

    package init(noticeId: String, title: String, buyer: String? = nil, suppliers: [CardParty], ends: Day) {
        self.noticeId = noticeId
        self.title = title
        self.buyer = buyer
        self.suppliers = suppliers
        self.ends = ends
    }

    package static let notes = [
        "noticeId": "For notices.get.",
        "title": "The title of its notice.",
        "buyer": "Who bought; absent when the notice does not say.",
        "suppliers": "Who has the contract; empty where that is withheld.",
        "ends": "Its last day.",
    ]
}

/// Who has a contract.
package struct CardParty: Described {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    package static let notes = ["id": "For suppliers.get. Never a personal number.", "name": "Its name."]
}

/// A notice of what is to be bought.
package struct CardNotice: Described {
    package var noticeId: String
    package var title: String
    package var buyer: String?
    package var purpose: NoticePurpose
    package var date: Day?
    package var deadline: Day?

    package init(
        noticeId: String, title: String, buyer: String? = nil, purpose: NoticePurpose, date: Day? = nil,
        deadline: Day? = nil
    ) {
        self.noticeId = noticeId
        self.title = title
        self.buyer = buyer
        self.purpose = purpose
        self.date = date
        self.deadline = deadline
    }

    package static let notes = [
        "noticeId": "For notices.get.",
        "title": "Its title.",
        "buyer": "Who buys; absent when the notice does not say.",
        "purpose": "planning or competition.",
        "date": "Its day; absent when the notice has none.",
        "deadline": "The last day for tenders, of the lot that is open longest; absent when not given.",
    ]
}
