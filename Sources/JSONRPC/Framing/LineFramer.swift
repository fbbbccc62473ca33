import Glibc

/// Cuts a stream of bytes into messages: one line is one message.
///
/// A line above the limit is told once and skipped to its end; the lines after it are read as if nothing had been.
/// Bytes are kept only until their line is taken, so memory stays below the limit and one chunk.
package struct LineFramer: Sendable {
    package enum Frame: Sendable, Hashable {
        /// A line without its line feed; a carriage return before it is left on (white space to JSON).
        case message([UInt8])
        /// A line grew above the limit. What follows up to its line feed is thrown away.
        case tooLarge
    }

    /// 1 MiB.
    package static let defaultLimit = 1 << 20

    /// Bytes that one message may have, without its line feed.
    package let limit: Int
    private var buffer: [UInt8] = []
    /// Where the next line starts in the buffer.
    private var start = 0
    /// Up to where the buffer has been searched for a line feed.
    private var searched = 0
    private var isSkipping = false

    package init(limit: Int = defaultLimit) { self.limit = limit }

    package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if start > 0, start == buffer.count || start > 1 << 16 {
            buffer.removeFirst(start)
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next message, or `nil` until more bytes have come.
    package mutating func next() -> Frame? {
        while true {
            guard let feed = lineFeed() else {
                searched = buffer.count
                if isSkipping {
                    clear()
                    return nil
                }
                if searched - start > limit {
                    isSkipping = true
                    clear()
                    return .tooLarge
                }
                return nil
            }
            let line = start..<feed
            start = feed + 1
            searched = start
            if isSkipping {
                isSkipping = false
                continue
            }
            if line.count > limit { return .tooLarge }
            let message = Array(buffer[line])
            if start == buffer.count { clear() }
            return .message(message)
        }
    }

    /// What stands after the last line feed when no more will come: a last message without one, or `nil`.
    package mutating func finish() -> Frame? {
        defer { clear() }
        return isSkipping || start == buffer.count ? nil : .message(Array(buffer[start...]))
    }

    /// Bytes that are held: of lines that aren't taken yet, and of one that hasn't ended.
    package var bytes: Int { buffer.count - start }

    /// True while a line has begun and not ended.
    package var isInsideLine: Bool { isSkipping || start < buffer.count }

    /// The next line feed that hasn't been looked at. By `memchr`, because a client may send a gigabyte without one.
    private func lineFeed() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, searched < bytes.count,
                let found = memchr(base + searched, Int32(UInt8(ascii: "\n")), bytes.count - searched)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func clear() {
        // A large line leaves nothing behind.
        buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 16)
        start = 0
        searched = 0
    }
}
