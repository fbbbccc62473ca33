extension Schema {
    /// What was asked and answered, entry after entry. `record` is JSON in its canonical form; the columns before it
    /// repeat what lists show. `dossier_head` is where the chain stands, so that a last entry taken away is missed too.
    ///
    /// An entry is never changed and never deleted. One way is left open, for a decision to remove what an entry says
    /// (a later one of the method `dossier.purge`, which must be there first): `record` and `actor` become NULL and
    /// `removed_by` names the decision, once. Number, hashes and decision stay, so the chain still holds.
    static let dossiers = """
        CREATE TABLE dossier_entries (
            sequence INTEGER PRIMARY KEY,
            dossier TEXT NOT NULL,
            at TEXT NOT NULL,
            actor TEXT,
            method TEXT NOT NULL,
            generation INTEGER NOT NULL,
            seed INTEGER,
            record BLOB,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL,
            removed_by INTEGER REFERENCES dossier_entries (sequence),
            CHECK ((record IS NULL) = (removed_by IS NOT NULL))
        ) STRICT;
        CREATE INDEX dossier_entries_by_dossier ON dossier_entries (dossier, sequence);

        CREATE TABLE dossier_head (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            sequence INTEGER NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        INSERT INTO dossier_head VALUES (1, 0, '\(String(repeating: "0", count: 64))');

        CREATE TRIGGER dossier_entries_append BEFORE INSERT ON dossier_entries
        WHEN NEW.sequence IS NOT (SELECT sequence + 1 FROM dossier_head)
            OR NEW.previous IS NOT (SELECT hash FROM dossier_head) OR NEW.removed_by IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a dossier entry goes to the end of the chain'); END;

        CREATE TRIGGER dossier_entries_head AFTER INSERT ON dossier_entries
        BEGIN UPDATE dossier_head SET sequence = NEW.sequence, hash = NEW.hash; END;

        CREATE TRIGGER dossier_entries_keep BEFORE DELETE ON dossier_entries
        BEGIN SELECT RAISE(ABORT, 'a dossier entry is never deleted'); END;

        CREATE TRIGGER dossier_entries_same BEFORE UPDATE ON dossier_entries
        WHEN NOT (
            OLD.record IS NOT NULL AND NEW.record IS NULL AND OLD.removed_by IS NULL
            AND (NEW.actor IS NULL OR NEW.actor IS OLD.actor)
            AND NEW.sequence IS OLD.sequence AND NEW.dossier IS OLD.dossier AND NEW.at IS OLD.at
            AND NEW.method IS OLD.method AND NEW.generation IS OLD.generation AND NEW.seed IS OLD.seed
            AND NEW.previous IS OLD.previous AND NEW.hash IS OLD.hash
            AND EXISTS (
                SELECT 1 FROM dossier_entries decision
                WHERE decision.sequence IS NEW.removed_by AND decision.sequence > OLD.sequence
                    AND decision.method IS 'dossier.purge'))
        BEGIN SELECT RAISE(ABORT, 'a dossier entry is never changed'); END;

        CREATE TRIGGER dossier_head_forward BEFORE UPDATE ON dossier_head
        WHEN NEW.sequence IS NOT OLD.sequence + 1
            OR NEW.hash IS NOT (SELECT hash FROM dossier_entries WHERE sequence = NEW.sequence)
        BEGIN SELECT RAISE(ABORT, 'the head of the dossiers follows the last entry'); END;

        CREATE TRIGGER dossier_head_keep BEFORE DELETE ON dossier_head
        BEGIN SELECT RAISE(ABORT, 'the head of the dossiers is never deleted'); END;
        """

    /// Meetings, councils and talks, and who was told of them, came forward and came. A guest is one company at one
    /// event; it need not be a known supplier. `supplier` is an id as it was then, and may be another's later. `number` is
    /// country and number in one word, and may be a personal number. A registration's id is its place in the order of
    /// arrival.
    static let events = """
        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            date TEXT,
            place TEXT,
            capacity INTEGER,
            dossier TEXT,
            user TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX events_by_kind ON events (kind);

        CREATE TABLE guests (
            id INTEGER PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES events (id),
            key TEXT NOT NULL,
            supplier TEXT,
            name TEXT NOT NULL,
            number TEXT,
            size TEXT,
            UNIQUE (event, key)
        ) STRICT;
        CREATE INDEX guests_by_supplier ON guests (supplier) WHERE supplier IS NOT NULL;

        CREATE TABLE invitations (
            guest INTEGER PRIMARY KEY REFERENCES guests (id),
            reason TEXT,
            user TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE registrations (
            arrival INTEGER PRIMARY KEY AUTOINCREMENT,
            guest INTEGER NOT NULL REFERENCES guests (id),
            wishes TEXT NOT NULL,
            user TEXT NOT NULL,
            at TEXT NOT NULL,
            withdrawn TEXT
        ) STRICT;
        CREATE UNIQUE INDEX registrations_once ON registrations (guest) WHERE withdrawn IS NULL;
        CREATE INDEX registrations_by_guest ON registrations (guest);

        CREATE TABLE attendance (
            guest INTEGER PRIMARY KEY REFERENCES guests (id),
            attended INTEGER NOT NULL,
            user TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE outcomes (
            id INTEGER PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES events (id),
            guest INTEGER REFERENCES guests (id),
            text TEXT NOT NULL,
            user TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX outcomes_by_event ON outcomes (event);
        """
}
