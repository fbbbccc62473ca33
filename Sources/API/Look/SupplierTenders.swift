import JSON
import JSONRPC
import Procurement

/// What a supplier has tendered for, won or not, as Upphandlingsmyndigheten's statistics tell.
@WireType
package struct SupplierTenders: Described {
    /// All of it.
    package var all: TenderCount
    /// Of procurements of which the statistics tell who lost too. A rate of success is to be made of these alone.
    package var told: TenderCount
    /// By the main CPV code of the procurements, most lots first, at most 10.
    package var cpv: [TendersOfCode] = []
    /// By buyer, most lots first, at most 10.
    package var buyers: [TendersOfBuyer] = []
    /// The day of the latest procurement; absent when none has one.
    package var latest: CalendarDate?
    /// The source, to be shown with the figures.
    package var source: BilingualText
}

extension BilingualText {
    /// The line that the licence of the national statistics asks for beside what is made of them.
    package static let statistics = BilingualText(
        sv: "Uppgifter: Upphandlingsmyndigheten, bearbetning: Torg.",
        en: "Data: Upphandlingsmyndigheten, processed by Torg.")
}

/// How many lots, and in how many of them there was a contract.
@WireType
package struct TenderCount: Described {
    /// Lots that it tendered for.
    package var lots: Int
    /// Of these, the lots in which it got a contract.
    package var contracted: Int
}

/// What of it is of one CPV code.
@WireType
package struct TendersOfCode: Described {
    /// The code, eight digits.
    package var code: String
    /// How many.
    package var count: TenderCount
}

/// What of it was for one buyer.
@WireType
package struct TendersOfBuyer: Described {
    /// Who bought.
    package var buyer: String
    /// How many.
    package var count: TenderCount
}
