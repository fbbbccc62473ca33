import Glibc
import Procurement

/// Standard output, in lines of JSON, gathered into large writes.
final class LineOutput {
    private static let capacity = 64 << 10

    private var buffer: [UInt8] = []

    init() { buffer.reserveCapacity(Self.capacity * 2) }

    func write(_ line: FeedLine) throws {
        line.append(to: &buffer)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.capacity { try flush() }
    }

    func write(text: String) throws { buffer += text.utf8 }

    /// - Throws: `OutputError`.
    func flush() throws {
        var written = 0
        while written < buffer.count {
            let count = buffer[written...].withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            if count >= 0 {
                written += count
            } else if errno == EPIPE {
                throw OutputError.closed
            } else if errno != EINTR {
                throw OutputError.failed(String(cString: strerror(errno)))
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Why standard output takes no more.
enum OutputError: Error, CustomStringConvertible {
    /// Whoever read it has gone.
    case closed
    case failed(String)

    var description: String {
        switch self {
        case .closed: "standard output was closed"
        case .failed(let reason): "standard output could not be written (\(reason)); the rest was not read"
        }
    }
}

enum StandardError {
    static func print(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = line.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    }
}
