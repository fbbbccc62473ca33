import Foundation
import SwiftCSV

/// Cuts the bytes of a register into records, and those into fields.
///
/// A record ends at a line's end outside quotes, so a field may hold line breaks (RFC 4180). A file with one stray quote
/// must not lose what follows: where what looks like a record of several lines can't be read, its first line alone is
/// bad, and reading goes on with the second.
struct RegisterRecords: Sequence, IteratorProtocol {
    struct Record {
        /// From 1, of its first line.
        var line: Int
        /// `nil` where quotes make no sense.
        var fields: [String]?
    }

    private let bytes: Data
    private let delimiter: CSVDelimiter
    private var offset: Data.Index
    private var line = 1

    /// No record is longer; a quote that is never closed would otherwise take in the rest of the file.
    private static let longestRecord = 1 << 16

    init(_ bytes: Data, delimiter: Character, after skipped: Int = 0) {
        self.bytes = bytes
        self.delimiter = delimiter == ";" ? .semicolon : delimiter == "\t" ? .tab : .comma
        offset = bytes.startIndex + (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        for _ in 0..<skipped { _ = next() }
    }

    mutating func next() -> Record? {
        while offset < bytes.endIndex {
            let start = line
            let (whole, first) = extents()
            if isBlank(first.range) {
                advance(to: first)
                continue
            }
            if let whole, let fields = fields(whole.range) {
                advance(to: whole)
                return Record(line: start, fields: fields)
            }
            advance(to: first)
            return Record(line: start, fields: nil)
        }
        return nil
    }

    private struct Extent {
        var range: Range<Data.Index>
        var end: Data.Index
        var lines: Int
    }

    private mutating func advance(to extent: Extent) {
        offset = extent.end
        line += extent.lines
    }

    /// The record from `offset` on, `nil` where its quotes are never closed; and its first line alone.
    private func extents() -> (whole: Extent?, first: Extent) {
        var first: Extent?
        var isQuoted = false
        var lines = 0
        var index = offset
        let limit = Swift.min(bytes.endIndex, offset + Self.longestRecord)
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                let isPair =
                    byte == UInt8(ascii: "\r") && index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "\n")
                let end = index + (isPair ? 2 : 1)
                lines += 1
                let extent = Extent(range: offset..<index, end: end, lines: lines)
                first = first ?? extent
                if !isQuoted { return (extent, first ?? extent) }
                index = end
                if index >= limit, let first { return (nil, first) }
                continue
            }
            index += 1
        }
        let rest = Extent(range: offset..<bytes.endIndex, end: bytes.endIndex, lines: lines + 1)
        return (isQuoted ? nil : rest, first ?? rest)
    }

    private func isBlank(_ range: Range<Data.Index>) -> Bool {
        bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private func fields(_ range: Range<Data.Index>) -> [String]? {
        // The line end makes the parser count an empty last field too.
        let text = RegisterText.decode(bytes[range]) + "\n"
        guard let csv = try? CSV<Enumerated>(string: text, delimiter: delimiter, loadColumns: false) else { return nil }
        return csv.rows.isEmpty ? csv.header : nil
    }
}

/// Text of a register, in UTF-8 or, as older exports have it, ISO 8859-1.
enum RegisterText {
    static func decode(_ bytes: Data) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
