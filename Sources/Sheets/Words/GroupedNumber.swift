/// A whole number in groups of three, as Swedish text has it: `9 036`.
package enum GroupedNumber {
    /// - Parameter separator: between the groups.
    package static func text(_ number: Int, separator: String = " ") -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        groups.insert(digits, at: 0)
        return (number < 0 ? "-" : "") + groups.joined(separator: separator)
    }
}
