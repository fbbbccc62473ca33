/// Sizes for people.
package enum ByteCount {
    /// `245 MB`, `7.2 MB`, `812 kB`; thousands of thousands, as downloads are usually told.
    package static func text(_ bytes: Int) -> String {
        for (unit, factor) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)] where bytes >= factor {
            let tenths = bytes * 10 / factor
            return tenths >= 100 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
        }
        return "\(bytes) B"
    }
}
