import GRDB

/// The store's migrations, in the order they run. One that has landed is never edited: the next one mends it.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1-notices-and-suppliers") { database in
            try database.execute(sql: notices)
            try database.execute(sql: suppliers)
            try database.execute(sql: bookkeeping)
        }
        migrator.registerMigration("2-cpv-labels") { try $0.execute(sql: codes) }
        migrator.registerMigration("3-feedback") { try $0.execute(sql: feedback) }
        migrator.registerMigration("4-dialogue") { database in
            try database.execute(sql: dossiers)
            try database.execute(sql: events)
        }
        migrator.registerMigration("5-audit") { try $0.execute(sql: audit) }
        migrator.registerMigration("6-privacy") { try $0.execute(sql: privacy) }
        migrator.registerMigration("7-audit-purge") { try $0.execute(sql: auditPurge) }
        migrator.registerMigration("8-facts") { try $0.execute(sql: facts) }
        migrator.registerMigration("9-counting") { try $0.execute(sql: counting) }
        migrator.registerMigration("10-identity", migrate: identity)
        migrator.registerMigration("11-tendering") { try $0.execute(sql: tendering) }
        migrator.registerMigration("12-registers") { try $0.execute(sql: registers) }
        migrator.registerMigration("13-definitions") { try $0.execute(sql: definitions) }
        migrator.registerMigration("14-needs") { try $0.execute(sql: needs) }
        migrator.registerMigration("15-watches") { try $0.execute(sql: watches) }
        migrator.registerMigration("16-shortlists") { try $0.execute(sql: shortlists) }
        migrator.registerMigration("17-firm-names") { try $0.execute(sql: firmNames) }
        return migrator
    }

    /// The name of the last of them.
    static var latest: String { migrator.migrations.last ?? "none" }

    /// Refuses a file that a later Torg has written.
    static func refuseNewer(_ reader: some DatabaseReader, path: String) throws {
        let unknown = try reader.read { try migrator.appliedIdentifiers($0) }.subtracting(migrator.migrations)
        guard unknown.isEmpty else { throw StoreError.newerSchema(path: path, unknown: unknown.sorted()) }
    }

    /// What notices say. `lots`, `notice_cpv`, `notice_buyers`, `wins` and `notice_words` hold the current notices alone
    /// and can always be made again from `notice_contents`.
    private static let notices = """
        CREATE TABLE imports (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            started TEXT NOT NULL,
            finished TEXT,
            paths TEXT NOT NULL,
            files INTEGER NOT NULL DEFAULT 0,
            stored INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            superseded INTEGER NOT NULL DEFAULT 0,
            refused INTEGER NOT NULL DEFAULT 0,
            conflicting INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE notices (
            row INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            digest BLOB NOT NULL,
            standing TEXT NOT NULL,
            generation INTEGER NOT NULL,
            import INTEGER NOT NULL REFERENCES imports (id),
            file TEXT NOT NULL,
            line INTEGER,
            dialect TEXT NOT NULL,
            purpose TEXT NOT NULL,
            type TEXT,
            date INTEGER,
            procedure TEXT,
            publication TEXT,
            changes TEXT,
            replaces TEXT,
            reason TEXT,
            title TEXT NOT NULL,
            description TEXT,
            cpv TEXT NOT NULL,
            nuts TEXT NOT NULL,
            goals TEXT NOT NULL,
            kind TEXT,
            value INTEGER,
            currency TEXT,
            tenders INTEGER,
            procedure_type TEXT,
            UNIQUE (id, version)
        ) STRICT;
        CREATE INDEX notices_by_replaces ON notices (replaces) WHERE replaces IS NOT NULL;
        -- Newest first, unknown dates last; NoticeFinder orders by the very same words.
        CREATE INDEX notices_by_date ON notices (ifnull(date, -1000000000), id) WHERE standing = 'current';
        CREATE INDEX notices_by_import ON notices (import);
        CREATE INDEX notices_by_publication ON notices (publication) WHERE publication IS NOT NULL;
        CREATE INDEX notices_by_procedure ON notices (procedure) WHERE procedure IS NOT NULL;

        CREATE TABLE notice_contents (
            notice INTEGER PRIMARY KEY REFERENCES notices (row) ON DELETE CASCADE,
            json BLOB NOT NULL
        ) STRICT;

        -- The same id and version with other content: what was not kept.
        CREATE TABLE conflicts (
            notice INTEGER NOT NULL REFERENCES notices (row) ON DELETE CASCADE,
            digest BLOB NOT NULL,
            import INTEGER NOT NULL REFERENCES imports (id),
            file TEXT NOT NULL,
            line INTEGER,
            json BLOB NOT NULL,
            PRIMARY KEY (notice, digest)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE lots (
            notice INTEGER NOT NULL REFERENCES notices (row) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            description TEXT,
            cpv TEXT NOT NULL,
            PRIMARY KEY (notice, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE notice_cpv (
            notice INTEGER NOT NULL REFERENCES notices (row) ON DELETE CASCADE,
            code INTEGER NOT NULL,
            PRIMARY KEY (notice, code)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notice_cpv_by_code ON notice_cpv (code);

        CREATE TABLE notice_buyers (
            notice INTEGER NOT NULL REFERENCES notices (row) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (notice, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notice_buyers_by_key ON notice_buyers (key);

        CREATE VIRTUAL TABLE notice_words USING fts5 (
            title, description, lots, buyers, content = '', tokenize = "unicode61 remove_diacritics 0"
        );
        """

    /// Who supplies. `parties` are distinct descriptions of a supplier, in notices and the register; which of them are
    /// one supplier is worked out from them alone, see `SupplierResolver`.
    private static let suppliers = """
        CREATE TABLE suppliers (
            row INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            id TEXT NOT NULL UNIQUE,
            generation INTEGER NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            number TEXT,
            person INTEGER NOT NULL,
            country TEXT,
            size TEXT,
            nuts TEXT NOT NULL,
            sni TEXT,
            register INTEGER REFERENCES register (row)
        ) STRICT;
        CREATE INDEX suppliers_by_name ON suppliers (folded, id);
        CREATE INDEX suppliers_by_register ON suppliers (register) WHERE register IS NOT NULL;
        CREATE INDEX suppliers_by_sni ON suppliers (sni) WHERE sni IS NOT NULL;

        CREATE TABLE supplier_names (
            supplier INTEGER NOT NULL REFERENCES suppliers (row) ON DELETE CASCADE,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            PRIMARY KEY (supplier, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX supplier_names_by_folded ON supplier_names (folded);

        CREATE TABLE supplier_aliases (
            alias TEXT PRIMARY KEY,
            stem TEXT NOT NULL,
            supplier INTEGER NOT NULL REFERENCES suppliers (row) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX supplier_aliases_by_stem ON supplier_aliases (stem);
        CREATE INDEX supplier_aliases_by_supplier ON supplier_aliases (supplier);

        CREATE TABLE parties (
            row INTEGER PRIMARY KEY,
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            other_names TEXT NOT NULL,
            stem TEXT NOT NULL,
            form TEXT NOT NULL,
            country TEXT NOT NULL,
            person INTEGER NOT NULL,
            size TEXT NOT NULL,
            nuts TEXT NOT NULL,
            latest INTEGER,
            latest_notice TEXT NOT NULL,
            supplier INTEGER REFERENCES suppliers (row),
            UNIQUE (name, number, form, country, person, size, nuts, other_names)
        ) STRICT;
        CREATE INDEX parties_by_stem ON parties (stem);
        CREATE INDEX parties_by_number ON parties (number);
        CREATE INDEX parties_by_supplier ON parties (supplier);

        CREATE TABLE wins (
            notice INTEGER NOT NULL REFERENCES notices (row) ON DELETE CASCADE,
            award INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            party INTEGER NOT NULL REFERENCES parties (row),
            lots TEXT NOT NULL,
            value INTEGER,
            currency TEXT,
            PRIMARY KEY (notice, award, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX wins_by_party ON wins (party);

        CREATE TABLE register (
            row INTEGER PRIMARY KEY,
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            digest BLOB NOT NULL,
            size TEXT,
            sector TEXT,
            legal_form TEXT,
            sni TEXT,
            sni_label TEXT,
            cpv TEXT NOT NULL,
            nuts TEXT NOT NULL,
            description TEXT,
            website TEXT,
            email TEXT,
            party INTEGER NOT NULL REFERENCES parties (row),
            import INTEGER NOT NULL REFERENCES imports (id),
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            UNIQUE (name, number)
        ) STRICT;
        CREATE INDEX register_by_party ON register (party);
        CREATE INDEX register_by_import ON register (import);
        """

    /// What the CPV calls its codes, as an imported list has it.
    private static let codes = """
        CREATE TABLE cpv_labels (
            code TEXT PRIMARY KEY,
            english TEXT,
            swedish TEXT,
            CHECK (english IS NOT NULL OR swedish IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        """

    /// What people said of suppliers, `need` in JSON. `supplier` is an id as it was shown, and may be gone later.
    private static let feedback = """
        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY,
            need TEXT NOT NULL,
            supplier TEXT NOT NULL,
            verdict TEXT NOT NULL,
            reason TEXT,
            user TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX feedback_by_supplier ON feedback (supplier);
        """

    private static let bookkeeping = """
        CREATE TABLE refusals (
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL,
            line INTEGER,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            notice TEXT,
            import INTEGER NOT NULL REFERENCES imports (id),
            at TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX refusals_once ON refusals (file, ifnull(line, 0), reason, ifnull(notice, ''), detail);
        CREATE INDEX refusals_by_import ON refusals (import);

        -- One row: the generation counts the commits that changed what can be found; the pepper keeps ids of
        -- natural persons from being guessed.
        CREATE TABLE meta (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            generation INTEGER NOT NULL,
            pepper BLOB NOT NULL
        ) STRICT;
        INSERT INTO meta VALUES (1, 0, randomblob(32));
        """
}
