extension Schema {
    /// Finds a part of the name of one of a million firms without a look at all of them. What few have is found by an index of the
    /// names in `firms` by their runs of three characters (SQLite's FTS5, tokenizer `trigram`), kept up to date by triggers; it
    /// holds no text of its own. What many have is found soon by going through the names in their order.
    static let firmNames = """
        CREATE VIRTUAL TABLE firm_names USING fts5 (
            folded, content = 'firms', content_rowid = 'number', tokenize = 'trigram', detail = 'none', columnsize = 0
        );
        INSERT INTO firm_names (firm_names) VALUES ('rebuild');
        CREATE INDEX firms_by_name ON firms (folded);

        CREATE TRIGGER firms_named AFTER INSERT ON firms BEGIN
            INSERT INTO firm_names (rowid, folded) VALUES (new.number, new.folded);
        END;
        CREATE TRIGGER firms_renamed AFTER UPDATE OF folded ON firms WHEN old.folded IS NOT new.folded BEGIN
            INSERT INTO firm_names (firm_names, rowid, folded) VALUES ('delete', old.number, old.folded);
            INSERT INTO firm_names (rowid, folded) VALUES (new.number, new.folded);
        END;
        CREATE TRIGGER firms_unnamed AFTER DELETE ON firms BEGIN
            INSERT INTO firm_names (firm_names, rowid, folded) VALUES ('delete', old.number, old.folded);
        END;
        """
}
