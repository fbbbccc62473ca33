import API
import Procurement

/// The columns of what people said of suppliers, apart from the points of the record. A list without any has none of them.
enum FeedbackColumns {
    static func all<Row>(
        _ rows: [Row], _ signals: @escaping @Sendable (Row) -> [Signal],
        _ feedback: @escaping @Sendable (Row) -> FeedbackShare?
    ) -> [Column<Row>] {
        guard rows.contains(where: { feedback($0) != nil }) else { return [] }
        return [
            Column(sv: "Återkoppling: godtagen", en: "Feedback: accepted", width: 10) { Cell(feedback($0)?.accepted) },
            Column(sv: "Återkoppling: avvisad", en: "Feedback: rejected", width: 10) { Cell(feedback($0)?.rejected) },
            Column(sv: "Återkoppling: personer", en: "Feedback: people", width: 10) { Cell(feedback($0)?.people) },
            Column(sv: "Återkoppling: poäng", en: "Feedback: points", width: 10) { row in
                guard feedback(row) != nil, let own = signals(row).first(where: { $0.name == FeedbackShare.signal })
                else { return .none }
                return .points(own.points)
            },
            Column(sv: "Poäng utan återkoppling", en: "Score without feedback", width: 10) {
                feedback($0).map { .points($0.scoreWithout) } ?? .none
            },
        ]
    }
}
