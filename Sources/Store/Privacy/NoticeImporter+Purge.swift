import Foundation
import GRDB
import Procurement

extension NoticeImporter {
    /// One content under an id and version, with where it was read.
    private struct Kept {
        var notice: Notice
        var content: NoticeContent
        var importID: ImportID
        var position: FeedPosition
    }

    /// Writes notices anew without the persons who were taken out, as if they had been read so from the start.
    ///
    /// - Parameters:
    ///   - rows: notices that may speak of them.
    ///   - parties: descriptions that the register has lost.
    /// - Returns: how many contents are others now.
    static func redact(_ rows: [Int64], losing parties: [Int64], with importer: Self) throws -> Int {
        var importer = importer
        var changed = 0
        for row in rows { changed += try importer.rewrite(row, importer.purged.redacted) }
        importer.touch(parties)
        try importer.settle()
        return changed
    }

    /// Makes all that is found of notices anew, from their contents as they are.
    ///
    /// - Parameter parties: descriptions that may be nobody's afterwards.
    static func readAgain(_ rows: [Int64], touching parties: [Int64], with importer: Self) throws {
        var importer = importer
        for row in rows { _ = try importer.rewrite(row, inAnyCase: true, importer.purged.redacted) }
        importer.touch(parties)
        try importer.settle()
    }

    /// Writes all that is kept under one id and version as if it had been read otherwise.
    ///
    /// - Parameter inAnyCase: also where the contents stay as they are.
    /// - Returns: how many contents are others now.
    mutating func rewrite(_ row: Int64, inAnyCase: Bool = false, _ change: (Notice) -> Notice) throws -> Int {
        let all = try Row.fetchAll(
            database,
            sql: """
                SELECT c.json, n.import, n.file, n.line FROM notices n JOIN notice_contents c ON c.notice = n.row
                WHERE n.row = ?1
                UNION ALL SELECT json, import, file, line FROM conflicts WHERE notice = ?1
                """, arguments: [row])
        var kept: [Kept] = []
        var changed = 0
        for one in all {
            let before: Data = try one[0]
            let notice = change(try NoticeContent.notice(from: before))
            let content = NoticeContent(notice)
            if content.json != before { changed += 1 }
            if kept.contains(where: { $0.content.digest == content.digest }) { continue }
            kept.append(
                try Kept(
                    notice: notice, content: content, importID: ImportID(row: one[1]),
                    position: FeedPosition(file: one[2], line: one[3])))
        }
        guard changed > 0 || inAnyCase else { return 0 }
        // Of several contents the one with the smallest digest counts, as at an import.
        kept.sort { $0.content.digest.lexicographicallyPrecedes($1.content.digest) }
        try replace(row, with: kept.map { ($0.notice, $0.content, $0.importID, $0.position) })
        return changed
    }
}
