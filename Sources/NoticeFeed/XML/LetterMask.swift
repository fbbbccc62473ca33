import Glibc

/// Covers letters beyond ASCII in a document's texts with a sign that libxml2 passes over quickly.
///
/// From the first such letter of a text to its end libxml2 takes every character on its own, at some 40 instructions
/// each, which is a fifth of the reader's work on Swedish notices. So in libxml2's own copy of a document each byte of
/// those letters is covered, and whoever is told of a text takes it from the document, from the same place. Nothing is
/// covered that libxml2 would refuse: the bytes are looked at here as it does.
enum LetterMask {
    /// DEL: XML allows it, and no notice has it.
    static let sign: UInt8 = 0x7F

    /// Covers what it can.
    ///
    /// - Parameters:
    ///   - copy: of the document.
    ///   - document: tags and texts alone: no comment, CDATA section or the like.
    /// - Returns: whether there was anything to cover.
    static func cover(_ copy: UnsafeMutablePointer<UInt8>, of document: UnsafeBufferPointer<UInt8>) -> Bool {
        var isCovered = false
        // Where the text begins that was looked at last.
        var text = 0
        var next = 0
        while let letter = document.firstBeyondASCII(from: next) {
            if let tag = document.last(UInt8(ascii: "<"), in: text..<letter) {
                text = document.endOfTag(from: tag + 1)
                next = text
            }
            // Before that the letter stands in a tag, in a value or a name.
            guard text <= letter else { continue }
            next = document.first(UInt8(ascii: "<"), from: letter)
            // Of a carriage return libxml2 makes a line feed, one by one again; behind it nothing is covered.
            let plain = UnsafeBufferPointer(rebasing: document[text..<letter])
            if plain.first(0x0D, from: 0) == plain.count {
                cover(copy, of: document, in: letter..<next)
                isCovered = true
            }
            text = next
        }
        return isCovered
    }

    /// Covers the letters in `range`, which begins with a whole character, up to the first that isn't UTF-8 (RFC 3629) or
    /// that XML 1.0 doesn't allow, and up to a carriage return.
    private static func cover(
        _ copy: UnsafeMutablePointer<UInt8>, of document: UnsafeBufferPointer<UInt8>, in range: Range<Int>
    ) {
        let raw = UnsafeRawBufferPointer(document)
        var index = range.lowerBound
        while index < range.upperBound {
            if index + 8 <= range.upperBound {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                // No byte is beyond ASCII or below a space.
                if (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0 {
                    index += 8
                    continue
                }
            }
            let byte = document[index]
            if byte < 0x80 {
                guard byte >= 0x20 || byte == 0x0A || byte == 0x09 else { return }
                index += 1
                continue
            }
            let length = document.lengthOfXMLCharacter(at: index, end: range.upperBound)
            guard length > 0 else { return }
            for place in index..<index + length { copy[place] = sign }
            index += length
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte of a letter beyond ASCII.
    fileprivate func firstBeyondASCII(from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index + 8 <= count {
            let high = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
            if high != 0 { return index + high.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            if self[index] >= 0x80 { return index }
            index += 1
        }
        return nil
    }

    fileprivate func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
        var index = range.upperBound
        while index > range.lowerBound {
            index -= 1
            if self[index] == byte { return index }
        }
        return nil
    }

    /// The index after a tag's `>`; a `>` in quotes doesn't end it.
    fileprivate func endOfTag(from start: Int) -> Int {
        var index = start
        while index < count {
            let byte = self[index]
            index += 1
            if byte == UInt8(ascii: ">") { return index }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { index = first(byte, from: index) + 1 }
        }
        return count
    }

    /// How many bytes a character beyond ASCII has; 0 for one that isn't UTF-8 or that XML doesn't allow.
    @inline(__always)
    fileprivate func lengthOfXMLCharacter(at index: Int, end: Int) -> Int {
        func follows(_ offset: Int, _ least: UInt8 = 0x80, _ most: UInt8 = 0xBF) -> Bool {
            index + offset < end && self[index + offset] >= least && self[index + offset] <= most
        }
        let lead = self[index]
        switch lead {
        case 0xC2...0xDF: return follows(1) ? 2 : 0
        case 0xE0...0xEF:
            // Nothing that fewer bytes could say, no surrogates, neither U+FFFE nor U+FFFF.
            guard follows(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF), follows(2) else { return 0 }
            return lead == 0xEF && self[index + 1] == 0xBF && self[index + 2] >= 0xBE ? 0 : 3
        case 0xF0...0xF4:
            return follows(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3)
                ? 4 : 0
        default: return 0
        }
    }
}
