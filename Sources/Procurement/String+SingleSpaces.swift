extension StringProtocol {
    /// The words with one space between them and no white space around them.
    package var withSingleSpaces: String {
        isSingleSpaced ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether it is surely so already, as most texts are. Beyond U+017F there is white space of other kinds, and there
    /// are marks that join with a space; a no-break space begins with C2.
    private var isSingleSpaced: Bool {
        var isAfterSpace = true
        for byte in utf8 {
            if byte < 0x20 || byte >= 0xC6 || byte == 0xC2 || (isAfterSpace && byte == 0x20) { return false }
            isAfterSpace = byte == 0x20
        }
        return !isAfterSpace
    }
}
