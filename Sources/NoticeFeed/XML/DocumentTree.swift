extension NoticeTree {
    /// Reads one whole document as a tree, whatever its root is: for what is at hand in memory, such as a test's
    /// example. Feeds are read by `FeedReader`.
    ///
    /// - Parameter xml: UTF-8.
    /// - Throws: `NoticeDefect` where it is not well-formed, has a DOCTYPE, or exceeds a limit.
    package static func document(
        _ xml: some Collection<UInt8>, limits: FeedLimits = FeedLimits()
    ) throws(NoticeDefect) -> NoticeTree {
        guard let parser = XMLPushParser(dialects: [], limits: limits, collectsRoot: true) else {
            throw NoticeDefect(reason: "no-memory", detail: "no memory left for an XML parser")
        }
        let bytes = Array(xml)
        if bytes.withUnsafeBufferPointer(parser.push) { parser.finish() }
        if let failure = parser.failure { throw failure }
        for found in parser.take() {
            switch found {
            case .tree(let tree, _): return tree
            case .defect(let defect): throw defect
            }
        }
        throw NoticeDefect(reason: "not-xml", detail: "no XML element in here", line: 1)
    }
}
