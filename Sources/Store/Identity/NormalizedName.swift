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
        var words = folded.split(separator: " ")
        let form = LegalForm.take(from: &words)
        display = rest.withSingleSpaces
        self.folded = folded
        stem = words.joined(separator: " ")
        self.form = form
        self.number = number
    }

    /// True where nothing is left to compare: no name, or a number alone.
    var isEmpty: Bool { folded.isEmpty }

    /// Lower case, accents taken off all letters but å, ä and ö, which are letters of their own; points and apostrophes
    /// left out, everything else that is no letter or digit a space, `&` and `+` as `och`.
    static func fold(_ text: String) -> String {
        var folder = Folder()
        if text.utf8.allSatisfy({ $0 < 0xC6 }) {
            // Up to U+017F nothing joins with what stands before it.
            for scalar in text.unicodeScalars { folder.add(latin: scalar) }
        } else {
            for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars { folder.add(scalar) }
        }
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
            append(folded: Self.folded(scalar))
        }

        /// The same for what stands below U+0180, where the letters of most names are.
        mutating func add(latin scalar: Unicode.Scalar) {
            if scalar.isASCII { return add(ascii: UInt8(scalar.value)) }
            append(folded: Self.latin[Int(scalar.value) - 0x80])
        }

        private static let latin = (0x80..<0x180).map { folded(Unicode.Scalar($0) ?? " ") }

        /// What a letter or sign beyond ASCII becomes; `nil` for what parts words.
        private static func folded(_ scalar: Unicode.Scalar) -> [UInt8]? {
            switch scalar {
            case "’", "´", "‘", "\u{AD}", "\u{200B}", "\u{FEFF}": return []
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
