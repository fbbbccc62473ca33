import Foundation

/// Where text leaves the program: the one place, so that whatever it holds reaches the terminal clean (`CleanText`).
enum Output {
    /// Lines for people on standard output. The terminal's own bold and dim stay.
    static func lines(_ lines: [String]) {
        write(lines.map { styled($0) }.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
    }

    /// JSON on standard output, a line of its own.
    static func json(_ bytes: [UInt8]) {
        write(CleanText.json(String(decoding: bytes, as: UTF8.self)) + "\n", to: STDOUT_FILENO)
    }

    /// A document of many lines, on standard output, written so that it says the same.
    static func document(_ text: String, _ clean: (String) -> String = CleanText.document) {
        write(clean(text) + "\n", to: STDOUT_FILENO)
    }

    /// A file on standard output, byte for byte. What is in it was cleaned when it came.
    static func bytes(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// How a command is called, on standard output or, where it was called wrongly, on standard error.
    static func usage(_ text: String, isAsked: Bool) {
        write(CleanText.document(text) + "\n", to: isAsked ? STDOUT_FILENO : STDERR_FILENO)
    }

    /// What went wrong, on standard error; the first line says by whom.
    static func error(_ lines: [String]) {
        let text = lines.map(CleanText.line).joined(separator: "\n")
        write("torg: \(text)\n", to: STDERR_FILENO)
    }

    /// Cleans what stands between the sequences that `Terminal` makes.
    static func styled(_ line: String) -> String {
        guard line.contains("\u{1B}") else { return CleanText.line(line) }
        var rest = line[...]
        var clean = ""
        while let (sequence, place) = Terminal.styles.compactMap({ style in
            rest.range(of: style).map { (style, $0) }
        }).min(by: { $0.1.lowerBound < $1.1.lowerBound }) {
            clean += CleanText.line(String(rest[..<place.lowerBound])) + sequence
            rest = rest[place.upperBound...]
        }
        return clean + CleanText.line(String(rest))
    }

    /// All of it, however little the other end takes at a time. Where the other end has gone there is nobody to tell.
    private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
