import Glibc

/// Paths on standard input, each ended by a NUL: a list of any length, with any characters in it.
enum StandardInputPaths {
    /// Calls `body` with each path as it comes; a last one without its NUL counts too.
    static func each(_ body: (String) throws -> Void) throws {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        var rest: [UInt8] = []
        while true {
            let count = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            rest += chunk[..<count]
            var parts = rest.split(separator: 0, omittingEmptySubsequences: false)
            rest = Array(parts.removeLast())
            for path in parts where !path.isEmpty { try body(String(decoding: path, as: UTF8.self)) }
        }
        if !rest.isEmpty { try body(String(decoding: rest, as: UTF8.self)) }
    }
}
