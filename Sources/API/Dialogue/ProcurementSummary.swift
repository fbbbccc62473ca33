import JSON
import JSONRPC
import Procurement

/// How a procurement, or a lot of it, ended.
package enum ProcurementOutcome: String, WireWord {
    case awarded, failed, unknown
}

/// A procurement that others have made.
@WireType
package struct SimilarProcurement: Described {
    /// For notices.get.
    package var noticeId: String
    /// Its title.
    package var title: String
    /// Who bought; absent when the notice does not say.
    package var buyer: String?
    /// Its day; absent when the notice has none.
    package var date: CalendarDate?
    /// CPV codes, the main one first.
    package var cpv: [String] = []
    /// The code of the procedure (BT-105), such as open; absent when the notice does not say.
    package var procedure: String?
    /// Its value: an amount, withheld, or absent when not given.
    package var value: Disclosure<Amount>?
    /// Awarded where any lot was, failed where lots closed without a winner and none was awarded.
    package var outcome: ProcurementOutcome
    /// What its awards settle, as the notice divides it; a framework's lot once.
    package var lots: [LotResult] = []
    /// How much it is like the text, from 0 to 1.
    package var similarity: Points
}

/// How a lot went, or several that were settled as one.
@WireType
package struct LotResult: Described {
    /// How many tenders came in: a number, withheld, or absent when not given.
    package var tenders: Disclosure<Int>?
    /// How it ended.
    package var outcome: ProcurementOutcome
    /// The code of the reason for a failure (BT-144), where given.
    package var reason: String?
}

/// How others went about it. Missing, withheld and none stay apart: each figure says of how many it is known.
@WireType
package struct ProcurementSummary: Described {
    /// How many it is about.
    package var procurements: Int
    /// How many lots they settle; lots settled as one count once.
    package var lots: Int
    /// Procedures by code (BT-105), the most used first.
    package var procedures: [CodeCount]
    /// One line a currency, the most used first.
    package var values: [ValueSpread]
    /// Procurements that withhold their value.
    package var valuesWithheld: Int
    /// Procurements that don't give it.
    package var valuesMissing: Int
    /// Tenders a lot; absent where no lot states them.
    package var tenders: TenderSpread?
    /// Lots that state how many tenders came in.
    package var tendersStated: Int
    /// Lots that withhold it.
    package var tendersWithheld: Int
    /// Lots that don't give it.
    package var tendersMissing: Int
    /// Of the lots that state it, those with exactly one tender.
    package var singleTender: Int
    /// Procurements of which something was awarded.
    package var awarded: Int
    /// Procurements that ended with nothing awarded.
    package var failed: Int
    /// Procurements that say neither.
    package var undecided: Int
    /// Lots that ended without a winner, also where other lots were awarded.
    package var failedLots: Int
    /// Why lots failed, by code (BT-144), the most frequent first.
    package var failures: [CodeCount]

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
@WireType
package struct CodeCount: Described {
    /// The code; absent for those that give none.
    package var code: String?
    /// How many.
    package var count: Int
}

/// Values in one currency: five figures, each a value that occurs.
@WireType
package struct ValueSpread: Described {
    /// ISO 4217, such as SEK.
    package var currency: String
    /// How many procurements state a value in it.
    package var count: Int
    /// The smallest.
    package var least: Amount
    /// A quarter are at most this.
    package var lowerQuartile: Amount
    /// Half are at most this.
    package var median: Amount
    /// Three quarters are at most this.
    package var upperQuartile: Amount
    /// The largest.
    package var greatest: Amount
}

/// Tenders a lot: five figures, each a number that occurs.
@WireType
package struct TenderSpread: Described {
    /// The fewest.
    package var least: Int
    /// A quarter have at most this many.
    package var lowerQuartile: Int
    /// Half have at most this many.
    package var median: Int
    /// Three quarters have at most this many.
    package var upperQuartile: Int
    /// The most.
    package var greatest: Int
}
