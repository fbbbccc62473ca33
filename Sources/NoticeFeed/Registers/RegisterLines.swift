import Glibc

/// The lines of a text from outside, one after the other, within one buffer: a file of a gigabyte needs no more memory than
/// its longest line.
struct RegisterLines<Source: ByteSource> {
    /// A line that goes on beyond this is cut there, and told.
    static var longest: Int { 256 << 10 }
    private static var piece: Int { 256 << 10 }

    private var source: Source
    private var buffer: [UInt8] = []
    /// Where the next line begins.
    private var start = 0
    private var isAtEnd = false
    /// Of the line that was read last, from 1.
    private(set) var number = 0
    /// Whether that was longer than a line may be.
    private(set) var isCut = false

    init(_ source: Source) { self.source = source }

    /// Reads the next line without its end.
    ///
    /// - Returns: `false` at the end.
    mutating func next(into line: inout [UInt8]) throws(NoticeDefect) -> Bool {
        line.removeAll(keepingCapacity: true)
        isCut = false
        var isLine = false
        while true {
            let end = placeOfLineFeed()
            let part = buffer[start..<(end ?? buffer.count)]
            isLine = isLine || end != nil || !part.isEmpty
            let room = Self.longest - line.count
            line += part.prefix(room)
            isCut = isCut || part.count > room
            start = end.map { $0 + 1 } ?? buffer.count
            if end != nil { break }
            guard try readOn() else { break }
        }
        guard isLine else { return false }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        number += 1
        return true
    }

    private func placeOfLineFeed() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count,
                let found = memchr(base + start, 10, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func readOn() throws(NoticeDefect) -> Bool {
        guard !isAtEnd else { return false }
        start = 0
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: repeatElement(0, count: Self.piece))
        let filled = buffer.withUnsafeMutableBytes { bytes -> Result<Int, NoticeDefect> in
            do throws(NoticeDefect) { return .success(try source.read(into: bytes)) } catch { return .failure(error) }
        }
        let count = try filled.get()
        buffer.removeLast(Self.piece - count)
        isAtEnd = count == 0
        return count > 0
    }
}
