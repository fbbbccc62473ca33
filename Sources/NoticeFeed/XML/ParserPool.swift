/// Hands out the parser for one document after another: the same one again while it may be.
package struct ParserPool {
    private let dialects: [any TreePicker]
    private let limits: FeedLimits
    private var parser: XMLPushParser?

    init(dialects: [any TreePicker], limits: FeedLimits) {
        self.dialects = dialects
        self.limits = limits
    }

    /// - Returns: `nil` where there is no memory for a parser. The one handed out before must not be used any more.
    mutating func next() -> XMLPushParser? {
        if let parser, parser.reset() { return parser }
        parser = XMLPushParser(dialects: dialects, limits: limits)
        return parser
    }
}
