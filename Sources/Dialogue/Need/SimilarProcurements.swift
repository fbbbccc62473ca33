import Procurement

/// One procurement that others have made and that resembles the need.
package struct SimilarProcurement: Sendable, Hashable, Codable {
    package var notice: NoticeID
    package var title: String
    package var buyer: String?
    package var date: CalendarDate?
    /// BT-105 as in `Procedure.type`.
    package var procedure: String?
    package var value: Disclosed<Money>
    /// What its awards settled, as the notice divides it.
    package var lots: [LotCourse]

    package init(
        notice: NoticeID, title: String, buyer: String?, date: CalendarDate? = nil, procedure: String? = nil,
        value: Disclosed<Money> = .missing, lots: [LotCourse] = []
    ) {
        self.notice = notice
        self.title = title
        self.buyer = buyer
        self.date = date
        self.procedure = procedure
        self.value = value
        self.lots = lots
    }

    package init(_ course: ProcurementCourse) {
        self.init(
            notice: course.notice, title: course.title, buyer: course.buyer, date: course.date,
            procedure: course.procedureType, value: course.value, lots: LotCourse.lots(of: course.awards))
    }

    /// Awarded where any lot was; failed where lots failed and none was awarded.
    package var ending: LotCourse.Ending {
        if lots.contains(where: { $0.ending == .awarded }) { return .awarded }
        return lots.first { $0.ending.isFailure }?.ending ?? .unknown
    }
}

/// How others went about it: procedures, values, competition, failures. Missing, withheld and none stay apart.
package struct ProcurementSummary: Sendable, Hashable, Codable {
    package let procurements: Int
    /// What their awards settled: a lot, or lots settled as one.
    package let lots: Int
    /// Most used first; `nil` counts those that don't say.
    package let procedures: [Count]
    /// One line a currency, the most used first.
    package let values: [ValueSummary]
    package let valuesWithheld: Int
    package let valuesMissing: Int
    /// By lot; `nil` where none states how many tenders came.
    package let tenders: Quantiles<Int>?
    package let tendersWithheld: Int
    package let tendersMissing: Int
    /// Lots with exactly one tender, of those that state the number.
    package let singleTender: Int
    /// Lots that state the number.
    package let tendersStated: Int
    /// Procurements of which something was awarded.
    package let awarded: Int
    /// Procurements that ended with nothing awarded.
    package let failed: Int
    /// Neither awarded nor failed as far as is known.
    package let undecided: Int
    /// Lots that ended without a winner, also where other lots of the same procurement were awarded.
    package let failedLots: Int
    /// Why lots failed, the most frequent first; `nil` counts those that don't say.
    package let failures: [Count]

    /// How many have a code.
    package struct Count: Sendable, Hashable, Codable {
        package let code: String?
        package let count: Int
    }

    /// The values in one currency.
    package struct ValueSummary: Sendable, Hashable, Codable {
        package let currency: String
        package let count: Int
        package let quantiles: Quantiles<Money>
    }

    package init(of procurements: [SimilarProcurement]) {
        self.procurements = procurements.count
        procedures = Self.counts(procurements.map(\.procedure))
        let stated = Dictionary(grouping: procurements.compactMap(\.value.value), by: \.currency)
        values = stated.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap { currency, values in
            Quantiles(values.sorted { $0.hundredths < $1.hundredths }).map {
                ValueSummary(currency: currency, count: values.count, quantiles: $0)
            }
        }
        valuesWithheld = procurements.count(where: \.value.isWithheld)
        valuesMissing = procurements.count { $0.value == .missing }
        let lots = procurements.flatMap(\.lots)
        self.lots = lots.count
        let tenders = lots.compactMap(\.tenders.value).sorted()
        self.tenders = Quantiles(tenders)
        tendersStated = tenders.count
        tendersWithheld = lots.count(where: \.tenders.isWithheld)
        tendersMissing = lots.count { $0.tenders == .missing }
        singleTender = tenders.count { $0 == 1 }
        awarded = procurements.count { $0.ending == .awarded }
        undecided = procurements.count { $0.ending == .unknown }
        failed = procurements.count - awarded - undecided
        failedLots = lots.count(where: \.ending.isFailure)
        failures = Self.counts(
            lots.compactMap { lot -> String?? in
                if case .failed(let reason) = lot.ending { .some(reason) } else { nil }
            })
    }

    private static func counts(_ codes: [String?]) -> [Count] {
        Dictionary(grouping: codes) { $0 }.map { Count(code: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.code ?? "\u{10FFFF}") < ($0.count, $1.code ?? "\u{10FFFF}") }
    }
}

/// Five figures of a sorted list, each a value that occurs in it: the smallest, a quarter, half, three quarters and
/// the largest by nearest rank (Hyndman and Fan 1996, type 1), so that money stays exact.
package struct Quantiles<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    package let least: Value
    package let lowerQuartile: Value
    package let median: Value
    package let upperQuartile: Value
    package let greatest: Value

    /// `nil` for no values.
    /// - Parameter sorted: rising.
    package init?(_ sorted: [Value]) {
        guard let first = sorted.first, let last = sorted.last else { return nil }
        func at(quarter: Int) -> Value { sorted[max(0, (sorted.count * quarter + 3) / 4 - 1)] }
        least = first
        lowerQuartile = at(quarter: 1)
        median = at(quarter: 2)
        upperQuartile = at(quarter: 3)
        greatest = last
    }
}
