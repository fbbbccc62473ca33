import Foundation
import GRDB
import Procurement

/// One purge, within one transaction.
struct PurgeWork {
    let database: Database
    let store: Store
    let purge: Purge
    let dossier: PurgeDossier

    /// - Returns: what went, and by what the person must be found nowhere afterwards; `nil` where nobody is found.
    func carryOut() throws -> (extent: PurgeExtent, traces: PersonTraces)? {
        guard let traces = try PersonTraces(purge.person, in: database) else { return nil }
        guard !traces.isSpokenOf(in: purge.decision) else {
            throw StoreError.purgeRefused(
                reason: "the reference of the decision names the person, and it is kept; give its number in the diary")
        }
        let clean = DatabaseFunction("without_person", argumentCount: 1, pure: true) { values in
            String.fromDatabaseValue(values[0]).map(traces.cleaned)
        }
        let speaks = DatabaseFunction("speaks_of_person", argumentCount: 1, pure: true) { values in
            switch values[0].storage {
            case .string(let text): traces.isSpokenOf(in: text)
            case .blob(let bytes): traces.isSpokenOf(inJSON: bytes)
            case .null, .int64, .double: false
            }
        }
        for function in [clean, speaks] { database.add(function: function) }
        defer { for function in [clean, speaks] { database.remove(function: function) } }
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
        extent.shortlisted = try clearShortlisted(traces)
        extent.notes = try clearNotes(traces)
        extent.refusals = try changes(
            """
            DELETE FROM refusals WHERE without_person(detail) IS NOT detail OR without_person(file) IS NOT file
                OR without_person(notice) IS NOT notice
            """)
        for (table, columns) in Self.freeTexts { for column in columns { try clearTexts(column, of: table) } }
        try clearWatches(traces)
        extent.dossierEntries = try clearDossiers(at: at)
        try Store.insert(
            AuditRecord(
                .purged, by: purge.by, method: "privacy.purge", subject: traces.id.rawValue, reason: purge.decision),
            at: at, into: database)
        try run("UPDATE audit SET reason = ? WHERE without_person(reason) IS NOT reason", [PurgedPersons.mark])
        try run("UPDATE meta SET generation = ?", [generation])
        extent.remaining = try remaining()
        return (extent, traces)
    }

    /// The index of words keeps parts of what it has forgotten until it is made anew.
    func indexWordsAnew() throws {
        try database.execute(sql: "INSERT INTO notice_words (notice_words) VALUES ('delete-all')")
        try NoticeRows(database: database).indexAllWords()
    }

    /// Rows of notices that may speak of the person: those that were won, and those whose contents hold a trace.
    private func notices(of traces: PersonTraces) throws -> [Int64] {
        var rows = Set(
            try Int64.fetchAll(
                database,
                sql: "SELECT DISTINCT w.notice FROM wins w JOIN parties p ON p.row = w.party WHERE p.supplier = ?",
                arguments: [traces.row]))
        for table in ["notice_contents", "conflicts"] {
            rows.formUnion(
                try Int64.fetchAll(database, sql: "SELECT notice FROM \(table) WHERE speaks_of_person(json)"))
        }
        return rows.sorted()
    }

    /// Where the same scanner still finds the person: in notices that name it in running text alone, and are the word of
    /// whoever published them, or wherever nobody thought of.
    private func remaining() throws -> [PurgeExtent.Remainder] {
        let columns = try Row.fetchAll(
            database,
            sql: """
                SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'notice_words%' AND t.name NOT LIKE 'sqlite_%'
                    AND t.name NOT LIKE 'grdb_%' AND c.type IN ('TEXT', 'BLOB') ORDER BY t.name, c.cid
                """)
        return try columns.compactMap { row in
            let (table, column): (String, String) = (try row[0], try row[1])
            // The audit and the aliases keep the id, which tells nothing by itself.
            let count =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM \(table) WHERE speaks_of_person(\(column))") ?? 0
            return count == 0 ? nil : PurgeExtent.Remainder(place: "\(table).\(column)", count: count)
        }
    }

    /// Columns in which people write what they like, or paths, beside those that are cleared by whose they are.
    static let freeTexts: [(table: String, columns: [String])] = [
        ("feedback", ["need", "reason"]), ("events", ["name", "place"]), ("invitations", ["reason"]),
        ("registrations", ["wishes"]), ("outcomes", ["text"]),
        ("register", ["sector", "description", "website", "email", "file"]), ("imports", ["paths"]),
        ("shortlists", ["name", "purpose"]), ("shortlisted", ["because", "reason", "removal_reason"]),
        ("notes", ["text"]),
        ("notices", ["file"]), ("conflicts", ["file"]), ("firm_rows", ["activity"]),
        ("definitions", ["definition", "reason"]),
        ("needs", ["name", "text", "found", "route_reason", "participants", "owner"]), ("need_outcomes", ["text"]),
    ]

    private func clearTexts(_ column: String, of table: String) throws {
        try run(
            "UPDATE \(table) SET \(column) = without_person(\(column)) WHERE without_person(\(column)) IS NOT \(column)"
        )
    }

    private func clearFeedback(_ traces: PersonTraces) throws -> Int {
        var cleared = 0
        for id in traces.ids { cleared += try changes("DELETE FROM feedback WHERE supplier = ?", [id]) }
        for column in ["need", "reason"] {
            try clearTexts(column, of: "feedback")
            cleared += database.changesCount
        }
        return cleared
    }

    /// What is watched of the person goes, with its news. A name that another watch has in its words becomes a mark there.
    private func clearWatches(_ traces: PersonTraces) throws {
        for id in traces.ids {
            try run("DELETE FROM watches WHERE supplier = ?", [id])
            try run("DELETE FROM news WHERE supplier = ?", [id])
            try run("DELETE FROM watch_suppliers WHERE supplier = ?", [id])
        }
        // Two of one person's may be called the same afterwards, which no two are.
        try run(
            "UPDATE watches SET name = substr(without_person(name), 1, 280) || ' ' || id WHERE without_person(name) IS NOT name"
        )
        try clearTexts("question", of: "watches")
        try run("DELETE FROM subscriptions WHERE without_person(address) IS NOT address")
        try Store.noteWatchesChanged(database)
    }

    private func clearGuests(_ traces: PersonTraces) throws -> Int {
        let guests = try Row.fetchAll(database, sql: "SELECT id, key, supplier, name, number FROM guests ORDER BY id")
            .filter { row in
                let (key, name): (String, String) = (try row[1], try row[3])
                if let number: String = try row[4], number == traces.number?.stored { return true }
                if let supplier: String = try row[2], traces.ids.contains(supplier) { return true }
                if key.hasPrefix("s:"), traces.ids.contains(String(key.dropFirst(2))) { return true }
                return try (row[2] as String?) == nil && (row[4] as String?) == nil && traces.include(guest: name)
            }.map { try $0[0] as Int64 }
        for guest in guests {
            try run(
                "UPDATE guests SET key = 'purged-' || id, supplier = NULL, name = ?, number = NULL WHERE id = ?",
                [PurgedPersons.mark, guest])
            try run("UPDATE invitations SET reason = NULL WHERE guest = ?", [guest])
            try run("UPDATE registrations SET wishes = '' WHERE guest = ?", [guest])
            try run("UPDATE outcomes SET text = ? WHERE guest = ?", [PurgedPersons.mark, guest])
        }
        return guests.count
    }

    /// That somebody stood on a shortlist stays, as of a guest; who it was goes, with what was said of it.
    private func clearShortlisted(_ traces: PersonTraces) throws -> Int {
        var cleared = 0
        for id in traces.ids {
            cleared += try changes(
                """
                UPDATE shortlisted SET supplier = 'purged-' || id, name = ?, because = '', reason = NULL,
                    removal_reason = NULL
                WHERE supplier = ?
                """, [PurgedPersons.mark, id])
        }
        return cleared
    }

    private func clearNotes(_ traces: PersonTraces) throws -> Int {
        var cleared = 0
        for id in traces.ids { cleared += try changes("DELETE FROM notes WHERE supplier = ?", [id]) }
        try clearTexts("text", of: "notes")
        return cleared + database.changesCount
    }

    /// Removes what entries say that speak of the person. Their places and hashes stay, so the chain still holds.
    private func clearDossiers(at: String) throws -> Int {
        let sequences = try Int.fetchSet(
            database, sql: "SELECT sequence FROM dossier_entries WHERE speaks_of_person(record)")
        guard !sequences.isEmpty else { return 0 }
        let entry = try dossier.entry(sequences.sorted(), at)
        let decision = try Store.append(entry, to: database) { try dossier.hash(entry.record, $0, $1) }
        for sequence in sequences {
            try run(
                "UPDATE dossier_entries SET record = NULL, removed_by = ? WHERE sequence = ?",
                [decision.sequence, sequence])
        }
        return sequences.count
    }

    private func changes(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try run(sql, arguments)
        return database.changesCount
    }

    private func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try database.execute(sql: sql, arguments: arguments)
    }
}
