/// Something whose bytes are read once, from front to back: a file, or a member of an archive.
protocol ByteSource {
    /// Fills as much of `buffer` as it can in one go.
    ///
    /// - Returns: how many bytes were filled; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(NoticeDefect) -> Int
}

extension ByteSource {
    /// Fills `buffer` unless the source ends before.
    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(NoticeDefect) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
