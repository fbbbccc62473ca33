import CSV
import Containers
import Testing

@Suite struct CSVRecordsTests {
    /// The records of `bytes`, which come in pieces of `size`.
    private func records(_ bytes: [UInt8], size: Int = 7) throws -> [CSVRecords.Record] {
        var rest = bytes[...]
        var records = try CSVRecords {
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        var all: [CSVRecords.Record] = []
        while let record = try records.next() { all.append(record) }
        return all
    }

    private func fields(_ text: String) throws -> [[String]?] { try records(Array(text.utf8)).map(\.fields) }

    @Test(
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a;b;c,d\r\n;;\r\n", [["a", "b", "c,d"], ["", "", ""]]),
            ("a\tb\r1\t\r", [["a", "b"], ["1", ""]]),
            ("\u{FEFF}å,ö", [["å", "ö"]]),
            ("a,b\n\"x, \"\"y\"\"\",\"1\r\n2\"\n", [["a", "b"], ["x, \"y\"", "1\r\n2"]]),
            ("a\n\n  \nb\n", [["a"], ["b"]]),
            ("a,b\n  x , \"y\"  \n", [["a", "b"], ["x ", "y"]]),
            ("a\n1\"\"2\n", [["a"], ["1\"2"]]),
            ("a\n\"\"\n", [["a"], [""]]),
            ("", []), ("\n\n", []),
        ] as [(String, [[String]])])
    func readsRecords(text: String, expected: [[String]]) throws {
        #expect(try fields(text) == expected)
    }

    @Test(arguments: ["1\"2", "\"1\"2", "\"1", "1\""]) func oneStrayQuoteLosesOneLine(bad: String) throws {
        let all = try records(Array("a,b\n\(bad),x\n3,4\n".utf8))
        #expect(all.map(\.fields) == [["a", "b"], nil, ["3", "4"]])
        #expect(all.map(\.line) == [1, 2, 3])
    }

    @Test func aQuoteThatIsNeverClosedLosesOneLine() throws {
        let rows = (1...20_000).map { "row \($0),text\n" }.joined()
        let all = try records(Array("a,b\nx,\"open\n\(rows)".utf8), size: 1 << 12)
        #expect(all.count == 20_002)
        #expect(all.filter { $0.fields == nil }.map(\.line) == [2])
        #expect(all.last?.line == 20_002 && all.last?.fields == ["row 20000", "text"])
    }

    @Test func linesAreCountedThroughQuotesAndBlankLines() throws {
        let all = try records(Array("a,b\n\n\"1\n2\",x\r\n\ry,z".utf8))
        #expect(all.map(\.line) == [1, 3, 6])
    }

    @Test func latin1IsReadRecordByRecord() throws {
        let all = try records([0x61, 0x0A, 0xE5, 0x0A, 0xC3, 0xA5, 0x0A])
        #expect(all.map(\.fields) == [["a"], ["å"], ["å"]])
    }

    // MARK: Properties

    /// What is written as the RFC says comes out again, however it is cut into pieces.
    @Test(arguments: 0..<200 as Range<UInt64>) func whatIsWrittenIsRead(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let delimiter = [",", ";", "\t"].randomElement(using: &chance) ?? ","
        let end = ["\n", "\r\n", "\r"].randomElement(using: &chance) ?? "\n"
        let parts = ["a", "å", "\"", ",", ";", "\t", "\n", "\r\n", " ", "€", ""]
        let width = Int.random(in: 2...5, using: &chance)
        let header = (0..<width).map { "column \($0)" }
        let rows = (0..<Int.random(in: 0...8, using: &chance)).map { _ in
            (0..<width).map { _ in
                (0..<Int.random(in: 0...6, using: &chance)).map { _ in parts.randomElement(using: &chance) ?? "" }
                    .joined()
            }
        }
        let text = ([header] + rows).map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: delimiter) + end
        }.joined()
        let size = Int.random(in: 1...40, using: &chance)
        #expect(try records(Array(text.utf8), size: size).map(\.fields) == [header] + rows)
    }

    /// Whatever comes, every line is read once, and the pieces in which it comes change nothing.
    @Test(arguments: 0..<300 as Range<UInt64>) func anyBytesAreReadToTheirEnd(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x20, 0x61, 0xC3, 0xA5, 0x00]
        let bytes = (0..<Int.random(in: 0...60, using: &chance)).map { _ in
            alphabet.randomElement(using: &chance) ?? 0
        }
        let whole = try records(bytes, size: 100)
        #expect(try records(bytes, size: 1) == whole)
        let lines = whole.map(\.line)
        #expect(lines == Array(Set(lines)).sorted())
        #expect(lines.allSatisfy { $0 <= 1 + bytes.count { $0 == 0x0A || $0 == 0x0D } })
    }
}
