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
