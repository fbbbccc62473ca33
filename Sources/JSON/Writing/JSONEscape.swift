/// Which bytes of a string don't stand for themselves: control characters, `"` and `\`.
enum JSONEscape {
    static func isNeeded(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

    /// How many of eight bytes stand for themselves before the first that doesn't; 8 where all do.
    ///
    /// In `(x - 1) & ~x` the high bit of a byte is set where it is 0, and in `(x - 0x20) & ~x` where it is below 0x20; a borrow
    /// makes more of it only above a byte where it is set anyway, so the first one is right. (Bit Twiddling Hacks, “Determine if
    /// a word has a zero byte”.)
    ///
    /// - Parameter eight: the first byte in the lowest bits.
    static func plainBytes(in eight: UInt64) -> Int {
        let each: UInt64 = 0x0101_0101_0101_0101
        let quotes = eight ^ (each * 0x22)
        let backslashes = eight ^ (each * 0x5C)
        let found =
            ((eight &- each * 0x20) & ~eight) | ((quotes &- each) & ~quotes) | ((backslashes &- each) & ~backslashes)
        return (found & (each * 0x80)).trailingZeroBitCount >> 3
    }
}
