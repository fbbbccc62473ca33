/// How a table of plain text parts its fields.
package enum CSVDialect: String, Sendable, CaseIterable {
    /// As a Swedish Excel opens it by a double click: UTF-8 with a byte order mark, semicolons, decimal commas.
    case excel
    /// RFC 4180: UTF-8, commas, decimal points.
    case rfc4180

    var delimiter: UInt8 { self == .excel ? UInt8(ascii: ";") : UInt8(ascii: ",") }
    var decimal: UInt8 { self == .excel ? UInt8(ascii: ",") : UInt8(ascii: ".") }
    var mark: [UInt8] { self == .excel ? [0xEF, 0xBB, 0xBF] : [] }
}
