import API
import Procurement

extension ProcurementSummary {
    package init(of procurements: [SimilarProcurement]) {
        let stated = Dictionary(grouping: procurements.compactMap(\.value.value), by: \.currency)
        let lots = procurements.flatMap(\.lots)
        let tenders = lots.compactMap(\.tenders.value).sorted()
        let awarded = procurements.count { $0.ending == .awarded }
        let undecided = procurements.count { $0.ending == .unknown }
        let failures = lots.compactMap { lot -> String?? in
            if case .failed(let reason) = lot.ending { .some(reason) } else { nil }
        }
        self.init(
            procurements: procurements.count, lots: lots.count, procedures: Self.counts(procurements.map(\.procedure)),
            values: stated.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap {
                ValueSpread(in: $0.key, $0.value)
            }, valuesWithheld: procurements.count(where: \.value.isWithheld),
            valuesMissing: procurements.count { $0.value == .missing }, tenders: TenderSpread(tenders),
            tendersStated: tenders.count, tendersWithheld: lots.count(where: \.tenders.isWithheld),
            tendersMissing: lots.count { $0.tenders == .missing }, singleTender: tenders.count { $0 == 1 },
            awarded: awarded, failed: procurements.count - awarded - undecided, undecided: undecided,
            failedLots: failures.count, failures: Self.counts(failures))
    }

    /// The most frequent first; what says nothing comes last among equals.
    private static func counts(_ codes: [String?]) -> [CodeCount] {
        Dictionary(grouping: codes) { $0 }.map { CodeCount(code: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.code ?? "\u{10FFFF}") < ($0.count, $1.code ?? "\u{10FFFF}") }
    }
}

extension ValueSpread {
    fileprivate init?(in currency: String, _ values: [Money]) {
        guard let figures = Quantiles(values.sorted { $0.hundredths < $1.hundredths }) else { return nil }
        self.init(
            currency: currency, count: values.count, least: Amount(figures.least),
            lowerQuartile: Amount(figures.lowerQuartile), median: Amount(figures.median),
            upperQuartile: Amount(figures.upperQuartile), greatest: Amount(figures.greatest))
    }
}

extension TenderSpread {
    /// - Parameter sorted: rising.
    init?(_ sorted: [Int]) {
        guard let figures = Quantiles(sorted) else { return nil }
        self.init(
            least: figures.least, lowerQuartile: figures.lowerQuartile, median: figures.median,
            upperQuartile: figures.upperQuartile, greatest: figures.greatest)
    }
}
