import GRDB
import Procurement

extension Schema {
    /// Texts are normalised before they are compared, and numbers, masks and names are read otherwise than before.
    ///
    /// The index of words forgets the words of the few notices that were not normal, and learns them anew. Whose the
    /// parties are is read anew while the daemon runs already (`IdentityRenewal`): `identity_pending` has the rows of
    /// notices still to be gone through, -1 before the register's, and no row when all is done.
    static func identity(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE identity_pending (
                    one INTEGER PRIMARY KEY CHECK (one = 1),
                    after INTEGER NOT NULL,
                    until INTEGER NOT NULL
                ) STRICT;
                INSERT INTO identity_pending SELECT 1, -1, ifnull((SELECT max(row) FROM notices), 0)
                WHERE EXISTS (SELECT 1 FROM notices) OR EXISTS (SELECT 1 FROM parties);
                """)
        try normaliseWords(database)
        try foldNames(database)
    }

    private static func normaliseWords(_ database: Database) throws {
        let rows = try Int64.fetchAll(
            database,
            sql: """
                SELECT row FROM notices WHERE standing = 'current' AND (
                    normalized(title) IS NOT title OR normalized(description) IS NOT description
                    OR EXISTS (SELECT 1 FROM lots l WHERE l.notice = notices.row AND normalized(l.title) IS NOT l.title)
                    OR EXISTS (SELECT 1 FROM notice_buyers b WHERE b.notice = notices.row AND normalized(b.name) IS NOT b.name))
                """)
        // To forget words, the index must be told the texts that it was given.
        for row in rows {
            try database.execute(
                sql: """
                    INSERT INTO notice_words (notice_words, rowid, title, description, lots, buyers)
                    SELECT 'delete', row, title, description,
                        (SELECT group_concat(title, ' ') FROM (SELECT title FROM lots WHERE notice = row ORDER BY ordinal)),
                        (SELECT group_concat(name, ' ')
                            FROM (SELECT name FROM notice_buyers WHERE notice = row ORDER BY ordinal))
                    FROM notices WHERE row = ?
                    """, arguments: [row])
        }
        try NoticeRows(database: database).indexWords(of: Set(rows))
    }

    private static func foldNames(_ database: Database) throws {
        let folded = DatabaseFunction("folded_name", argumentCount: 1, pure: true) { values in
            String.fromDatabaseValue(values[0]).map(NormalizedName.fold)
        }
        database.add(function: folded)
        defer { database.remove(function: folded) }
        for table in ["supplier_names", "suppliers"] {
            try database.execute(
                sql: "UPDATE \(table) SET folded = folded_name(name) WHERE folded IS NOT folded_name(name)")
        }
    }
}
