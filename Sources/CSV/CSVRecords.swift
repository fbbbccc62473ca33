/// Cuts a stream of bytes into records, and those into fields (RFC 4180), and holds little more of it than a record.
///
/// A record ends at a line's end outside quotes, so a field may hold line breaks. A stream with one stray quote must not
/// lose what follows: where what looks like a record of several lines can't be read, its first line alone is bad, and
/// reading goes on with the second. Blank lines are skipped. Text is UTF-8, with or without a byte order mark; a record
/// that isn't, is read as ISO 8859-1, as older exports have it.
package struct CSVRecords {
    package struct Record: Sendable, Hashable {
        /// From 1, of its first line.
        package var line: Int
        /// `nil` where quotes make no sense.
        package var fields: [String]?
        /// Where quotes make no sense: the fields of its first line with quotes taken for letters. Else empty.
        package var letters: [String] = []
    }

    private let source: () throws -> [UInt8]
    private let delimiter: UInt8
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    /// Where the next record begins in the buffer.
    private var offset = 0
    private var line = 1

    /// No record of several lines is longer; a quote that is never closed would otherwise take in the rest.
    private static let longestRecord = 1 << 16

    /// Reads ahead some 64 KiB, to find out what parts the fields: whichever of comma, semicolon and tab the first line has
    /// most of.
    ///
    /// - Parameter source: the next bytes of the stream, in pieces of any size; empty at its end.
    /// - Throws: what `source` throws.
    package init(_ source: @escaping () throws -> [UInt8]) throws {
        self.source = source
        while buffer.count < Self.longestRecord, !isAtEnd {
            let bytes = try source()
            isAtEnd = bytes.isEmpty
            buffer += bytes
        }
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        offset = buffer.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        let first = buffer.prefix { $0 != lineFeed && $0 != carriageReturn }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        delimiter =
            candidates.max { left, right in
                first.count { $0 == left } < first.count { $0 == right }
            } ?? candidates[0]
    }

    /// Whether the beginning has a zero, which no text in UTF-8 or ISO 8859-1 has.
    package var hasZeros: Bool { buffer.prefix(4096).contains(0) }

    /// The next record; `nil` at the end.
    ///
    /// - Throws: what the source throws.
    package mutating func next() throws -> Record? {
        while true {
            if offset > 1 << 18 {
                buffer.removeFirst(offset)
                offset = 0
            }
            if offset == buffer.count, try !readOn() { return nil }
            let start = line
            let (whole, first) = try extents()
            if buffer[first.range].allSatisfy({ $0 == space || $0 == tab }) {
                skip(first)
            } else if let whole, let fields = CSVFields.split(buffer[whole.range], at: delimiter) {
                skip(whole)
                return Record(line: start, fields: fields)
            } else {
                let letters = CSVFields.letters(buffer[first.range], at: delimiter)
                skip(first)
                return Record(line: start, fields: nil, letters: letters)
            }
        }
    }

    private struct Extent {
        var range: Range<Int>
        /// Behind the end of its last line.
        var end: Int
        var lines: Int
    }

    private mutating func skip(_ extent: Extent) {
        offset = extent.end
        line += extent.lines
    }

    /// - Returns: whether there was more.
    private mutating func readOn() throws -> Bool {
        if isAtEnd { return false }
        let bytes = try source()
        isAtEnd = bytes.isEmpty
        buffer += bytes
        return !isAtEnd
    }

    /// The record from `offset` on, `nil` where its quotes are never closed; and its first line alone.
    private mutating func extents() throws -> (whole: Extent?, first: Extent) {
        var first: Extent?
        var isQuoted = false
        var lines = 0
        var index = offset
        while true {
            index = placeOfMark(from: index)
            if index == buffer.count {
                if try readOn() { continue }
                let rest = Extent(range: offset..<index, end: index, lines: lines + 1)
                return (isQuoted ? nil : rest, first ?? rest)
            }
            let byte = buffer[index]
            index += 1
            if byte == quote {
                isQuoted.toggle()
            } else if byte == lineFeed || byte == carriageReturn {
                let end = index - 1
                if byte == carriageReturn, try index < buffer.count || readOn(), buffer[index] == lineFeed {
                    index += 1
                }
                lines += 1
                let extent = Extent(range: offset..<end, end: index, lines: lines)
                if !isQuoted { return (extent, first ?? extent) }
                if index - offset >= Self.longestRecord { return (nil, first ?? extent) }
                first = first ?? extent
            }
        }
    }

    /// The next byte that may be a quote or a line's end: all that are neither are greater, but for a few.
    private func placeOfMark(from start: Int) -> Int {
        buffer.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count, bytes[index] > quote { index += 1 }
            return index
        }
    }
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let quote = UInt8(ascii: "\"")
let space = UInt8(ascii: " ")
let tab = UInt8(ascii: "\t")
