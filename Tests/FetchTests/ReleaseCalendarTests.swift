import Fetch
import Procurement
import Testing

@Suite struct ReleaseCalendarTests {
    private func numbers(_ csv: String) throws -> [String] {
        try ReleaseCalendar(csv: csv, year: 2026).issues.map { "\($0) \($0.day)" }
    }

    @Test(arguments: [
        "OJS,Publication date \r\n136/2026,14/07/2026\r\n137/2026,15/07/2026\r\n",
        "\u{FEFF}\"OJS\";\"Publication date\"\n\"136\";\"14/07/2026\"\n\"137\";\"15/07/2026\"\n\n",
        "Note\tPublication date\tOJS \n\t14/07/2026\t2026/S 136\nx\t15/07/2026\t2026/S 137\n",
        "OJS,Publication date\n137,15/07/2026\n136,14/07/2026\n",
    ])
    func readsColumnsByTheirNames(_ csv: String) throws {
        #expect(try numbers(csv) == ["202600136 2026-07-14", "202600137 2026-07-15"])
    }

    @Test(arguments: [
        "OJ,Publication date\n136,14/07/2026\n", "OJS,Publication date\n136,2026-07-14\n",
        "OJS,Publication date\n,14/07/2026\n", "OJS,Publication date\n", "OJS,Publication date\n136,31/02/2026\n",
        "OJS,Publication date\n136,14/07/2026\n137,13/07/2026\n",
        "OJS,Publication date\n136,14/07/2026\n136,14/07/2026\n",
    ])
    func refusesWhatItCannotRead(_ csv: String) {
        #expect(throws: FetchFailure.self) { try numbers(csv) }
    }

    @Test func anEmptyOneIsEmpty() {
        #expect(throws: FetchFailure.empty) { try numbers("") }
    }
}
