import FoundationEssentials
import Glibc

/// The compiler's end of the conversation: on standard input its questions, on standard output the answers. Each is a JSON
/// text behind its length in eight bytes, the lowest first.
struct CompilerConnection {
    struct Broken: Error {}

    /// The next question; `nil` when there are no more, which the compiler says with an empty one.
    func next() throws -> CompilerQuestion? {
        guard let header = read(8) else { return nil }
        let length = header.reversed().reduce(0) { $0 << 8 | Int($1) }
        if length == 0 { return nil }
        guard let text = read(length) else { throw Broken() }
        return try JSONDecoder().decode(CompilerQuestion.self, from: Data(text))
    }

    func send(_ answer: CompilerAnswer) throws {
        let text = try JSONEncoder().encode(answer)
        let message = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) } + text
        var sent = 0
        while sent < message.count {
            let count = message[sent...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Broken() }
            sent += count
        }
    }

    /// So many bytes; `nil` where fewer come.
    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var got = 0
        while got < count {
            let more = bytes[got...].withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
            guard more > 0 else { return nil }
            got += more
        }
        return bytes
    }
}
