import Glibc

/// Turns a document's bytes into UTF-8, piece by piece, so that nothing behind it sees any other encoding.
/// The one owner of its iconv descriptor.
final class Transcoder {
    private let converter: iconv_t
    /// Bytes of a character that the next piece completes.
    private var rest: [UInt8] = []
    private var output: [UInt8]

    /// - Returns: `nil` where the system can't convert from this encoding.
    init?(from encoding: TextEncoding) {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.converter = converter
        output = Array(repeating: 0, count: 64 << 10)
    }

    deinit { iconv_close(converter) }

    /// Converts the next bytes and hands the UTF-8 to `body`, in one or more pieces.
    ///
    /// - Throws: `NoticeDefect` for bytes that mean nothing in the encoding.
    func convert(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) throws(NoticeDefect) {
        rest.append(contentsOf: bytes)
        var consumed = 0
        while consumed < rest.count {
            let step = rest.withUnsafeMutableBytes { rest in
                output.withUnsafeMutableBytes { output in
                    convert(UnsafeMutableRawBufferPointer(rebasing: rest[consumed...]), into: output)
                }
            }
            consumed += step.read
            let goesOn = output.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<step.written])) }
            if step.failure == EILSEQ { throw Self.malformed }
            if !goesOn || step.failure == EINVAL { break }
        }
        rest.removeFirst(consumed)
    }

    /// - Throws: `NoticeDefect` where the document ends within a character.
    func finish() throws(NoticeDefect) {
        if !rest.isEmpty { throw Self.malformed }
    }

    /// One call of iconv: EINVAL means an incomplete character at the end, E2BIG a full output.
    private func convert(
        _ input: UnsafeMutableRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, written: Int, failure: Int32) {
        var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count
        var targetLeft = output.count
        let result = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        return (input.count - sourceLeft, output.count - targetLeft, result == -1 ? errno : 0)
    }

    private static var malformed: NoticeDefect {
        NoticeDefect(
            reason: "not-xml",
            detail: "bytes that mean nothing in the encoding that the document says it is in: "
                + "save it as UTF-8")
    }
}
