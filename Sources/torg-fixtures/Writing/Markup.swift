/// One XML element, to be written out with indentation.
struct Markup {
    private enum Content {
        case none
        case text(String)
        case children([Markup])
    }

    private let name: String
    private let attributes: [(name: String, value: String)]
    private let content: Content

    /// An element with children: a block of elements, with `if` and `for` where they are needed.
    init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        @MarkupBuilder _ children: () -> [Markup]
    ) {
        self.init(name, attributes, .children(children()))
    }

    /// An element with text.
    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.init(name, attributes, .text(text))
    }

    /// An element with text and no attributes.
    init(_ name: String, _ text: String) { self.init(name, [:], .text(text)) }

    /// An empty element.
    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) { self.init(name, attributes, .none) }

    private init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: Content) {
        self.name = name
        self.attributes = attributes.map { ($0.key, $0.value) }
        self.content = content
    }

    /// The document with its declaration and a newline at the end.
    func document(encoding: String = "UTF-8") -> String {
        "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n" + lines(indentedBy: 0)
    }

    func lines(indentedBy depth: Int) -> String {
        let space = String(repeating: "  ", count: depth)
        let attributeText = attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
        switch content {
        case .none:
            return "\(space)<\(name)\(attributeText)/>\n"
        case .text(let text):
            return "\(space)<\(name)\(attributeText)>\(Self.escaped(text))</\(name)>\n"
        case .children(let children):
            let inner = children.map { $0.lines(indentedBy: depth + 1) }.joined()
            return "\(space)<\(name)\(attributeText)>\n\(inner)\(space)</\(name)>\n"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

@resultBuilder
enum MarkupBuilder {
    static func buildExpression(_ element: Markup) -> [Markup] { [element] }
    static func buildExpression(_ elements: [Markup]) -> [Markup] { elements }
    /// Nothing, where there is nothing to say.
    static func buildExpression(_ element: Markup?) -> [Markup] { element.map { [$0] } ?? [] }
    static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap { $0 } }
    static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
    static func buildEither(first part: [Markup]) -> [Markup] { part }
    static func buildEither(second part: [Markup]) -> [Markup] { part }
    static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap { $0 } }
}
