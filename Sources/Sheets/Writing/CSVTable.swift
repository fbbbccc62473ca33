import API
import Procurement

/// A table as plain text: a line of titles, a line a row, each ended by CR and LF.
///
/// Texts stand in quotes, so that no program takes a delimiter of its own in them for one. A text that a spreadsheet would take
/// for a formula gets an apostrophe before it (OWASP, “CSV injection”): one whose first character that isn't white space
/// is `=`, `+`, `-` or `@`, or their full width, and one that begins with a tab.
package struct CSVTable {
    package let dialect: CSVDialect
    package let language: TextLanguage

    package init(_ dialect: CSVDialect, _ language: TextLanguage) {
        self.dialect = dialect
        self.language = language
    }

    package func bytes(_ sheet: Sheet) -> [UInt8] {
        var bytes = dialect.mark
        line(sheet.heads.map { .text($0.title) }, to: &bytes)
        for row in sheet.rows { line(row, to: &bytes) }
        return bytes
    }

    private func line(_ cells: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(dialect.delimiter) }
            write(cell, to: &bytes)
        }
        bytes += Array("\r\n".utf8)
    }

    private func write(_ cell: Cell, to bytes: inout [UInt8]) {
        switch cell {
        case .none: break
        case .withheld: quote(language.withheld, to: &bytes)
        case .text(let text): quote(Self.harmless(text.inCell), to: &bytes)
        case .whole(let number): bytes += Array("\(number)".utf8)
        case .points(let points): number(points.description, to: &bytes)
        case .decimal(let text):
            if text.isPlainDecimal { number(text, to: &bytes) } else { quote(Self.harmless(text.inCell), to: &bytes) }
        case .day(let day): bytes += Array(day.description.utf8)
        case .moment(let moment): bytes += Array(moment.spaced.utf8)
        case .flag(let flag): quote(language.flag(flag), to: &bytes)
        }
    }

    private func number(_ text: String, to bytes: inout [UInt8]) {
        bytes += text.utf8.map { $0 == UInt8(ascii: ".") ? dialect.decimal : $0 }
    }

    private func quote(_ text: String, to bytes: inout [UInt8]) {
        let mark = UInt8(ascii: "\"")
        bytes.append(mark)
        for byte in text.utf8 {
            if byte == mark { bytes.append(mark) }
            bytes.append(byte)
        }
        bytes.append(mark)
    }

    /// With an apostrophe before what would be a formula.
    static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let telling = text.unicodeScalars.first { !$0.properties.isWhitespace } ?? first
        let isHostile = first == "\t" || "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(telling)
        return isHostile ? "'" + text : text
    }
}

extension String {
    /// Whether it is digits, perhaps with a sign before them, and a point and more digits after.
    var isPlainDecimal: Bool {
        var digits = Array(utf8)
        if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
        guard digits.last != UInt8(ascii: ".") else { return false }
        if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
            guard point != digits.startIndex else { return false }
            digits.remove(at: point)
        }
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Moment {
    /// `2026-01-31 02:15:00`, as spreadsheets read it.
    var spaced: String { String(text.prefix(10) + " " + text.dropFirst(11).prefix(8)) }
}
