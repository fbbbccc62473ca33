import API
import Dialogue
import Procurement

extension API.SimilarProcurement {
    init(_ course: ProcurementCourse, likeness: Double) {
        let procurement = Dialogue.SimilarProcurement(course)
        self.init(
            noticeId: course.notice.rawValue, title: course.title, buyer: course.buyer,
            date: course.date.flatMap(Day.init), cpv: course.cpv.map(\.description), procedure: course.procedureType,
            value: Disclosure(course.value), outcome: ProcurementOutcome(procurement.ending),
            lots: procurement.lots.map(LotResult.init), similarity: API.Points(likeness))
    }
}

extension LotResult {
    init(_ lot: LotCourse) {
        let reason: String? = if case .failed(let reason) = lot.ending { reason } else { nil }
        self.init(tenders: Disclosure(lot.tenders), outcome: ProcurementOutcome(lot.ending), reason: reason)
    }
}

extension ProcurementOutcome {
    init(_ ending: LotCourse.Ending) {
        self =
            switch ending {
            case .awarded: .awarded
            case .failed: .failed
            case .unknown: .unknown
            }
    }
}

extension API.ProcurementSummary {
    init(_ summary: Dialogue.ProcurementSummary) {
        self.init(
            procurements: summary.procurements, lots: summary.lots, procedures: summary.procedures.map(CodeCount.init),
            values: summary.values.map(ValueSpread.init), valuesWithheld: summary.valuesWithheld,
            valuesMissing: summary.valuesMissing, tenders: summary.tenders.map(TenderSpread.init),
            tendersStated: summary.tendersStated, tendersWithheld: summary.tendersWithheld,
            tendersMissing: summary.tendersMissing, singleTender: summary.singleTender, awarded: summary.awarded,
            failed: summary.failed, undecided: summary.undecided, failedLots: summary.failedLots,
            failures: summary.failures.map(CodeCount.init))
    }
}

extension CodeCount {
    init(_ count: Dialogue.ProcurementSummary.Count) { self.init(code: count.code, count: count.count) }
}

extension ValueSpread {
    init(_ values: Dialogue.ProcurementSummary.ValueSummary) {
        let figures = values.quantiles
        self.init(
            currency: values.currency, count: values.count, least: Amount(figures.least),
            lowerQuartile: Amount(figures.lowerQuartile), median: Amount(figures.median),
            upperQuartile: Amount(figures.upperQuartile), greatest: Amount(figures.greatest))
    }
}

extension TenderSpread {
    init(_ figures: Quantiles<Int>) {
        self.init(
            least: figures.least, lowerQuartile: figures.lowerQuartile, median: figures.median,
            upperQuartile: figures.upperQuartile, greatest: figures.greatest)
    }
}
