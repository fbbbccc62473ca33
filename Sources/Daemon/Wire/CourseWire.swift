import API
import Dialogue
import Procurement

extension API.SimilarProcurement {
    init(_ course: ProcurementCourse, likeness: Double) {
        let procurement = Dialogue.SimilarProcurement(course)
        self.init(
            noticeId: course.notice.rawValue, title: course.title, buyer: course.buyer,
            date: course.date, cpv: course.cpv.map(\.description), procedure: course.procedureType,
            value: Disclosure(course.value), outcome: ProcurementOutcome(procurement.ending),
            lots: procurement.lots.map(LotResult.init), similarity: Points(likeness))
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
