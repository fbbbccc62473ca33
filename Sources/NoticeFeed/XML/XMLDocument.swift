/// One XML document, read piece by piece: bytes from a source, turned into UTF-8, parsed, notices picked out.
struct XMLDocument<Source: ByteSource> {
    private var source: Source
    private let parser: XMLPushParser?
    private var transcoder: Transcoder?
    /// How many bytes of the buffer `kind` has filled.
    private var filled: Int?
    private var seen: FileKind?
    private var hasBegun = false
    private var hasEnded = false

    /// - Parameter parser: fresh, or reset; `nil` where there was no memory for one.
    init(_ source: Source, parser: XMLPushParser?) {
        self.source = source
        self.parser = parser
    }

    /// Reads the next piece.
    ///
    /// - Returns: what was found in it, which may be nothing; `nil` once the document has ended. Where the document
    ///   can't be read to its end, the last thing found is the defect that says why.
    mutating func next() -> [NoticeCollector.Found]? {
        guard !hasEnded else { return nil }
        do throws(NoticeDefect) {
            guard let parser else { throw NoticeDefect(reason: "no-memory", detail: "no memory for an XML parser") }
            try advance(parser)
            if let failure = parser.failure { throw failure }
            return parser.take()
        } catch {
            hasEnded = true
            return (parser?.take() ?? []) + [.defect(error)]
        }
    }

    /// What the source is by its first bytes, for whoever reads archives otherwise. To be asked before `next`.
    mutating func kind() throws(NoticeDefect) -> FileKind {
        guard let parser else { return .plain }
        let count = try fill(parser)
        filled = count
        let kind = FileKind(parser.buffer[..<count])
        seen = kind
        return kind
    }

    /// The bytes that `kind` was told by, until another document is read.
    var beginning: [UInt8] { parser.map { Array($0.buffer[..<(filled ?? 0)]) } ?? [] }

    private mutating func fill(_ parser: XMLPushParser) throws(NoticeDefect) -> Int {
        try source.fill(UnsafeMutableRawBufferPointer(parser.buffer))
    }

    private mutating func advance(_ parser: XMLPushParser) throws(NoticeDefect) {
        let count: Int
        if let filled { count = filled } else { count = try fill(parser) }
        filled = nil
        let bytes = UnsafeBufferPointer(rebasing: parser.buffer[..<count])
        var start = 0
        if !hasBegun {
            start = try begin(bytes)
            hasBegun = true
            if count < parser.buffer.count, transcoder == nil {
                hasEnded = true
                return parser.parse(whole: UnsafeBufferPointer(rebasing: bytes[start...]))
            }
        }
        let rest = UnsafeBufferPointer(rebasing: bytes[start...])
        if let transcoder {
            try transcoder.convert(rest, parser.push)
        } else {
            _ = parser.push(rest)
        }
        // Less than would fit is the last of it.
        guard count < parser.buffer.count, parser.failure == nil else { return }
        try transcoder?.finish()
        parser.finish()
        hasEnded = true
    }

    /// Looks at the first bytes: is this XML at all, and in which encoding?
    ///
    /// - Returns: how many bytes the byte order mark takes.
    private mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) throws(NoticeDefect) -> Int {
        if bytes.isEmpty { throw NoticeDefect(reason: "empty", detail: "the file is empty; an XML file is needed") }
        switch seen ?? FileKind(bytes) {
        case .plain: break
        case .archive:
            throw NoticeDefect(
                reason: "nested-archive",
                detail: "an archive in an archive in an archive: two deep are read; unpack the outer one and give what "
                    + "is in it")
        case .unsupported(let name):
            throw NoticeDefect(
                reason: "unsupported-archive",
                detail: "packed with \(name), which is not read: unpack it, or pack it as .gz, .tar.gz or .zip")
        }
        let (encoding, mark) = try TextEncoding.detect(Array(bytes.prefix(TextEncoding.peek))[...])
        if encoding != .utf8 {
            guard let transcoder = Transcoder(from: encoding) else {
                throw NoticeDefect(
                    reason: "encoding", detail: "this system can't convert from \(encoding.rawValue): save it as UTF-8")
            }
            self.transcoder = transcoder
        } else if let first = bytes.dropFirst(mark).first(where: { !$0.isXMLSpace }), first != UInt8(ascii: "<") {
            throw NoticeDefect(
                reason: "not-xml", detail: "no XML: an XML file begins with “<”, and this doesn't", line: 1)
        }
        return mark
    }
}
