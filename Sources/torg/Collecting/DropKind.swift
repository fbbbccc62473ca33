import Foundation
import Procurement

/// What a file of the drop folder is, by its first bytes: which method takes it in.
enum DropKind: Equatable {
    /// Notices, or whatever else the feed's reader knows.
    case feed
    /// A register of firms: Bolagsverket's, Statistics Sweden's or an office's own.
    case register
    /// Names of codes, a key of industries, a list of postcodes.
    case codes
    /// Something that is nobody's export: in words, with what would be right. It goes the feed's way, which refuses it.
    case other(String)

    /// So many bytes are needed to tell.
    private static let peek = 4096

    init(path: String) {
        let file = FileHandle(forReadingAtPath: path)
        self.init(beginning: (try? file?.read(upToCount: Self.peek)) ?? Data())
        try? file?.close()
    }

    init(beginning: Data) {
        if let other = Self.others.first(where: { beginning.starts(with: $0.magic) }) {
            self = .other("\(other.name); an export in XML or CSV is needed")
        } else if beginning.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            self = Self.ofZip(Self.firstMember(beginning))
        } else {
            self = Self.ofText(String(decoding: beginning, as: UTF8.self))
        }
    }

    private static let others: [(name: String, magic: [UInt8])] = [
        ("a PDF document", Array("%PDF".utf8)), ("a document of an old Office", [0xD0, 0xCF, 0x11, 0xE0]),
        ("a picture", [0x89, 0x50, 0x4E, 0x47]), ("a picture", [0xFF, 0xD8, 0xFF]),
    ]

    /// The name that stands in a zip's first header (PKWARE APPNOTE 4.3.7); what is behind it can't be unpacked here.
    private static func firstMember(_ bytes: Data) -> String {
        let bytes = Array(bytes)
        guard bytes.count > 30 else { return "" }
        let length = Int(bytes[26]) | Int(bytes[27]) << 8
        return String(decoding: bytes[30..<min(bytes.count, 30 + length)], as: UTF8.self).lowercased()
    }

    private static func ofZip(_ member: String) -> DropKind {
        if member == "[content_types].xml" || member.hasPrefix("_rels/") || member == "mimetype" {
            return .other("a workbook or a document; save it as CSV")
        }
        // Registers come as one text; notices as XML.
        return member.hasSuffix(".txt") ? .register : .feed
    }

    private static func ofText(_ text: String) -> DropKind {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<") { return start.contains("genericode") ? .codes : .feed }
        let line = start.prefix { !$0.isNewline }
        let columns = Set(
            line.split { $0 == ";" || $0 == "," || $0 == "\t" }.map {
                $0.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" }
            })
        if RegisterColumns(firstLine: line).source != nil { return .register }
        if columns.isSuperset(of: ["sni2025", "sni2007"]) || columns.contains("postcode") { return .codes }
        if columns.contains("code"), !columns.isDisjoint(with: ["label_en", "label_sv"]) { return .codes }
        return columns.contains("name") ? .register : .feed
    }
}
