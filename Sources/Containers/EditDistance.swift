/// How many edits two words are apart: insertions, deletions, replacements and swaps of neighbours (Damerau 1964, “A technique
/// for computer detection and correction of spelling errors”; optimal string alignment).
public enum EditDistance {
    /// Counts the fewest edits.
    @inlinable package static func between<Unit: Equatable>(_ one: [Unit], _ other: [Unit]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                var edits = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    edits = min(edits, beforeLast[j - 1] + 1)
                }
                row.append(edits)
            }
            beforeLast = last
            last = row
        }
        return last[other.count]
    }

    /// Whether it is exactly one, without counting further.
    @inlinable package static func isOne<Unit: Equatable>(_ one: ArraySlice<Unit>, _ other: ArraySlice<Unit>) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 1 else { return false }
        var (left, right) = (short.startIndex, long.startIndex)
        while left < short.endIndex, short[left] == long[right] { (left, right) = (left + 1, right + 1) }
        if short.count < long.count { return short[left...].elementsEqual(long[(right + 1)...]) }
        guard left < short.endIndex else { return false }
        if short[(left + 1)...].elementsEqual(long[(right + 1)...]) { return true }
        return left + 1 < short.endIndex && short[left] == long[right + 1] && short[left + 1] == long[right]
            && short[(left + 2)...].elementsEqual(long[(right + 2)...])
    }
}
