extension Schema {
    /// What the office must be able to look up later: who was denied what, who saw a personal number, what was purged,
    /// who copied the store. Nothing is ever deleted, and of an entry only `count` and `last` of a denial ever change.
    ///
    /// A user's denials at one method are one row a day, so that nobody can fill the disk with them.
    static let audit = """
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            action TEXT NOT NULL,
            user TEXT NOT NULL,
            method TEXT,
            subject TEXT,
            reason TEXT,
            count INTEGER NOT NULL DEFAULT 1,
            at TEXT NOT NULL,
            last TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_by_action ON audit (action, id);
        CREATE UNIQUE INDEX audit_denials_of_a_day ON audit (user, method, substr(at, 1, 10)) WHERE action = 'denied';

        CREATE TRIGGER audit_keep BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END;

        CREATE TRIGGER audit_same BEFORE UPDATE ON audit
        WHEN NOT (
            OLD.action IS 'denied' AND NEW.action IS OLD.action AND NEW.id IS OLD.id AND NEW.user IS OLD.user
            AND NEW.method IS OLD.method AND NEW.subject IS OLD.subject AND NEW.reason IS OLD.reason
            AND NEW.at IS OLD.at AND NEW.count >= OLD.count)
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;
        """

    /// One way is left open for a purge: the reason that somebody once gave, where it names the person, becomes a mark,
    /// in a transaction that has recorded the purge first. Who, when, what and of whom stay.
    static let auditPurge = """
        DROP TRIGGER audit_same;
        CREATE TRIGGER audit_same BEFORE UPDATE ON audit
        WHEN NOT (
            NEW.action IS OLD.action AND NEW.id IS OLD.id AND NEW.user IS OLD.user
            AND NEW.method IS OLD.method AND NEW.subject IS OLD.subject AND NEW.at IS OLD.at
            AND (
                (OLD.action IS 'denied' AND NEW.reason IS OLD.reason AND NEW.count >= OLD.count)
                OR (NEW.reason IS '[borttaget]' AND NEW.count IS OLD.count AND NEW.last IS OLD.last
                    AND EXISTS (SELECT 1 FROM audit later WHERE later.action = 'purged' AND later.id > OLD.id))))
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;
        """
}
