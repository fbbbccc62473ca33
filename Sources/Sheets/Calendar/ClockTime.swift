/// A time of day as programmes write it, such as 09:00.
package struct ClockTime: Sendable, Hashable, Comparable {
    /// Since midnight, 0 to 1439.
    package let minutes: Int

    /// `nil` unless the text is `HH:MM`, or `H:MM`, and there is such a time.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    /// `090000`
    var compact: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60) + two(minutes % 60) + "00"
    }

    package static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}
