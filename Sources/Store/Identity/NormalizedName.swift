import Foundation
import Procurement

/// An organisation's name in the forms in which spellings are compared.
///
/// Case, punctuation and legal forms don't tell names apart: `ÅF-Infrastructure AB`, `AF INFRASTRUCTURE` differ (å is
/// a letter of its own), `Maserfrakt AB` and `MASERFRAKT AKTIEBOLAG (publ)` don't.
struct NormalizedName: Hashable, Sendable {
    /// The name to show: as written, white space tidied, without any organisation or personal number in it.
    let display: String
    /// Lower case words, single spaces, no punctuation: what finds look through.
    let folded: String
    /// `folded` without the legal form and what stands behind it.
    let stem: String
    /// `LegalForm`'s word; `nil` where the name has none.
    let form: String?
    /// An organisation number that stood in the name, such as `Foo AB, 556859-2918`.
    let number: OrganisationNumber?

    init(_ text: String) {
        let (rest, number) = NumberInName.split(text)
        let folded = Self.fold(rest)
        var words = folded.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
        let form = LegalForm.take(from: &words)
        display = rest.withSingleSpaces
        self.folded = folded
        // Words go from the ends alone.
        stem = words.first.map { String(folded[$0.startIndex..<words[words.count - 1].endIndex]) } ?? ""
        self.form = form
        self.number = number
    }

    /// The name to show alone.
    static func display(_ text: String) -> String { NumberInName.split(text).rest.withSingleSpaces }

    /// True where nothing is left to compare: no name, or a number alone.
    var isEmpty: Bool { folded.isEmpty }

    /// Lower case, accents taken off all letters but å, ä and ö, which are letters of their own; points and apostrophes
    /// left out, everything else that is no letter or digit a space, `&` and `+` as `och`.
    static func fold(_ text: String) -> String {
        var folder = Folder()
        for scalar in text.normalized.unicodeScalars { folder.add(scalar) }
        return String(decoding: folder.bytes, as: UTF8.self)
    }

    private struct Folder {
        var bytes: [UInt8] = []
        private var spaceDue = false

        mutating func add(ascii byte: UInt8) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
            case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
            case UInt8(ascii: "&"), UInt8(ascii: "+"):
                spaceDue = true
                for letter in "och".utf8 { append(letter) }
                spaceDue = true
            default: spaceDue = true
            }
        }

        mutating func add(_ scalar: Unicode.Scalar) {
            if scalar.isASCII { return add(ascii: UInt8(scalar.value)) }
            append(folded: scalar.value < 0x530 ? Self.plain[Int(scalar.value) - 0x80] : Self.folded(scalar))
        }

        private static let plain = (0x80..<0x530).map { folded(Unicode.Scalar($0) ?? " ") }

        /// What a letter or sign beyond ASCII becomes; `nil` for what parts words.
        private static func folded(_ scalar: Unicode.Scalar) -> [UInt8]? {
            switch scalar {
            case "’", "‘": return []
            case "ß", "ẞ": return Array("ss".utf8)
            default: break
            }
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
            let lower = scalar.properties.lowercaseMapping
            if ["å", "ä", "ö"].contains(lower) { return Array(lower.utf8) }
            let parts = lower.decomposedStringWithCanonicalMapping.unicodeScalars
            let bare = String.UnicodeScalarView(parts.filter { $0.properties.canonicalCombiningClass == .notReordered })
            return Array(String(bare).utf8)
        }

        private mutating func append(folded bytes: [UInt8]?) {
            guard let bytes else {
                spaceDue = true
                return
            }
            for byte in bytes { append(byte) }
        }

        private mutating func append(_ byte: UInt8) {
            if spaceDue, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            spaceDue = false
            bytes.append(byte)
        }
    }
}
