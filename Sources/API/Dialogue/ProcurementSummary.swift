import JSONRPC

/// How a procurement, or a lot of it, ended.
package enum ProcurementOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    case awarded, failed, unknown
}

/// A procurement that others have made.
package struct SimilarProcurement: Described {
    package var noticeId: String
    package var title: String
    package var buyer: String?
    package var date: Day?
    package var cpv: [String]
    package var procedure: String?
    package var value: Disclosure<Amount>?
    package var outcome: ProcurementOutcome
    package var lots: [LotResult]
    package var similarity: Points

    package init(
        noticeId: String, title: String, buyer: String? = nil, date: Day? = nil, cpv: [String] = [],
        procedure: String? = nil, value: Disclosure<Amount>? = nil, outcome: ProcurementOutcome,
        lots: [LotResult] = [], similarity: Points
    ) {
        self.noticeId = noticeId
        self.title = title
        self.buyer = buyer
        self.date = date
        self.cpv = cpv
        self.procedure = procedure
        self.value = value
        self.outcome = outcome
        self.lots = lots
        self.similarity = similarity
    }

    package static let notes = [
        "noticeId": "For notices.get.",
        "title": "Its title.",
        "buyer": "Who bought; absent when the notice does not say.",
        "date": "Its day; absent when the notice has none.",
        "cpv": "CPV codes, the main one first.",
        "procedure": "The code of the procedure (BT-105), such as open; absent when the notice does not say.",
        "value": "Its value: an amount, withheld, or absent when not given.",
        "outcome": "Awarded where any lot was, failed where lots closed without a winner and none was awarded.",
        "lots": "What its awards settle, as the notice divides it; a framework's lot once.",
        "similarity": "How much it is like the text, from 0 to 1.",
    ]
}

/// How a lot went, or several that were settled as one.
package struct LotResult: Described {
    package var tenders: Disclosure<Int>?
    package var outcome: ProcurementOutcome
    package var reason: String?

    package init(tenders: Disclosure<Int>? = nil, outcome: ProcurementOutcome, reason: String? = nil) {
        self.tenders = tenders
        self.outcome = outcome
        self.reason = reason
    }

    package static let notes = [
        "tenders": "How many tenders came in: a number, withheld, or absent when not given.",
        "outcome": "How it ended.",
        "reason": "The code of the reason for a failure (BT-144), where given.",
    ]
}

/// How others went about it. Missing, withheld and none stay apart: each figure says of how many it is known.
package struct ProcurementSummary: Described {
    package var procurements: Int
    package var lots: Int
    package var procedures: [CodeCount]
    package var values: [ValueSpread]
    package var valuesWithheld: Int
    package var valuesMissing: Int
    package var tenders: TenderSpread?
    package var tendersStated: Int
    package var tendersWithheld: Int
    package var tendersMissing: Int
    package var singleTender: Int
    package var awarded: Int
    package var failed: Int
    package var undecided: Int
    package var failedLots: Int
    package var failures: [CodeCount]

    package init(
        procurements: Int, lots: Int, procedures: [CodeCount], values: [ValueSpread], valuesWithheld: Int,
        valuesMissing: Int, tenders: TenderSpread? = nil, tendersStated: Int, tendersWithheld: Int, tendersMissing: Int,
        singleTender: Int, awarded: Int, failed: Int, undecided: Int, failedLots: Int, failures: [CodeCount]
    ) {
        self.procurements = procurements
        self.lots = lots
        self.procedures = procedures
        self.values = values
        self.valuesWithheld = valuesWithheld
        self.valuesMissing = valuesMissing
        self.tenders = tenders
        self.tendersStated = tendersStated
        self.tendersWithheld = tendersWithheld
        self.tendersMissing = tendersMissing
        self.singleTender = singleTender
        self.awarded = awarded
        self.failed = failed
        self.undecided = undecided
        self.failedLots = failedLots
        self.failures = failures
    }

    package static let notes = [
        "procurements": "How many it is about.",
        "lots": "How many lots they settle; lots settled as one count once.",
        "procedures": "Procedures by code (BT-105), the most used first.",
        "values": "One line a currency, the most used first.",
        "valuesWithheld": "Procurements that withhold their value.",
        "valuesMissing": "Procurements that don't give it.",
        "tenders": "Tenders a lot; absent where no lot states them.",
        "tendersStated": "Lots that state how many tenders came in.",
        "tendersWithheld": "Lots that withhold it.",
        "tendersMissing": "Lots that don't give it.",
        "singleTender": "Of the lots that state it, those with exactly one tender.",
        "awarded": "Procurements of which something was awarded.",
        "failed": "Procurements that ended with nothing awarded.",
        "undecided": "Procurements that say neither.",
        "failedLots": "Lots that ended without a winner, also where other lots were awarded.",
        "failures": "Why lots failed, by code (BT-144), the most frequent first.",
    ]

    static var example: ProcurementSummary {
        ProcurementSummary(
            procurements: 12, lots: 14, procedures: [CodeCount(code: "open", count: 11), CodeCount(count: 1)],
            values: [
                ValueSpread(
                    currency: "SEK", count: 4, least: Amount(amount: "200000.00", currency: "SEK"),
                    lowerQuartile: Amount(amount: "200000.00", currency: "SEK"),
                    median: Amount(amount: "800000.00", currency: "SEK"),
                    upperQuartile: Amount(amount: "1250000.00", currency: "SEK"),
                    greatest: Amount(amount: "3000000.00", currency: "SEK"))
            ], valuesWithheld: 1, valuesMissing: 7,
            tenders: TenderSpread(least: 1, lowerQuartile: 2, median: 3, upperQuartile: 4, greatest: 6),
            tendersStated: 9, tendersWithheld: 0, tendersMissing: 5, singleTender: 1, awarded: 11, failed: 1,
            undecided: 0, failedLots: 2, failures: [CodeCount(code: "no-rece", count: 2)])
    }
}

/// How many have a code.
package struct CodeCount: Described {
    package var code: String?
    package var count: Int

    package init(code: String? = nil, count: Int) {
        self.code = code
        self.count = count
    }

    package static let notes = ["code": "The code; absent for those that give none.", "count": "How many."]
}

/// Values in one currency: five figures, each a value that occurs.
package struct ValueSpread: Described {
    package var currency: String
    package var count: Int
    package var least: Amount
    package var lowerQuartile: Amount
    package var median: Amount
    package var upperQuartile: Amount
    package var greatest: Amount

    package init(
        currency: String, count: Int, least: Amount, lowerQuartile: Amount, median: Amount, upperQuartile: Amount,
        greatest: Amount
    ) {
        self.currency = currency
        self.count = count
        self.least = least
        self.lowerQuartile = lowerQuartile
        self.median = median
        self.upperQuartile = upperQuartile
        self.greatest = greatest
    }

    package static let notes = [
        "currency": "ISO 4217, such as SEK.",
        "count": "How many procurements state a value in it.",
        "least": "The smallest.",
        "lowerQuartile": "A quarter are at most this.",
        "median": "Half are at most this.",
        "upperQuartile": "Three quarters are at most this.",
        "greatest": "The largest.",
    ]
}

/// Tenders a lot: five figures, each a number that occurs.
package struct TenderSpread: Described {
    package var least: Int
    package var lowerQuartile: Int
    package var median: Int
    package var upperQuartile: Int
    package var greatest: Int

    package init(least: Int, lowerQuartile: Int, median: Int, upperQuartile: Int, greatest: Int) {
        self.least = least
        self.lowerQuartile = lowerQuartile
        self.median = median
        self.upperQuartile = upperQuartile
        self.greatest = greatest
    }

    package static let notes = [
        "least": "The fewest.",
        "lowerQuartile": "A quarter have at most this many.",
        "median": "Half have at most this many.",
        "upperQuartile": "Three quarters have at most this many.",
        "greatest": "The most.",
    ]
}
