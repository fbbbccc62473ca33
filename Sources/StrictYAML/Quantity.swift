/// Sizes and spans of time as people write them in a configuration: a whole number and its unit.
package enum Quantity {
    /// Bytes from `512 B`, `64 KiB`, `1 MiB`, `2 GiB`. `nil` for anything else, a bare number too.
    package static func bytes(_ text: String) -> Int? {
        read(text, units: [("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)])
    }

    /// A span from `250 ms`, `30 s`, `5 min`, `2 h`, `7 d`. `nil` for anything else, a bare number too.
    package static func duration(_ text: String) -> Duration? {
        read(
            text, units: [("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000), ("d", 86_400_000)]
        ).map { .milliseconds($0) }
    }

    /// Bytes in the largest unit that they are a whole number of.
    package static func text(bytes: Int) -> String {
        let units = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        for (name, factor) in units where bytes >= factor && bytes % factor == 0 { return "\(bytes / factor) \(name)" }
        return "\(bytes) B"
    }

    private static func read(_ text: String, units: [(name: String, factor: Int)]) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int(digits), let factor = units.first(where: { $0.name == unit })?.factor else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }
}
