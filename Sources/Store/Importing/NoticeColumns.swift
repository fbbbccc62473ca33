import Foundation
import GRDB
import Procurement

/// What of a notice stands in columns of its own, so that finds and the matcher needn't read the whole notice.
struct NoticeColumns {
    private let notice: Notice

    private static let names = [
        "id", "version", "dialect", "purpose", "type", "date", "procedure", "publication", "changes", "replaces",
        "reason", "title", "description", "cpv", "nuts", "goals", "kind", "value", "currency", "tenders",
        "procedure_type", "number", "modifies", "alike",
    ]

    init(_ notice: Notice) { self.notice = notice }

    /// Writes a new row, or over the row given.
    func write(
        to database: Database, row: Int64?, digest: Data, standing: NoticeStanding, generation: Int64,
        importID: ImportID, position: FeedPosition
    ) throws {
        let filled = try database.importing(row == nil ? Self.insertion : Self.update)
            .with(notice.id.rawValue).with(notice.version).with(notice.source.dialect.rawValue)
            .with(notice.purpose.rawValue).with(notice.type).with(notice.date?.daysSinceEpoch)
            .with(notice.procedureID?.rawValue).with(notice.publicationNumber).with(notice.changes?.id.rawValue)
            .with(notice.replaces).with(notice.changes?.reason).with(notice.title.text() ?? "")
            .with(notice.description.text()).with(Columns.text(notice.cpv)).with(Columns.text(notice.regions))
            .with(Columns.text(notice.strategicGoals)).with(notice.kind?.rawValue)
            .with(notice.value.value?.hundredths).with(notice.value.value?.currency)
            .with(notice.tendersReceived).with(notice.procedure.type).with(notice.publishedAs)
            .with(notice.modifies?.notice.reference).with(Telling.likeness(of: notice))
            .with(digest).with(standing.rawValue).with(generation).with(importID.row).with(position.file)
            .with(position.line)
        try (row == nil ? filled : filled.with(row)).run()
    }

    private static let allNames = names + ["digest", "standing", "generation", "import", "file", "line"]

    private static let insertion = """
        INSERT INTO notices (\(allNames.joined(separator: ", ")))
        VALUES (\(allNames.map { _ in "?" }.joined(separator: ", ")))
        """

    private static let update = """
        UPDATE notices SET \(allNames.map { "\($0) = ?" }.joined(separator: ", ")) WHERE row = ?
        """
}
