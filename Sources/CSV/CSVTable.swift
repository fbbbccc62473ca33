import Foundation

/// A CSV file whose first line names its columns, in any order. Columns that `Column` doesn't have are skipped.
package struct CSVTable<Column: RawRepresentable & CaseIterable & Hashable> where Column.RawValue == String {
    package enum Line {
        case row(Row)
        case fault(CSVFault)
    }

    package struct Row {
        /// From 1, of its first line.
        package let line: Int
        private let fields: [String]
        private let places: [Column: Int]

        fileprivate init(line: Int, fields: [String], places: [Column: Int]) {
            self.line = line
            self.fields = fields
            self.places = places
        }

        /// The field without white space around it; `nil` for an empty one, and for a column that isn't there.
        package subscript(column: Column) -> String? {
            guard let place = places[column] else { return nil }
            let text = fields[place].trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : text
        }
    }

    private var records: CSVRecords
    private let places: [Column: Int]
    private let width: Int

    /// Opens the file and reads its first line.
    package init(path: String) throws(CSVError) {
        var records = try Self.records(of: path)
        if records.hasZeros { throw .notText }
        guard let header = try Self.next(&records)?.fields else { throw .noHeader }
        var places: [Column: Int] = [:]
        for (place, title) in header.enumerated() {
            let word = title.trimmingCharacters(in: .whitespaces).lowercased().replacing(" ", with: "_")
                .replacing("-", with: "_")
            guard let column = Column(rawValue: word) else { continue }
            guard places.updateValue(place, forKey: column) == nil else { throw .repeatedColumn(word) }
        }
        self.records = records
        self.places = places
        width = header.count
    }

    /// The columns that the file has.
    package var columns: Set<Column> { Set(places.keys) }

    /// The next line, or lines where a field has several; `nil` at the end.
    package mutating func next() throws(CSVError) -> Line? {
        guard let record = try Self.next(&records) else { return nil }
        guard let fields = record.fields else {
            return .fault(
                CSVFault(
                    line: record.line, reason: "bad-quotes",
                    detail:
                        "a quote is opened and not closed, or text follows a closing quote; write \"\" for a quote inside quotes"
                ))
        }
        guard fields.count == width else {
            return .fault(
                CSVFault(
                    line: record.line, reason: "bad-columns",
                    detail: "the row has \(fields.count) fields and the header \(width)"))
        }
        return .row(Row(line: record.line, fields: fields, places: places))
    }

    private static func records(of path: String) throws(CSVError) -> CSVRecords {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            return try CSVRecords { try file.read(upToCount: 1 << 18).map { [UInt8]($0) } ?? [] }
        } catch {
            throw .unreadable((error as NSError).localizedDescription)
        }
    }

    private static func next(_ records: inout CSVRecords) throws(CSVError) -> CSVRecords.Record? {
        do { return try records.next() } catch { throw .unreadable((error as NSError).localizedDescription) }
    }
}

/// A record that can't be read; the rest of the file can.
package struct CSVFault: Sendable, Hashable {
    /// From 1, of its first line.
    package let line: Int
    /// `bad-quotes` or `bad-columns`.
    package let reason: String
    /// What is wrong and what would be right.
    package let detail: String
}

/// What keeps a whole file from being read.
package enum CSVError: Error, Hashable {
    /// It can't be opened, or not be read to its end.
    case unreadable(String)
    /// It has zeros where text in UTF-8 or ISO 8859-1 has none.
    case notText
    case noHeader
    case repeatedColumn(String)
}
