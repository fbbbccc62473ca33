extension Schema {
    /// What public registers say of firms. A row of a register's file is a row of `firm_rows`, whole, so that what is said
    /// of a firm in the end depends on what came and never on the order in which it came (`FirmPortrait`). `firms` has a
    /// row for each number in them, worked out from these alone, for what is asked of all firms at once. Numbers are
    /// organisation numbers of ten digits; natural persons are in neither.
    ///
    /// `sni_keys` says which codes of SNI 2007 a code of SNI 2025 stands for, and `postcodes` where a postcode lies, as
    /// imported lists have it.
    static let registers = """
        CREATE TABLE firm_rows (
            number INTEGER NOT NULL,
            source TEXT NOT NULL,
            serial INTEGER NOT NULL,
            digest INTEGER NOT NULL,
            name TEXT NOT NULL,
            other_names TEXT NOT NULL,
            legal_form TEXT,
            activity TEXT,
            registered INTEGER,
            ended INTEGER,
            end_reason TEXT,
            proceedings TEXT NOT NULL,
            successor INTEGER,
            active_status INTEGER,
            sni TEXT NOT NULL,
            sni_version INTEGER,
            postcode INTEGER,
            town TEXT,
            refuses_advertising INTEGER,
            PRIMARY KEY (number, source, serial)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE firms (
            number INTEGER PRIMARY KEY,
            folded TEXT NOT NULL,
            gone INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE sni_keys (
            sni2025 TEXT NOT NULL,
            sni2007 TEXT NOT NULL,
            label TEXT,
            PRIMARY KEY (sni2025, sni2007)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE postcodes (
            postcode INTEGER PRIMARY KEY,
            county TEXT,
            municipality TEXT
        ) STRICT;
        """
}
