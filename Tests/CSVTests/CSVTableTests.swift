import CSV
import Foundation
import Testing

@Suite struct CSVTableTests {
    private enum Column: String, CaseIterable {
        case name
        case legalForm = "legal_form"
    }

    /// What `read` makes of a file with these bytes.
    private func reading<R>(_ bytes: Data, _ read: (String) throws -> R) throws -> R {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
        try bytes.write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try read(path)
    }

    private func lines(_ text: String) throws -> [String] {
        try reading(Data(text.utf8)) { path in
            var table = try CSVTable<Column>(path: path)
            var lines: [String] = []
            while let line = try table.next() {
                switch line {
                case .row(let row): lines.append("\(row.line) \(row[.name] ?? "–") \(row[.legalForm] ?? "–")")
                case .fault(let fault): lines.append("\(fault.line) \(fault.reason)")
                }
            }
            return lines
        }
    }

    @Test func columnsAreFoundByTheirNames() throws {
        #expect(
            try lines(" Legal Form ;x;NAME\nAB;1; Foo \n;2;\nAB;\"3\n") == ["2 Foo AB", "3 – –", "4 bad-quotes"])
        #expect(try lines("name\n1,2\n\"a\",\n") == ["2 bad-columns", "3 bad-columns"])
        #expect(try lines("other\n1\n") == ["2 – –"])
    }

    @Test(arguments: [
        ("", CSVError.noHeader), ("\n \n", .noHeader), ("name,Name\n", .repeatedColumn("name")), ("a\0b\n", .notText),
        ("\"name\n", .noHeader),
    ])
    func aFileWithoutAHeaderIsAnError(text: String, error: CSVError) throws {
        #expect(throws: error) { try lines(text) }
    }

    @Test func aFileThatIsNotThereIsAnError() {
        let error = #expect(throws: CSVError.self) { try CSVTable<Column>(path: "/nowhere/a.csv") }
        guard case .unreadable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aLongFileIsReadInAStream() throws {
        let text = "name,legal_form\n" + (1...50_000).map { "Företag \($0),\"A\nB\"\n" }.joined()
        let lines = try lines(text)
        #expect(lines.count == 50_000)
        #expect(lines.last == "100000 Företag 50000 A\nB")
    }
}
