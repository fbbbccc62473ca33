/// What a file is by its first bytes.
package enum ContentKind: String, Sendable, Hashable {
    case gzip, zip, csv, json, xml, html, any

    /// For messages.
    var noun: String {
        switch self {
        case .gzip: "gzip"
        case .zip: "zip"
        case .csv: "CSV"
        case .json: "JSON"
        case .xml: "XML"
        case .html: "HTML"
        case .any: "data"
        }
    }

    /// Bytes that `check` needs to judge by, unless the file is shorter.
    static let beginning = 512

    /// Looks at the first bytes of an answer.
    func check(_ bytes: some Sequence<UInt8>) throws(FetchFailure) {
        var first = Array(bytes.prefix(Self.beginning))
        if first.starts(with: [0xEF, 0xBB, 0xBF]) { first.removeFirst(3) }
        let text = first.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let isPage = Self.isPage(text)
        if isPage, self != .html { throw .page }
        let isRight =
            switch self {
            case .gzip: first.starts(with: [0x1F, 0x8B, 0x08])
            case .zip: first.starts(with: [0x50, 0x4B, 0x03, 0x04])
            case .csv: !text.isEmpty && text.first != UInt8(ascii: "<") && !first.contains(0)
            case .json: text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[")
            case .xml: text.first == UInt8(ascii: "<")
            case .html: isPage || text.first == UInt8(ascii: "<")
            case .any: true
            }
        if !isRight { throw .wrongKind(expected: self) }
    }

    private static func isPage(_ text: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: text.prefix(64), as: UTF8.self).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<head")
    }
}
