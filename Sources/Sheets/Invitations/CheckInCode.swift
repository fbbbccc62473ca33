/// Five letters by which a company is found on the list at the door.
///
/// Made of the number that a company has at its event, so the same company has the same code however often the list is made,
/// and no two companies of an event share one. The letters are 17 consonants of which no two look or sound alike, so that no
/// word comes about either; the fifth is a check: one wrong letter, or two neighbours that changed places, make no code.
/// It is a word for a list, not a secret.
package enum CheckInCode {
    private static let letters = Array("BCDFGHJKLMPRSTVXZ")
    private static let base = letters.count
    /// Four letters' worth.
    private static let range = base * base * base * base

    /// - Parameters:
    ///   - event: the number of the event.
    ///   - guest: the number of the company at it.
    package static func of(event: Int, guest: Int) -> String {
        // Neighbours get codes that have little in common: both factors are prime, and no multiple of 17.
        let sum = (guest % range) * 50_261 + (event % range) * 7_919
        var rest = ((sum % range) + range) % range
        var digits: [Int] = []
        for _ in 0..<4 {
            digits.append(rest % base)
            rest /= base
        }
        return String((digits + [check(digits)]).map { letters[$0] })
    }

    /// Whether it can be a code: five of the letters, in small or capitals, and the check is right.
    package static func isPossible(_ code: String) -> Bool {
        let digits = code.uppercased().compactMap { letters.firstIndex(of: $0) }
        return code.count == 5 && digits.count == 5 && check(Array(digits.dropLast())) == digits.last
    }

    /// Weights 1 to 4 over a prime: the weights differ, and so do their differences from that of the check.
    private static func check(_ digits: [Int]) -> Int {
        digits.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % base
    }
}
