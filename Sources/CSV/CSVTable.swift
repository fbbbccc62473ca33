import Glibc

/// A CSV file whose first line names its columns, in any order. Columns that `Column` doesn't have are skipped.
package struct CSVTable<Column: RawRepresentable & CaseIterable & Hashable> where Column.RawValue == String {
    package enum Line {
        case row(Row)
        case fault(CSVFault)
    }

    package struct Row {
        /// From 1, of its first line.
        package let line: Int
        /// Whether its quotes made no sense, and were read as letters (`mendsQuotes`).
        package let isMended: Bool
        private let fields: [String]
        private let places: [Column: Int]

        fileprivate init(line: Int, isMended: Bool, fields: [String], places: [Column: Int]) {
            self.line = line
            self.isMended = isMended
            self.fields = fields
            self.places = places
        }

        /// The field without white space around it; `nil` for an empty one, and for a column that isn't there.
        package subscript(column: Column) -> String? {
            guard let place = places[column] else { return nil }
            let text = fields[place].withoutSpace
            return text.isEmpty ? nil : text
        }
    }

    private var records: CSVRecords
    private let places: [Column: Int]
    private let width: Int
    private let mendsQuotes: Bool

    /// Opens the file and reads its first line.
    package init(path: String) throws(CSVError) {
        let file = try CSVInput(path: path)
        try self.init { try file.next() }
    }

    /// Reads the first line.
    ///
    /// - Parameters:
    ///   - mendsQuotes: whether a line whose quotes make no sense is a row all the same where it has as many fields as the
    ///     header once quotes are taken for letters.
    ///   - source: as of `CSVRecords`.
    package init(mendsQuotes: Bool = false, _ source: @escaping () throws -> [UInt8]) throws(CSVError) {
        var records: CSVRecords
        do { records = try CSVRecords(source) } catch { throw Self.unreadable(error) }
        if records.hasZeros { throw .notText }
        guard let header = try Self.next(&records)?.fields else { throw .noHeader }
        var places: [Column: Int] = [:]
        for (place, title) in header.enumerated() {
            let word = CSVHeader.word(title)
            guard let column = Column(rawValue: word) else { continue }
            guard places.updateValue(place, forKey: column) == nil else { throw .repeatedColumn(word) }
        }
        self.records = records
        self.places = places
        width = header.count
        self.mendsQuotes = mendsQuotes
    }

    /// The columns that the file has.
    package var columns: Set<Column> { Set(places.keys) }

    /// The next line, or lines where a field has several; `nil` at the end.
    package mutating func next() throws(CSVError) -> Line? {
        guard let record = try Self.next(&records) else { return nil }
        guard let fields = record.fields else {
            if mendsQuotes, record.letters.count == width {
                return .row(Row(line: record.line, isMended: true, fields: record.letters, places: places))
            }
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
        return .row(Row(line: record.line, isMended: false, fields: fields, places: places))
    }

    private static func next(_ records: inout CSVRecords) throws(CSVError) -> CSVRecords.Record? {
        do { return try records.next() } catch { throw unreadable(error) }
    }

    private static func unreadable(_ error: any Error) -> CSVError { error as? CSVError ?? .unreadable("\(error)") }
}

/// How a column is called.
package enum CSVHeader {
    /// In small letters, `_` for spaces and dashes, without the `*` that some exports put behind a name.
    package static func word(_ title: String) -> String {
        let name = title.withoutSpace
        let stars = name.reversed().prefix { $0 == "*" || $0.isWhitespace }.count
        return name.dropLast(stars).lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    }
}

extension String {
    /// Without white space around it.
    fileprivate var withoutSpace: String {
        let plain: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, plain ~= first, plain ~= last { return self }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex
            ? self : String(scalars[first...last])
    }
}

/// A file, read piece by piece.
private final class CSVInput {
    private let descriptor: Int32

    init(path: String) throws(CSVError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .unreadable(String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    func next() throws(CSVError) -> [UInt8] {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, filled in
                count = read(descriptor, buffer.baseAddress, buffer.count)
                filled = max(0, count)
            }
            if count >= 0 { return bytes }
            if errno != EINTR { throw .unreadable(String(cString: strerror(errno))) }
        }
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
