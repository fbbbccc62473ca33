import Procurement

/// A branch of the CPV: a code's or a pattern's leading digits that say something.
struct CPVBranch: Sendable, Hashable {
    /// Eight digits, zeros after the branch's own.
    let code: UInt32
    let digits: Int

    init(_ code: CPVCode) {
        self.code = code.number
        digits = code.depth
    }

    init(_ pattern: CPVPattern) {
        digits = pattern.digits.utf8.count
        code = UInt32(pattern.digits + String(repeating: "0", count: 8 - digits)) ?? 0
    }

    /// The first digits as a number.
    func prefix(_ count: Int) -> UInt32 { code.prefix(count) }
}
