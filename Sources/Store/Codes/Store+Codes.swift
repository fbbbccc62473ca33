import Foundation
import GRDB
import Procurement

extension Store {
    /// Reads what the CPV calls its codes, a CSV file, into the store, in one transaction; or a key of industries or postcodes
    /// (`FirmKeyFile`), which shows in its first line.
    ///
    /// Bad rows are refused and listed; the rest goes on. Labels of codes that the file doesn't have stay.
    /// - Throws: `codeListUnreadable` where the file as a whole makes no sense.
    package func importCodes(path: String) throws(StoreError) -> CodeCounts {
        if Self.isFirmKey(path: path) { return try importFirmKey(path: path) }
        var file = try CodeListFile(path: path)
        return try importCodes(try file.rows(), from: path)
    }

    /// The same for rows that were read elsewhere. A code that comes twice is refused the second time.
    /// - Throws: `codeListUnreadable` where no row could be read.
    package func importCodes(_ rows: [CodeOutcome], from path: String) throws(StoreError) -> CodeCounts {
        if case .refusal(let first)? = rows.first, !rows.contains(where: \.isLabel) {
            throw .codeListUnreadable(
                path: path, reason: first.position.line.map { "line \($0): \(first.detail)" } ?? first.detail)
        }
        let id = try beginImport(.codes, paths: [path])
        let at = timestamp
        let counts = try write { database in
            var counts = CodeCounts()
            var seen: Set<CPVCode> = []
            func refuse(_ refusal: Refusal) throws {
                try RefusalRows(database: database).insert(refusal, importID: id, at: at)
                counts.refused += 1
            }
            for row in rows {
                switch row {
                case .refusal(let refusal): try refuse(refusal)
                case .label(let label, let position):
                    guard seen.insert(label.code).inserted else {
                        try refuse(
                            Refusal(
                                reason: "repeated", detail: "an earlier row has the same code", position: position))
                        continue
                    }
                    try Self.write(label, to: database)
                    if database.changesCount > 0 { counts.stored += 1 } else { counts.unchanged += 1 }
                }
            }
            try ImportRows(database: database).addRows(
                stored: counts.stored, unchanged: counts.unchanged, refused: counts.refused, to: id)
            return counts
        }
        _ = try finishImport(id, files: 1)
        return counts
    }

    private static func write(_ label: CodeLabel, to database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO cpv_labels (code, english, swedish) VALUES (?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET english = excluded.english, swedish = excluded.swedish
                WHERE english IS NOT excluded.english OR swedish IS NOT excluded.swedish
                """
        ).execute(arguments: [label.code.description, label.english, label.swedish])
    }

    /// What the CPV calls its codes, in each language. Empty where no list has been imported.
    package func cpvNames() throws(StoreError) -> (swedish: [CPVCode: String], english: [CPVCode: String]) {
        try read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT code, swedish, english FROM cpv_labels")
            var (swedish, english): ([CPVCode: String], [CPVCode: String]) = ([:], [:])
            for row in rows {
                guard let code = CPVCode(try row[0] as String) else { continue }
                swedish[code] = try row[1]
                english[code] = try row[2]
            }
            return (swedish, english)
        }
    }

    /// What the CPV calls its codes: in Swedish, as most notices are written, else in English. Empty where no list has
    /// been imported.
    package func cpvLabels() throws(StoreError) -> [CPVCode: String] {
        try read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT code, ifnull(swedish, english) FROM cpv_labels")
            return Dictionary(
                try rows.compactMap { row in try CPVCode(row[0] as String).map { ($0, try row[1] as String) } },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// What codes are called, for people: by the list that was imported, else by Torg's own names of the divisions. A
    /// code without a name of its own has that of the nearest branch above it; the label says whose name it is.
    package func labels(of codes: some Sequence<CPVCode>) throws(StoreError) -> [CPVCode: CodeLabel] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT english, swedish FROM cpv_labels WHERE code = ?")
            var labels: [CPVCode: CodeLabel] = [:]
            for code in Set(codes) {
                labels[code] = CPVDivision.label(of: code)
                for branch in code.branches {
                    guard let row = try Row.fetchOne(statement, arguments: [branch.description]) else { continue }
                    labels[code] = try CodeLabel(code: branch, english: row[0], swedish: row[1])
                    break
                }
            }
            return labels
        }
    }
}

extension CodeOutcome {
    fileprivate var isLabel: Bool { if case .label = self { true } else { false } }
}

/// What became of the rows of a code list. `seen` is always the sum of the parts.
package struct CodeCounts: Sendable, Hashable {
    /// New, or with another label than before.
    package var stored = 0
    package var unchanged = 0
    package var refused = 0

    package var seen: Int { stored + unchanged + refused }
}
