import Foundation
import Procurement

/// A text in the form in which a person's name is looked for: compatibility forms taken apart (NFKD), case folded, what
/// can't be seen left out, and every run of white space and dashes one space. `Anna-Karin  BERG`, with a soft hyphen or
/// without, is `anna karin berg`.
struct FoldedWords {
    private(set) var bytes: [UInt8] = []
    /// Of each byte, where in the text the character begins that gave it, and where that ends; empty unless asked for.
    private var beginnings: [Int] = []
    private var ends: [Int] = []
    private let keepsPlaces: Bool
    private var spaceDue = false

    /// - Parameter keepsPlaces: whether `range` will be asked for.
    init(_ text: String, keepsPlaces: Bool = false) {
        self.keepsPlaces = keepsPlaces
        bytes.reserveCapacity(text.utf8.count)
        var place = 0
        for scalar in text.unicodeScalars {
            let next = place + UTF8.width(scalar)
            if scalar.isASCII {
                add(ascii: UInt8(scalar.value), place, next)
            } else {
                for folded in Self.folded(scalar).utf8 {
                    if folded < 0x80 { add(ascii: folded, place, next) } else { append(folded, place, next) }
                }
            }
            place = next
        }
    }

    private mutating func add(ascii byte: UInt8, _ place: Int, _ next: Int) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20, place, next)
        case 0...0x20, UInt8(ascii: "-"): spaceDue = !bytes.isEmpty
        default: append(byte, place, next)
        }
    }

    private mutating func append(_ byte: UInt8, _ place: Int, _ next: Int) {
        if spaceDue {
            bytes.append(0x20)
            if keepsPlaces {
                beginnings.append(place)
                ends.append(place)
            }
            spaceDue = false
        }
        bytes.append(byte)
        if keepsPlaces {
            beginnings.append(place)
            ends.append(next)
        }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x250 ? latin[Int(scalar.value) - 0x80] : taken(apart: scalar)
    }

    private static let latin = (0x80..<0x250).map { taken(apart: Unicode.Scalar($0) ?? " ") }

    private static func taken(apart scalar: Unicode.Scalar) -> String {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return "" }
        if properties.isWhitespace || properties.isDash { return " " }
        switch scalar {
        case "ß", "ẞ": return "ss"
        case "ς": return "σ"
        default: break
        }
        let parts = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
        // Of a letter as wide as two, or one whose lower case has parts of its own.
        return String(String.UnicodeScalarView(parts.decomposedStringWithCompatibilityMapping.unicodeScalars))
    }

    func contains(_ phrase: FoldedWords) -> Bool { place(of: phrase, from: 0) != nil }

    /// Where the words stand in the text itself, in bytes, none over another.
    func ranges(of phrase: FoldedWords) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var from = 0
        while let found = place(of: phrase, from: from) {
            from = found + phrase.bytes.count
            // One character may give the end of one and the beginning of the next: `ß`, `ﬁ`.
            ranges.append(max(beginnings[found], ranges.last?.upperBound ?? 0)..<ends[from - 1])
        }
        return ranges
    }

    private func place(of phrase: FoldedWords, from: Int) -> Int? {
        guard let first = phrase.bytes.first else { return nil }
        return bytes.withUnsafeBytes { text in
            phrase.bytes.withUnsafeBytes { words in
                guard let start = text.baseAddress, let sought = words.baseAddress else { return nil }
                var place = from
                while place + words.count <= text.count {
                    guard let hit = memchr(start + place, Int32(first), text.count - place - words.count + 1) else {
                        break
                    }
                    place = UnsafeRawPointer(hit) - start
                    if memcmp(start + place, sought, words.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }
}

/// Names that are to leave texts, in whatever case and however spaced.
struct SoughtNames {
    /// The longest first: a shorter one may be part of it.
    private let names: [FoldedWords]

    /// Names count from four characters on: a shorter one would hit too much.
    init(_ names: some Sequence<String>) {
        self.names = Set(names.map { FoldedWords($0).bytes }).map { String(decoding: $0, as: UTF8.self) }
            .filter { $0.count >= 4 }.sorted { ($0.count, $0) > ($1.count, $1) }.map { FoldedWords($0) }
    }

    func stand(in text: String) -> Bool {
        if names.isEmpty { return false }
        let folded = FoldedWords(text)
        return names.contains { folded.contains($0) }
    }

    /// The text with a mark in the place of each; the same text where none stands in it.
    func replaced(in text: String, with mark: String) -> String {
        var text = text
        for name in names {
            let ranges = FoldedWords(text, keepsPlaces: true).ranges(of: name)
            guard !ranges.isEmpty else { continue }
            var written: [UInt8] = []
            var copied = 0
            let bytes = Array(text.utf8)
            for range in ranges {
                written += bytes[copied..<range.lowerBound]
                written += mark.utf8
                copied = range.upperBound
            }
            text = String(decoding: written + bytes[copied...], as: UTF8.self)
        }
        return text
    }
}
