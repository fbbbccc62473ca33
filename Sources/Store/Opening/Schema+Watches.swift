extension Schema {
    /// What people watch, what is new to them, and the mails that tell them so.
    ///
    /// A watch has its question in JSON, which the store doesn't read; `cpv` are the codes that a need was read as. Notices
    /// of rows after `after_notice` are new to it; its contracts have been told up to the day `contracts_through`. `ranking`
    /// is 1 where its first suppliers are to be looked at again, and `is_ranked` 1 once they are known
    /// (`watch_suppliers`: all that were ever among them). `uncounted` are news beyond what is kept at a time.
    ///
    /// `news` names notices and suppliers by their ids alone, so that whatever leaves those leaves the news too. `key` says
    /// what is told, so that nothing is told twice. `mail` is the mail that holds it. A mail is made of its news whenever it is
    /// asked for; `message` is its Message-ID, and `handed` when the mailer took it. `watch_progress` is how far the store has
    /// been looked through; `contract_ends` are the days on which contracts end, of results up to `contract_row`.
    static let watches = """
        CREATE TABLE watches (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL,
            name TEXT NOT NULL,
            question TEXT NOT NULL,
            cpv TEXT NOT NULL,
            supplier TEXT,
            tell TEXT NOT NULL,
            months INTEGER NOT NULL,
            first INTEGER NOT NULL,
            at TEXT NOT NULL,
            after_notice INTEGER NOT NULL,
            contracts_through INTEGER,
            ranking INTEGER NOT NULL,
            is_ranked INTEGER NOT NULL DEFAULT 0,
            uncounted INTEGER NOT NULL DEFAULT 0,
            UNIQUE (person, name)
        ) STRICT;
        CREATE INDEX watches_to_rank ON watches (id) WHERE ranking = 1;

        CREATE TABLE watch_suppliers (
            watch INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
            supplier TEXT NOT NULL,
            PRIMARY KEY (watch, supplier)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE subscriptions (
            person TEXT PRIMARY KEY,
            address TEXT NOT NULL,
            language TEXT NOT NULL,
            every TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mails (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL,
            message TEXT NOT NULL UNIQUE,
            day INTEGER NOT NULL,
            prepared TEXT NOT NULL,
            handed TEXT
        ) STRICT;
        CREATE UNIQUE INDEX mails_waiting ON mails (person) WHERE handed IS NULL;
        CREATE INDEX mails_by_person ON mails (person, day);

        CREATE TABLE news (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            watch INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
            person TEXT NOT NULL,
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            notice TEXT,
            supplier TEXT,
            day INTEGER,
            is_estimate INTEGER NOT NULL,
            rank INTEGER,
            status TEXT,
            generation INTEGER NOT NULL,
            at TEXT NOT NULL,
            seen TEXT,
            mail INTEGER REFERENCES mails (id),
            UNIQUE (watch, key)
        ) STRICT;
        CREATE INDEX news_by_person ON news (person, id);
        CREATE INDEX news_unseen ON news (person, id) WHERE seen IS NULL;
        CREATE INDEX news_by_mail ON news (mail) WHERE mail IS NOT NULL;

        CREATE TABLE contract_ends (
            notice INTEGER NOT NULL,
            day INTEGER NOT NULL,
            is_estimate INTEGER NOT NULL,
            PRIMARY KEY (notice, day)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX contract_ends_by_day ON contract_ends (day);

        CREATE TABLE watch_progress (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            notice_row INTEGER NOT NULL,
            contract_row INTEGER NOT NULL,
            register_import INTEGER NOT NULL,
            revision INTEGER NOT NULL
        ) STRICT;
        INSERT INTO watch_progress SELECT 1, ifnull(max(row), 0), 0, 0, 0 FROM notices;
        """
}
