import Foundation
import GRDB
import Procurement

/// Takes the outcomes of a feed into the store, within one transaction.
///
/// What the store holds afterwards depends on the set of notices it has ever been given, not on their order:
/// of equal id and version the content with the smallest digest is kept, of an id the highest version counts, and of
/// a family of change notices the last.
struct NoticeImporter {
    let database: Database
    private let importID: ImportID
    private let at: String
    private let ids: SupplierIDs
    private let generation: Int64
    let purged: PurgedPersons

    private var counts = ImportCounts()
    private(set) var hasChanged = false
    /// Notices whose standing has to be looked at again.
    private var unsettled: Set<String> = []
    private var touchedParties: Set<Int64> = []
    /// Rows of notices that have become current and have no indexed words yet.
    private var published: Set<Int64> = []
    /// The notices among which some tell what others told already have to be looked for anew.
    private var retold: Set<RetellingRows.Group> = []
    /// Parties whose latest naming has to be looked up, because a notice that named them is gone.
    private var orphaned: Set<Int64> = []

    /// - Parameters:
    ///   - at: the time to note beside refusals, ISO 8601.
    ///   - generation: the one that the store has once this is committed, if anything changes.
    ///   - purged: persons whom nothing that is taken in may name.
    init(
        database: Database, importID: ImportID, at: String, ids: SupplierIDs, generation: Int64, purged: PurgedPersons
    ) {
        self.database = database
        self.importID = importID
        self.at = at
        self.ids = ids
        self.generation = generation
        self.purged = purged
    }

    /// - Returns: what became of them, and whether anything that can be found has changed.
    static func take(_ outcomes: [FeedOutcome], with importer: Self) throws -> (counts: ImportCounts, hasChanged: Bool)
    {
        var importer = importer
        for outcome in outcomes {
            switch outcome {
            case .notice(let notice, let position): try importer.take(notice, at: position)
            case .refusal(let refusal): try importer.take(refusal)
            case .rows: break
            }
        }
        try importer.settle()
        return (importer.counts, importer.hasChanged)
    }

    private mutating func take(_ refusal: Refusal) throws {
        try RefusalRows(database: database).insert(refusal, importID: importID, at: at)
        counts.refused += 1
    }

    private mutating func take(_ published: Notice, at position: FeedPosition) throws {
        if let tendering = published.tendering, try take(tendering, at: position) { return }
        if let tendering = published.tendering {
            try take(notice: withoutPersons(tendering).notice, at: position)
        } else {
            try take(notice: purged.isEmpty ? published : purged.redacted(published), at: position)
        }
    }

    /// Puts what a file tells of the tenders of a procurement to what others told.
    ///
    /// - Returns: whether others did.
    private mutating func take(_ told: Tendering, at position: FeedPosition) throws -> Bool {
        guard let known = try known(told) else { return false }
        guard let merged = known.tendering.merged(with: withoutPersons(told)) else {
            counts.unchanged += 1
            return true
        }
        guard merged.tenderCount <= Tendering.mostTenders else {
            try take(
                Refusal(
                    reason: "too-many-tenders",
                    detail: "with what is known of it, the procurement has more than \(Tendering.mostTenders) tenders",
                    position: position, noticeID: merged.notice.id))
            return true
        }
        let notice = merged.notice
        try replace(known.row, with: [(notice, NoticeContent(notice), importID, position)])
        counts.superseded += 1
        return true
    }

    private mutating func take(notice: Notice, at position: FeedPosition) throws {
        let content = NoticeContent(notice)
        let versions = try database.importing("SELECT row, version, digest, standing FROM notices WHERE id = ?")
            .with(notice.id.rawValue)
            .all { (row: $0.number(0), version: $0.number(1), digest: $0.data(2), standing: $0.text(3)) }
        if let same = versions.first(where: { $0.version == notice.version }) {
            if same.digest == content.digest {
                counts.unchanged += 1
            } else {
                try takeConflicting(
                    notice, content, at: position, row: same.row, kept: same.digest, standing: same.standing)
            }
            return
        }
        let isAlone = try versions.isEmpty && notice.replaces == nil && !isReplaced(notice)
        try insert(notice, content, at: position, standing: isAlone ? .current : .superseded)
        hasChanged = true
        if versions.isEmpty { counts.stored += 1 } else { counts.superseded += 1 }
        if !isAlone { unsettled.insert(notice.id.rawValue) }
    }

    private func isReplaced(_ notice: Notice) throws -> Bool {
        for name in [notice.id.rawValue, notice.publishedAs].compactMap({ $0 }) {
            let isNamed = try database.importing("SELECT EXISTS (SELECT 1 FROM notices WHERE replaces = ?)").with(name)
                .holds()
            if isNamed { return true }
        }
        return false
    }

    // MARK: Conflicts

    private mutating func takeConflicting(
        _ notice: Notice, _ content: NoticeContent, at position: FeedPosition, row: Int64, kept: Data, standing: String
    ) throws {
        let isKnown = try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM conflicts WHERE notice = ? AND digest = ?)"),
            arguments: [row, content.digest])
        if isKnown == true {
            counts.unchanged += 1
            return
        }
        counts.conflicting += 1
        guard content.digest.lexicographicallyPrecedes(kept) else {
            try run(
                "INSERT INTO conflicts (notice, digest, import, file, line, json) VALUES (?, ?, ?, ?, ?, ?)",
                [row, content.digest, importID.row, position.file, position.line, content.json])
            return
        }
        if standing == NoticeStanding.current.rawValue { try withdraw(row) }
        try run(
            """
            INSERT INTO conflicts (notice, digest, import, file, line, json)
            SELECT row, digest, import, file, line, json FROM notices JOIN notice_contents ON notice = row WHERE row = ?
            """, [row])
        unsettled.formUnion(
            try String.fetchAll(
                database,
                sql: """
                    SELECT replaces FROM notices WHERE row = ?1 AND replaces IS NOT NULL
                    UNION SELECT number FROM notices WHERE row = ?1 AND number IS NOT NULL
                    """, arguments: [row]))
        try run("DELETE FROM notice_contents WHERE notice = ?", [row])
        try write(notice, content, at: position, standing: .superseded, row: row)
        unsettled.insert(notice.id.rawValue)
        hasChanged = true
    }

    // MARK: Rows of one notice

    private mutating func insert(
        _ notice: Notice, _ content: NoticeContent, at position: FeedPosition, standing: NoticeStanding
    ) throws {
        let row = try write(notice, content, at: position, standing: standing, row: nil)
        if standing == .current { try publish(notice, row: row) }
    }

    @discardableResult
    private func write(
        _ notice: Notice, _ content: NoticeContent, at position: FeedPosition, standing: NoticeStanding, row: Int64?,
        importID readIn: ImportID? = nil
    ) throws -> Int64 {
        try NoticeColumns(notice).write(
            to: database, row: row, digest: content.digest, standing: standing, generation: generation,
            importID: readIn ?? importID, position: position)
        let row = row ?? database.lastInsertedRowID
        try database.importing("INSERT INTO notice_contents (notice, json) VALUES (?, ?)").with(row).with(content.json)
            .run()
        return row
    }

    /// Makes the rows by which a current notice is found.
    private mutating func publish(_ notice: Notice, row: Int64) throws {
        let parts = try NoticeRows(database: database).insert(notice, row: row)
        try FactsRows(database: database).write(notice, row: row, parts)
        for party in parts.named {
            try database.importing(
                """
                UPDATE parties SET latest = ?1, latest_notice = ?2
                WHERE row = ?3 AND (ifnull(latest, -1000000000), latest_notice) < (ifnull(?1, -1000000000), ?2)
                """
            ).with(notice.date?.daysSinceEpoch).with(notice.id.rawValue).with(party).run()
            touchedParties.insert(party)
        }
        published.insert(row)
        retold.formUnion(RetellingRows.Group.all(of: notice))
    }

    /// Takes away what `publish` made.
    private mutating func withdraw(_ row: Int64) throws {
        let isNew = published.remove(row) != nil
        retold.formUnion(try RetellingRows(database: database).groups(of: row))
        let parties = try NoticeRows(database: database).delete(row: row, hasWords: !isNew)
        touchedParties.formUnion(parties)
        orphaned.formUnion(parties)
    }

    /// Has the descriptions looked at again at the end.
    mutating func touch(_ parties: [Int64]) { touchedParties.formUnion(parties) }

    /// Makes the rows of a current notice anew.
    mutating func publishAnew(_ notice: Notice, row: Int64) throws {
        try withdraw(row)
        try publish(notice, row: row)
        hasChanged = true
    }

    /// Puts contents in the place of all that is kept under an id and version, the one that counts first.
    mutating func replace(
        _ row: Int64, with contents: [(Notice, NoticeContent, ImportID, FeedPosition)]
    ) throws {
        let before = try Row.fetchOne(
            database, sql: "SELECT standing, replaces, number FROM notices WHERE row = ?", arguments: [row])
        guard let before, let (notice, content, readIn, position) = contents.first else { return }
        if try before[0] == NoticeStanding.current.rawValue { try withdraw(row) }
        if let replaced: String = try before[1] { unsettled.insert(replaced) }
        if let number: String = try before[2] { unsettled.insert(number) }
        try run("DELETE FROM notice_contents WHERE notice = ?", [row])
        try run("DELETE FROM conflicts WHERE notice = ?", [row])
        try write(notice, content, at: position, standing: .superseded, row: row, importID: readIn)
        for (_, content, readIn, position) in contents.dropFirst() {
            try run(
                "INSERT INTO conflicts (notice, digest, import, file, line, json) VALUES (?, ?, ?, ?, ?, ?)",
                [row, content.digest, readIn.row, position.file, position.line, content.json])
        }
        unsettled.insert(notice.id.rawValue)
        hasChanged = true
    }

    // MARK: At the end

    /// Judges notices anew that may not have known their families (`NoticeFamily`) when they came.
    ///
    /// - Returns: whether anything has changed.
    static func resettle(_ ids: Set<String>, with importer: Self) throws -> Bool {
        var importer = importer
        importer.unsettled = ids
        try importer.settle()
        return importer.hasChanged
    }

    /// Decides which notices count, makes their records, and decides whose the parties are.
    mutating func settle() throws {
        for change in try StandingRows(database: database).changes(around: unsettled) { try carryOut(change) }
        let recounted = try RetellingRows(database: database).recount(retold)
        try FactsRows(database: database).write(rows: recounted)
        if !recounted.isEmpty { hasChanged = true }
        for party in orphaned { try findLatestNaming(of: party) }
        try SupplierResolver(database: database, ids: ids, generation: generation).resolve(touchedParties)
        try NoticeRows(database: database).indexWords(of: published)
    }

    private mutating func carryOut(_ change: StandingRows.Change) throws {
        if change.from == .current { try withdraw(change.row) }
        try run(
            "UPDATE notices SET standing = ?, generation = ? WHERE row = ?",
            [change.to.rawValue, generation, change.row])
        if change.to == .current {
            let json = try Data.fetchOne(
                database, sql: "SELECT json FROM notice_contents WHERE notice = ?", arguments: [change.row])
            try publish(NoticeContent.notice(from: json ?? Data()), row: change.row)
        }
        hasChanged = true
    }

    private func findLatestNaming(of party: Int64) throws {
        try run(
            """
            UPDATE parties SET (latest, latest_notice) = (
                SELECT date, id FROM notices WHERE row IN (
                    SELECT notice FROM wins WHERE party = ?1 UNION SELECT notice FROM tenders WHERE party = ?1)
                ORDER BY date DESC, id DESC LIMIT 1)
            WHERE row = ?1 AND \(Self.isNamed)
            """, [party])
        try run(
            """
            UPDATE parties SET latest = NULL, latest_notice = ''
            WHERE row = ?1 AND NOT (\(Self.isNamed))
            """, [party])
    }

    /// Whether a current notice names the party ?1.
    private static let isNamed = """
        (EXISTS (SELECT 1 FROM wins WHERE party = ?1) OR EXISTS (SELECT 1 FROM tenders WHERE party = ?1))
        """

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
