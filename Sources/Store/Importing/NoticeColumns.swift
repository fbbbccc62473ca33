import Foundation
import GRDB
import Procurement

/// What of a notice stands in columns of its own, so that finds and the matcher needn't read the whole notice.
struct NoticeColumns {
    private let values: [(any DatabaseValueConvertible)?]

    private static let names = [
        "id", "version", "dialect", "purpose", "type", "date", "procedure", "publication", "changes", "replaces",
        "reason", "title", "description", "cpv", "nuts", "goals", "kind", "value", "currency", "tenders",
        "procedure_type",
    ]

    init(_ notice: Notice) {
        let lots = notice.lots
        let regions = notice.nuts + lots.flatMap(\.nuts).filter { !notice.nuts.contains($0) }
        var seen: Set<NUTSCode> = []
        values = [
            notice.id.rawValue, notice.version, notice.source.dialect.rawValue, notice.purpose.rawValue, notice.type,
            notice.date?.daysSinceEpoch, notice.procedureID?.rawValue, notice.publicationNumber,
            notice.changes?.id.rawValue, notice.replaces?.rawValue, notice.changes?.reason, notice.title.text() ?? "",
            notice.description.text(), Columns.text(notice.cpv),
            Columns.text(regions.filter { seen.insert($0).inserted }),
            Columns.text(Set(lots.flatMap(\.strategicGoals)).sorted()), notice.kind?.rawValue,
            notice.value.value?.hundredths, notice.value.value?.currency,
            notice.awards.compactMap(\.tendersReceived.value).max(), notice.procedure.type,
        ]
    }

    /// Writes a new row, or over the row given.
    func write(
        to database: Database, row: Int64?, digest: Data, standing: NoticeStanding, generation: Int64,
        importID: ImportID, position: FeedPosition
    ) throws {
        let arguments: [(any DatabaseValueConvertible)?] =
            values + [digest, standing.rawValue, generation, importID.row, position.file, position.line, row]
        try database.cachedStatement(sql: row == nil ? Self.insertion : Self.update)
            .execute(arguments: StatementArguments(row == nil ? Array(arguments.dropLast()) : arguments))
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
