/// Tells whether two words are one but for a slip of the pen.
enum Misspelling {
    /// Whether one letter is too many, too few, another, or two beside each other are turned about (Damerau 1964, "A
    /// technique for computer detection and correction of spelling errors"); false for equal words.
    static func isOneEditApart(_ one: [UInt16], _ other: [UInt16]) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 1 else { return false }
        var start = 0
        while start < short.count, short[start] == long[start] { start += 1 }
        if short.count < long.count { return short[start...].elementsEqual(long[(start + 1)...]) }
        guard start < short.count else { return false }
        if short[(start + 1)...].elementsEqual(long[(start + 1)...]) { return true }
        return start + 1 < short.count && short[start] == long[start + 1] && short[start + 1] == long[start]
            && short[(start + 2)...].elementsEqual(long[(start + 2)...])
    }
}
