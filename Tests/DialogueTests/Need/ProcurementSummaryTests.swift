import API
import Dialogue
import Procurement
import Testing

@Suite struct ProcurementSummaryTests {
    private func procurement(
        _ id: Int, _ procedure: String?, _ value: Disclosed<Money> = .missing, tenders: Disclosed<Int> = .missing,
        _ ending: LotCourse.Ending = .awarded
    ) -> Dialogue.SimilarProcurement {
        Dialogue.SimilarProcurement(
            notice: NoticeID("n\(id)"), title: "Måltider", buyer: "Exempelköping", procedure: procedure, value: value,
            lots: [LotCourse(tenders: tenders, ending: ending)])
    }

    private func sek(_ kronor: Int64) -> Disclosed<Money> { .stated(Money(hundredths: kronor * 100, currency: "SEK")) }

    @Test func countsProceduresValuesTendersAndFailuresAndKeepsMissingAndWithheldApart() {
        let summary = ProcurementSummary(of: [
            procurement(1, "open", sek(100), tenders: .stated(1)),
            procurement(2, "open", sek(400), tenders: .stated(3)),
            procurement(3, "restricted", sek(200), tenders: .stated(1)),
            procurement(4, nil, .withheld(.init(field: "not-val")), tenders: .withheld(.init()), .unknown),
            procurement(5, "open", .stated(Money(hundredths: 50, currency: "EUR")), .failed(reason: "no-rece")),
            procurement(6, "neg-w-call", .missing, .failed(reason: nil)),
            procurement(7, "neg-w-call", sek(300), .failed(reason: "no-rece")),
        ])
        #expect(summary.procurements == 7)
        #expect(summary.procedures.map(\.code) == ["open", "neg-w-call", "restricted", nil])
        #expect(summary.procedures.map(\.count) == [3, 2, 1, 1])
        #expect(summary.values.map(\.currency) == ["SEK", "EUR"])
        #expect(summary.values[0].count == 4)
        #expect(summary.values[0].median == Amount(amount: "200.00", currency: "SEK"))
        #expect(summary.valuesWithheld == 1 && summary.valuesMissing == 1)
        #expect(summary.tenders?.median == 1 && summary.tenders?.greatest == 3)
        #expect(summary.singleTender == 2 && summary.tendersWithheld == 1 && summary.tendersMissing == 3)
        #expect(summary.awarded == 3 && summary.failed == 3 && summary.undecided == 1)
        #expect(summary.failures.map(\.code) == ["no-rece", nil])
        #expect(summary.failures.map(\.count) == [2, 1])
    }

    @Test func nothingIsNotZero() {
        let summary = ProcurementSummary(of: [])
        #expect(summary.values.isEmpty && summary.tenders == nil && summary.failures.isEmpty)
    }

    @Test(
        arguments: [
            ([7], [7, 7, 7, 7, 7]), ([1, 2], [1, 1, 1, 2, 2]), ([1, 2, 3, 4], [1, 1, 2, 3, 4]),
            ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), (Array(1...9), [1, 3, 5, 7, 9]),
        ] as [([Int], [Int])])
    func quantilesAreValuesThatOccur(values: [Int], expected: [Int]) throws {
        let found = try #require(Quantiles(values))
        #expect([found.least, found.lowerQuartile, found.median, found.upperQuartile, found.greatest] == expected)
    }
}
