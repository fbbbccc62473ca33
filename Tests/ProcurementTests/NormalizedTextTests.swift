import Foundation
import Procurement
import Testing

@Suite struct NormalizedTextTests {
    @Test(arguments: [
        ("Vra\u{30A}kskepparma\u{30A}lning", "Vråkskepparmålning"),
        ("Glas\u{AD}mästeri\u{AD}arbeten", "Glasmästeriarbeten"),
        ("no\u{200B}ll\u{200D}bredd\u{2060}\u{FEFF}", "nollbredd"), ("ﬁske ５ st", "fiske 5 st"), ("a\u{A0}b", "a b"),
        ("L´Oréal", "L'Oréal"), ("\u{202E}höger\u{202C}", "höger"), ("Å\u{212B}", "ÅÅ"),
        ("Måla – ”så” ‘här’ • §", "Måla – ”så” ‘här’ • §"),
        ("", ""),
    ])
    func isOneForm(text: String, expected: String) {
        #expect(text.normalized == expected)
        #expect(Array(text.normalized.utf8) == Array(expected.utf8))
        #expect(text.normalized.normalized == text.normalized)
    }

    /// What is taken for normal at a look is so, alone and between others.
    @Test func lettersThatAreNormalAtALookAreNormal() throws {
        var count = 0
        for value in 0..<UInt32(0x3000) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var text = "a\(Character(scalar))b"
            guard text.withUTF8(NormalLetters.areAll) else { continue }
            count += 1
            #expect(Array(text.precomposedStringWithCompatibilityMapping.utf8) == Array(text.utf8), "\(value)")
            #expect(!scalar.properties.isDefaultIgnorableCodePoint && value != 0xB4, "\(value)")
        }
        #expect(count > 600)
    }

    @Test func aTextThatWasCutOffIsNotNormal() {
        for bytes in [[0xC3], [0x61, 0xE2], [0xE2, 0x80]] as [[UInt8]] {
            #expect(!bytes.withUnsafeBufferPointer(NormalLetters.areAll))
        }
    }
}
