import Foundation

/// Cuts a stream of bytes into lines without looking at any byte twice.
struct LineSplitter {
    private var bytes: [UInt8] = []
    private var start = 0
    private var searched = 0

    mutating func append(_ chunk: UnsafeRawBufferPointer) {
        if start > 0, start >= bytes.count / 2 {
            bytes.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: chunk)
    }

    /// The next whole line without its end, or `nil` until more comes.
    mutating func next() -> Data? {
        let found = bytes.withUnsafeBufferPointer { bytes -> Int? in
            guard let base = bytes.baseAddress, let line = memchr(base + searched, 0x0A, bytes.count - searched) else {
                return nil
            }
            return UnsafeRawPointer(line) - UnsafeRawPointer(base)
        }
        guard let end = found else {
            searched = bytes.count
            return nil
        }
        defer {
            start = end + 1
            searched = start
        }
        return Data(bytes[start..<end])
    }
}
