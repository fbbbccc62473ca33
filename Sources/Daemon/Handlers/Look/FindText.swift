import JSONRPC

/// What somebody types to find something.
enum FindText {
    private static let longest = 1000

    /// A text of a hundred thousand words would keep a thread busy for seconds.
    /// - Throws: -32602 for a text of more than 1,000 characters.
    static func check(_ text: String?, at parameter: String = "query") throws(RPCError) {
        guard let text, text.unicodeScalars.dropFirst(longest).isEmpty == false else { return }
        throw .invalid(
            parameter: parameter, expected: "a text of at most \(longest) characters", came: .string(text))
    }
}
