extension Schema {
    /// What the office defines: categories and challenges, each version whole as JSON, with who made it, when and why. The
    /// highest version of an id is the one in force; where that is retired, the id isn't there for questions. No version is
    /// changed, but where a purge takes a person out of its texts.
    static let definitions = """
        CREATE TABLE definitions (
            row INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            definition TEXT NOT NULL,
            retired INTEGER NOT NULL,
            reason TEXT NOT NULL,
            user TEXT NOT NULL,
            at TEXT NOT NULL,
            UNIQUE (kind, id, version)
        ) STRICT;
        """
}
