/// Writes the fixtures' own README, so that its figures are true.
enum FixtureReadme {
    static func text(tree: FileTree, placed: PlacedNotices, suppliers: [MadeSupplier], seed: UInt64) -> String {
        let forms = placed.countsByForm().map { "| \($0.form) | \($0.count) |" }.joined(separator: "\n")
        let bad = tree.paths.filter { $0.hasPrefix("bad/") }.map { "- `\($0)`" }.joined(separator: "\n")
        let winners = placed.winners()
        let newcomers = suppliers.count { !winners.contains($0.name) }
        let persons = suppliers.count(where: \.isNaturalPerson)
        return """
            # Fixtures

            The procurements of Norrvika kommun, its neighbours and its companies, none of which exist. Written by
            `swift run torg-fixtures` with seed \(seed); `swift run torg-fixtures --check` tells whether they still are what
            the generator makes. Don't change them by hand.

            Nothing here can be anybody's: organisation numbers begin with 4, which no kind of legal person has; sole
            traders were born on day 99 of month 19; postal codes begin with 999; hosts end with `.example`. CPV, NUTS
            and SNI codes are real ones, and so is the shape of the files.

            | path | what |
            |---|---|
            | `notices/` | \(placed.count) notices in three dialects: one a file, many in a file, packed. All of them can be read |
            | `suppliers.csv` | \(suppliers.count) suppliers, \(newcomers) of them without any award, \(persons) sole traders |
            | `statistics.csv` | who tendered, lost or won, in the shape of Upphandlingsmyndigheten's statistics, quirks included: for procurements that stand in `notices/`, and for as many others |
            | `statistics.json` | how many rows it has, and how many of them are to be mended, left out or of persons |
            | `expected.jsonl` | what a reader must find in each notice, one JSON object a line |
            | `bad/notices/` | files that must be refused with a reason, alone or among good notices that stand in `notices/` too |
            | `bad/registers/` | registers with rows, or without columns, that must be refused |

            | form | notices |
            |---|---|
            \(forms)

            Of `bad/`:

            \(bad)

            """
    }
}
