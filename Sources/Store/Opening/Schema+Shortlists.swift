extension Schema {
    /// Suppliers that people gathered for a purpose, with the reasons of that moment, and what they noted. `supplier` is an id as it
    /// was shown, and may be another's later. A supplier that was taken off a shortlist stays with who did it and why. `because`
    /// is a list of sentences, `score` in millionths, `entry` the number of the entry of the dossier that the reasons come from.
    /// A note that was removed keeps who wrote and who removed it, and no text.
    static let shortlists = """
        CREATE TABLE shortlists (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            purpose TEXT,
            user TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE shortlisted (
            id INTEGER PRIMARY KEY,
            shortlist INTEGER NOT NULL REFERENCES shortlists (id),
            supplier TEXT NOT NULL,
            name TEXT NOT NULL,
            rank INTEGER,
            score INTEGER,
            because TEXT NOT NULL,
            dossier TEXT,
            entry INTEGER,
            reason TEXT,
            user TEXT NOT NULL,
            at TEXT NOT NULL,
            removed TEXT,
            removed_by TEXT,
            removal_reason TEXT
        ) STRICT;
        CREATE UNIQUE INDEX shortlisted_once ON shortlisted (shortlist, supplier) WHERE removed IS NULL;
        CREATE INDEX shortlisted_by_supplier ON shortlisted (supplier);

        CREATE TABLE notes (
            id INTEGER PRIMARY KEY,
            supplier TEXT,
            shortlist INTEGER REFERENCES shortlists (id),
            text TEXT NOT NULL,
            user TEXT NOT NULL,
            at TEXT NOT NULL,
            removed TEXT,
            removed_by TEXT,
            CHECK (supplier IS NOT NULL OR shortlist IS NOT NULL)
        ) STRICT;
        CREATE INDEX notes_by_supplier ON notes (supplier) WHERE supplier IS NOT NULL;
        CREATE INDEX notes_by_shortlist ON notes (shortlist) WHERE shortlist IS NOT NULL;
        """
}
