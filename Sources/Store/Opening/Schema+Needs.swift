extension Schema {
    /// Needs that the office keeps, each as it is now with who saved it last, and what came of it over time. `participants` is
    /// a list (`Columns.list`).
    static let needs = """
        CREATE TABLE needs (
            id INTEGER PRIMARY KEY,
            version INTEGER NOT NULL,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            found TEXT,
            dossier TEXT,
            route TEXT,
            route_reason TEXT,
            participants TEXT NOT NULL,
            owner TEXT,
            state TEXT NOT NULL,
            user TEXT NOT NULL,
            at TEXT NOT NULL,
            changed_by TEXT NOT NULL,
            changed TEXT NOT NULL
        ) STRICT;
        CREATE INDEX needs_by_state ON needs (state);

        CREATE TABLE need_outcomes (
            id INTEGER PRIMARY KEY,
            need INTEGER NOT NULL REFERENCES needs (id),
            text TEXT NOT NULL,
            user TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX need_outcomes_by_need ON need_outcomes (need);
        """
}
