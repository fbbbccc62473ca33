extension Schema {
    /// What the matcher learns from each current notice, as a `ProcurementRecord`. The records of notices that were there
    /// before are made while the daemon runs already: `facts_pending` has the rows still to be gone through, and no row
    /// when all is done. Whoever changes what a record is empties `notice_facts` and fills `facts_pending` again.
    static let facts = """
        CREATE TABLE notice_facts (
            notice INTEGER PRIMARY KEY REFERENCES notices (row) ON DELETE CASCADE,
            facts BLOB NOT NULL
        ) STRICT;

        CREATE TABLE facts_pending (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            after INTEGER NOT NULL,
            until INTEGER NOT NULL
        ) STRICT;
        INSERT INTO facts_pending SELECT 1, 0, max(row) FROM notices HAVING max(row) IS NOT NULL;
        """
}
