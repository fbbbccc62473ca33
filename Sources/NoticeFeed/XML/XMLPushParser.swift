import CLibXML2

/// libxml2's SAX2 push parser over UTF-8, feeding a `NoticeCollector`. The one owner of its C handle.
///
/// It loads nothing, expands no entity, and stops at a DOCTYPE before its declarations are read. Errors go to a handler
/// of this parser's own, so nothing is printed. libxml2 is handed bytes only, never a path.
final class XMLPushParser {
    /// No NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, HUGE or RECOVER: they load, expand or guess.
    /// IGNORE_ENC, because the bytes are UTF-8 by now, whatever the declaration says.
    static let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue

    /// Bytes that are read at once. A document with fewer, as notices have, stands in memory as a whole.
    private static let piece = 1 << 20

    let context: xmlParserCtxtPtr
    /// Where whoever reads a document puts its bytes; kept from one document to the next.
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: XMLPushParser.piece)
    private let limits: FeedLimits
    private var markup: MarkupGuard
    /// In memory of its own: it is told of every element, and Swift would watch over each access to it here.
    fileprivate let collector = UnsafeMutablePointer<NoticeCollector>.allocate(capacity: 1)
    /// The document whose letters are covered in what libxml2 reads; `nil` where none are.
    private var covered: UnsafeBufferPointer<UInt8>?
    /// Why the file can't go on from here.
    private(set) var failure: NoticeDefect?
    private var isFinishing = false
    /// Whether a text came from elsewhere than the document and may have had letters covered.
    private var isMisread = false

    /// - Parameter collectsRoot: take the document's root for a notice, whatever its name.
    /// - Returns: `nil` where memory is short.
    init?(dialects: [any TreePicker], limits: FeedLimits, collectsRoot: Bool = false) {
        var events = Self.events
        guard let context = xmlCreatePushParserCtxt(&events, nil, nil, 0, nil) else {
            buffer.deallocate()
            collector.deallocate()
            return nil
        }
        self.context = context
        self.limits = limits
        markup = MarkupGuard(limits: limits)
        collector.initialize(to: NoticeCollector(dialects: dialects, limits: limits, collectsRoot: collectsRoot))
        configure()
    }

    deinit {
        xmlFreeParserCtxt(context)
        buffer.deallocate()
        collector.deinitialize(count: 1)
        collector.deallocate()
    }

    private func configure() {
        xmlCtxtUseOptions(context, Int32(Self.options))
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    /// Makes ready for another document. The names learnt so far are kept, so that small documents are read faster.
    ///
    /// - Returns: false where that can't be: then another parser is needed.
    func reset() -> Bool {
        // Names come from outside; a parser that has met many is given up, and its dictionary with it. libxml2 also
        // keeps the names of attributes that stand outside notices, which the collector never sees.
        collector.pointee.nameCount < 2_000 && xmlDictGetUsage(context.pointee.dict) < 1 << 20 && restart()
    }

    private func restart() -> Bool {
        guard xmlCtxtResetPush(context, nil, 0, nil, nil) == 0 else { return false }
        configure()
        markup = MarkupGuard(limits: limits)
        collector.pointee.reset()
        failure = nil
        return true
    }

    /// The line that the parser has reached, from 1.
    fileprivate var line: Int { context.pointee.input.map { Int($0.pointee.line) } ?? 1 }

    /// Parses the next bytes of the document.
    ///
    /// - Returns: false where the file can't go on; `failure` says why.
    func push(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard failure == nil else { return false }
        if let violation = markup.check(bytes) {
            parse(UnsafeBufferPointer(rebasing: bytes[..<violation.offset]))
            var defect = violation.defect
            defect.line = line
            fail(defect)
            return false
        }
        parse(bytes)
        return failure == nil
    }

    /// Says that no more bytes come.
    func finish() {
        guard failure == nil else { return }
        isFinishing = true
        defer { isFinishing = false }
        xmlParseChunk(context, nil, 0, 1)
        refuseUnknown()
    }

    /// Refuses a document without any notice.
    private func refuseUnknown() {
        guard failure == nil, !collector.pointee.sawNotice, let root = collector.pointee.documentRoot else { return }
        fail(
            NoticeDefect(
                reason: "unknown-format",
                detail: "no notice in here: the document is a “\(root.name)”, and neither it nor anything within it is "
                    + "an eForms notice, a TED_EXPORT or an element that a mapping names", line: root.line))
    }

    /// Parses a document that is there as a whole, which takes less than one that comes in pieces. `failure` says where
    /// it can't go on.
    func parse(whole document: UnsafeBufferPointer<UInt8>) {
        if markup.check(document) == nil, accepts(whole: document) { return refuseUnknown() }
        // Whatever is wrong is told as of a document in pieces.
        guard restart() else {
            failure = NoticeDefect(reason: "no-memory", detail: "no memory for an XML parser")
            return
        }
        collector.pointee.resetNames()
        if push(document) { finish() }
    }

    /// Whether libxml2 reads a document to its end and finds nothing wrong with it.
    private func accepts(whole document: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let copy = handOver(document) else { return false }
        if !markup.hasSections, LetterMask.cover(copy, of: document) { covered = document }
        defer { covered = nil }
        isMisread = false
        let isWellFormed = xmlParseDocument(context) == 0 && failure == nil
        // A document (production [1] of XML 1.0) ends where its bytes do.
        return isWellFormed && !isMisread && context.pointee.input.map { $0.pointee.cur == $0.pointee.end } ?? false
    }

    /// Puts a whole document into libxml2's input, as it would stand there after its last piece.
    ///
    /// - Returns: libxml2's own copy, which may be written to; `nil` where memory is short.
    private func handOver(_ document: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt8>? {
        guard let start = document.baseAddress, let input = context.pointee.input, let source = input.pointee.buf else {
            return nil
        }
        let taken = start.withMemoryRebound(to: CChar.self, capacity: document.count) {
            xmlParserInputBufferPush(source, Int32(document.count), $0)
        }
        guard taken == document.count, let copy = xmlBufContent(source.pointee.buffer) else { return nil }
        input.pointee.base = UnsafePointer(copy)
        input.pointee.cur = input.pointee.base
        input.pointee.end = UnsafePointer(copy + document.count)
        // The parser needn't ask whether more comes.
        context.pointee.progressive = 0
        return copy
    }

    /// The notices that were completed, and the ones refused, since this was last called.
    func take() -> [NoticeCollector.Found] { collector.pointee.take() }

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count > 0, let start = bytes.baseAddress else { return }
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            _ = xmlParseChunk(context, $0, Int32(bytes.count), 0)
        }
    }

    /// Keeps the first failure and has libxml2 stop.
    fileprivate func fail(_ defect: NoticeDefect) {
        guard failure == nil else { return }
        failure = defect
        xmlStopParser(context)
    }
}

// MARK: C callbacks

/// Calls `body` with the parser that a C callback belongs to, which whoever pushes bytes holds meanwhile: a reference
/// needn't be counted at each element.
@inline(__always)
private func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLPushParser) -> Void) {
    guard let context else { return }
    Unmanaged<XMLPushParser>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
}

extension XMLPushParser {
    fileprivate static var events: xmlSAXHandler {
        var events = xmlSAXHandler()
        events.initialized = UInt32(XML_SAX2_MAGIC)
        events.startElementNs = { context, name, _, uri, _, _, count, _, attributes in
            guard let name else { return }
            with(context) { $0.opened(name, namespace: uri, attributes: attributes, count: Int(count)) }
        }
        events.endElementNs = { context, _, _, _ in with(context) { $0.collector.pointee.close() } }
        let characters: charactersSAXFunc = { context, text, count in with(context) { $0.characters(text, count) } }
        events.characters = characters
        events.cdataBlock = characters
        // One function for both: then libxml2 doesn't ask of each text whether it could be ignored.
        events.ignorableWhitespace = characters
        events.internalSubset = { context, _, _, _ in with(context) { $0.refuseDoctype() } }
        events.serror = { context, error in
            guard let error else { return }
            with(context) { $0.failed(error.pointee) }
        }
        return events
    }

    /// libxml2 lists attributes in fives: local name, prefix, URI, start and end of the value.
    private func opened(
        _ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        let line = line
        do throws(NoticeDefect) {
            // libxml2 keeps two words for each, prefix and URI.
            let namespaces = Int(context.pointee.nsNr) / 2
            guard namespaces <= limits.namespaces else {
                throw .limit(
                    "too-many-namespaces", "\(namespaces) namespaces are declared here", "namespaces",
                    limits.namespaces, line: line)
            }
            try collector.pointee.open(name, namespace: namespace, line: line)
            guard let attributes else { return }
            for index in 0..<count {
                guard let name = attributes[index * 5], let start = attributes[index * 5 + 3],
                    let end = attributes[index * 5 + 4]
                else { continue }
                try collector.pointee.attribute(name, UnsafeBufferPointer(start: start, count: end - start), line: line)
            }
        } catch {
            fail(error)
        }
    }

    private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        let bytes = UnsafeBufferPointer(start: text, count: Int(count))
        collector.pointee.text(covered.map { original(of: bytes, in: $0) } ?? bytes, line: line)
    }

    /// A text as it stands in the document. One that doesn't stand there, such as an `&amp;`, has nothing covered.
    private func original(
        of text: UnsafeBufferPointer<UInt8>, in document: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        guard let start = text.baseAddress, let input = context.pointee.input, let base = input.pointee.base,
            let end = input.pointee.end
        else { return text }
        let offset = Int(input.pointee.consumed) + (start - base)
        if start >= base, start < end, offset <= document.count - text.count {
            return UnsafeBufferPointer(rebasing: document[offset..<offset + text.count])
        }
        // Then it isn't known what was covered, and the document has to be read as it is.
        if text.first(LetterMask.sign, from: 0) < text.count { isMisread = true }
        return text
    }

    private func refuseDoctype() {
        fail(
            NoticeDefect(
                reason: "doctype",
                detail: "a DOCTYPE declaration, which could define entities or fetch files: "
                    + "nothing that is read here needs one; remove it", line: line))
    }

    /// Errors of the namespace domain leave the document readable; fatal ones do not.
    private func failed(_ error: xmlError) {
        guard error.level == XML_ERR_FATAL else { return }
        let detail: String
        switch xmlParserErrors(UInt32(error.code)) {
        case XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR:
            detail =
                "bytes that mean no character in the document's encoding: save it as UTF-8, "
                + "or name its encoding in its first line"
        case _ where isFinishing:
            detail = "the document ends before its elements do: it was cut off, get it whole"
        default:
            let message = error.message.map { String(cString: $0) } ?? "error \(error.code)"
            let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            detail = "the XML is broken here (\(words.prefix(200))): a well-formed document is needed"
        }
        fail(NoticeDefect(reason: "not-xml", detail: detail, line: Int(error.line)))
    }
}
