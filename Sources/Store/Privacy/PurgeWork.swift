import Foundation
import GRDB
import Procurement

/// One purge, within one transaction.
struct PurgeWork {
    let database: Database
    let store: Store
    let purge: Purge
    let dossier: PurgeDossier

    /// - Returns: what went, and the bytes that must be found nowhere afterwards; `nil` where nobody is found.
    func carryOut() throws -> (extent: PurgeExtent, traces: [String])? {
        guard let traces = try PersonTraces(purge.person, in: database) else { return nil }
        var extent = PurgeExtent(supplier: traces.id)
        let at = store.timestamp
        let generation = Int64(try Store.generation(database)) + 1
        for key in traces.keys(store.ids) {
            try run("INSERT OR IGNORE INTO purged (key, decision, at) VALUES (?, ?, ?)", [key, purge.decision, at])
        }
        try run("UPDATE suppliers SET register = NULL WHERE row = ?", [traces.row])
        extent.registerEntries = try changes(
            "DELETE FROM register WHERE party IN (SELECT row FROM parties WHERE supplier = ?)", [traces.row])
        let importer = NoticeImporter(
            database: database, importID: ImportID(row: 0), at: at, ids: store.ids, generation: generation,
            purged: try PurgedPersons(database, ids: store.ids))
        extent.notices = try NoticeImporter.redact(try notices(of: traces), losing: traces.parties, with: importer)
        extent.feedback = try clearFeedback(traces)
        extent.guests = try clearGuests(traces)
        extent.refusals = try clearRefusals(traces)
        extent.dossierEntries = try clearDossiers(traces, at: at)
        try Store.insert(
            AuditRecord(
                .purged, by: purge.by, method: "privacy.purge", subject: traces.id.rawValue, reason: purge.decision),
            at: at, into: database)
        try run("UPDATE meta SET generation = ?", [generation])
        return (extent, traces.numberForms + (traces.number.map { [$0.stored] } ?? []))
    }

    /// The index of words keeps parts of what it has forgotten until it is made anew.
    func indexWordsAnew() throws {
        try database.execute(sql: "INSERT INTO notice_words (notice_words) VALUES ('delete-all')")
        try database.execute(
            sql: """
                INSERT INTO notice_words (rowid, title, description, lots, buyers)
                SELECT n.row, n.title, n.description,
                    (SELECT group_concat(title, ' ') FROM (SELECT title FROM lots WHERE notice = n.row ORDER BY ordinal)),
                    (SELECT group_concat(name, ' ')
                        FROM (SELECT name FROM notice_buyers WHERE notice = n.row ORDER BY ordinal))
                FROM notices n WHERE n.standing = 'current'
                """)
    }

    /// Rows of notices that may speak of the person: those that were won, and those whose contents hold a trace.
    private func notices(of traces: PersonTraces) throws -> [Int64] {
        var rows = Set(
            try Int64.fetchAll(
                database,
                sql: "SELECT DISTINCT w.notice FROM wins w JOIN parties p ON p.row = w.party WHERE p.supplier = ?",
                arguments: [traces.row]))
        for phrase in traces.phrases {
            // As it stands inside the JSON.
            let bytes = Data(try NoticeContent.encoder().encode(phrase).dropFirst().dropLast())
            for table in ["notice_contents", "conflicts"] {
                rows.formUnion(
                    try Int64.fetchAll(
                        database, sql: "SELECT notice FROM \(table) WHERE instr(json, ?)", arguments: [bytes]))
            }
        }
        return rows.sorted()
    }

    private func clearFeedback(_ traces: PersonTraces) throws -> Int {
        var cleared = 0
        for id in traces.ids { cleared += try changes("DELETE FROM feedback WHERE supplier = ?", [id]) }
        for text in texts(traces) {
            cleared += try changes(
                """
                UPDATE feedback SET reason = replace(reason, ?1, ?2), need = replace(need, ?1, ?2)
                WHERE instr(ifnull(reason, ''), ?1) OR instr(need, ?1)
                """, [text, PurgedPersons.mark])
        }
        return cleared
    }

    private func clearGuests(_ traces: PersonTraces) throws -> Int {
        var guests = Set(
            try Int64.fetchAll(
                database, sql: "SELECT id FROM guests WHERE number = ?", arguments: [traces.number?.stored]))
        for id in traces.ids {
            guests.formUnion(
                try Int64.fetchAll(
                    database, sql: "SELECT id FROM guests WHERE supplier = ?1 OR key = ?1", arguments: [id])
            )
        }
        for name in traces.names {
            guests.formUnion(
                try Int64.fetchAll(
                    database, sql: "SELECT id FROM guests WHERE name = ? AND number IS NULL", arguments: [name]))
        }
        for guest in guests.sorted() {
            try run(
                "UPDATE guests SET key = 'purged-' || id, supplier = NULL, name = ?, number = NULL WHERE id = ?",
                [PurgedPersons.mark, guest])
            try run("UPDATE invitations SET reason = NULL WHERE guest = ?", [guest])
            try run("UPDATE outcomes SET text = ? WHERE guest = ?", [PurgedPersons.mark, guest])
        }
        for text in texts(traces) {
            try run(
                "UPDATE outcomes SET text = replace(text, ?1, ?2) WHERE instr(text, ?1)", [text, PurgedPersons.mark])
            try run(
                "UPDATE invitations SET reason = replace(reason, ?1, ?2) WHERE instr(reason, ?1)",
                [text, PurgedPersons.mark])
        }
        return guests.count
    }

    private func clearRefusals(_ traces: PersonTraces) throws -> Int {
        var cleared = 0
        for text in texts(traces) {
            cleared += try changes("DELETE FROM refusals WHERE instr(detail, ?1) OR instr(file, ?1)", [text])
            for (table, column) in [
                ("imports", "paths"), ("notices", "file"), ("conflicts", "file"), ("register", "file"),
            ] {
                try run(
                    "UPDATE \(table) SET \(column) = replace(\(column), ?1, ?2) WHERE instr(\(column), ?1)",
                    [text, PurgedPersons.mark])
            }
        }
        return cleared
    }

    /// Removes what entries say that speak of the person. Their places and hashes stay, so the chain still holds.
    private func clearDossiers(_ traces: PersonTraces, at: String) throws -> Int {
        var sequences: Set<Int> = []
        for text in texts(traces) + traces.ids.sorted() {
            sequences.formUnion(
                try Int.fetchAll(
                    database, sql: "SELECT sequence FROM dossier_entries WHERE instr(record, CAST(? AS BLOB))",
                    arguments: [text]))
        }
        guard !sequences.isEmpty else { return 0 }
        let entry = dossier.entry(sequences.sorted(), at)
        let decision = try Store.append(entry, to: database) { try dossier.hash(entry.record, $0, $1) }
        for sequence in sequences {
            try run(
                "UPDATE dossier_entries SET record = NULL, removed_by = ? WHERE sequence = ?",
                [decision.sequence, sequence])
        }
        return sequences.count
    }

    /// What is taken out of free texts: the ways in which the number is written, and names long enough to mean someone.
    private func texts(_ traces: PersonTraces) -> [String] {
        traces.numberForms + traces.names.filter { $0.count >= 4 }.sorted { ($0.count, $0) > ($1.count, $1) }
    }

    private func changes(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try run(sql, arguments)
        return database.changesCount
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.execute(sql: sql, arguments: arguments)
    }
}
