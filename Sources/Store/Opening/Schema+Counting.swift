extension Schema {
    /// What counts as a win (`Retold`), and what notices name one another by: `number` is what a notice was published
    /// under, `replaces` and `modifies` an id or such a number (`NoticeID.reference`), `alike` is `Telling.likeness`.
    ///
    /// Of the notices that are here already, the numbers are brought to their form at once; whatever needs a look at
    /// contents is made up for while the daemon runs, with the records of facts.
    static let counting = """
        ALTER TABLE notices ADD COLUMN number TEXT;
        ALTER TABLE notices ADD COLUMN modifies TEXT;
        ALTER TABLE notices ADD COLUMN alike INTEGER;
        ALTER TABLE wins ADD COLUMN retold INTEGER NOT NULL DEFAULT 0;
        UPDATE notices SET number = \(reference("ifnull(publication, id)"))
            WHERE publication IS NOT NULL OR id GLOB '[0-9]*-[0-9][0-9][0-9][0-9]';
        UPDATE notices SET replaces = \(reference("replaces")) WHERE replaces IS NOT NULL;
        UPDATE wins SET retold = 4 WHERE notice IN (SELECT row FROM notices WHERE purpose = 'contract-modification');
        CREATE INDEX notices_by_number ON notices (number) WHERE number IS NOT NULL;
        CREATE INDEX notices_by_modifies ON notices (modifies) WHERE modifies IS NOT NULL;
        CREATE INDEX notices_by_alike ON notices (alike) WHERE alike IS NOT NULL;
        DELETE FROM notice_facts;
        DELETE FROM facts_pending;
        INSERT INTO facts_pending SELECT 1, 0, max(row) FROM notices HAVING max(row) IS NOT NULL;
        """

    /// `00123456-2024` and `2024/S 106-123456` as `123456-2024`, all else as it is.
    private static func reference(_ column: String) -> String {
        let digits = "[0-9]"
        let year = String(repeating: digits, count: 4)
        return """
            CASE WHEN \(column) GLOB '\(digits)*-\(year)' AND \(column) NOT GLOB '*[^0-9-]*'
                THEN ltrim(\(column), '0')
                WHEN \(column) GLOB '\(year)/S *-\(digits)*'
                THEN ltrim(substr(\(column), instr(\(column), '-') + 1), '0') || '-' || substr(\(column), 1, 4)
                ELSE \(column) END
            """
    }
}
