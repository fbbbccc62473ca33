extension Schema {
    /// Who tendered for the lots of current notices that are made of the statistics, won or not. They can be made again from
    /// `notice_contents`. `contracted` is 1 where a contract came of it; `sni` is a code of the version `sni_version`;
    /// `appealed` is 1 where the lot's award was appealed, 0 where not, and NULL where nothing is told.
    static let tendering = """
        CREATE TABLE tenders (
            notice INTEGER NOT NULL REFERENCES notices (row) ON DELETE CASCADE,
            lot TEXT NOT NULL,
            party INTEGER NOT NULL REFERENCES parties (row),
            contracted INTEGER NOT NULL,
            appealed INTEGER,
            sni TEXT,
            sni_version INTEGER,
            PRIMARY KEY (notice, lot, party)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tenders_by_party ON tenders (party);
        """
}
