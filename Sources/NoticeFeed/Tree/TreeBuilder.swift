/// Builds one `NoticeTree` from the events of a parser: `open`, `attribute`, `text`, `close`.
struct TreeBuilder {
    private var nodes: [NoticeTree.Node] = []
    private var text: [UInt8] = []
    private var attributes: [NoticeTree.Attribute] = []
    private var attributeText: [UInt8] = []
    private var open: [UInt32] = []
    private var namespace: String?

    /// How large the last tree was: the next one starts with room for as much.
    private var lastNodes = 0
    private var lastText = 0
    private var lastAttributes = 0
    private var lastAttributeText = 0

    var nodeCount: Int { nodes.count }
    var byteCount: Int { text.count + attributeText.count }
    /// How many elements are open; 0 means that no tree is under way.
    var depth: Int { open.count }

    /// The bytes of text that the innermost open element holds so far, its descendants' included.
    var openTextCount: Int { open.last.map { text.count - Int(nodes[Int($0)].textStart) } ?? 0 }

    mutating func start(namespace: String?) {
        self.namespace = namespace
        nodes.reserveCapacity(min(lastNodes, 1 << 16))
        text.reserveCapacity(min(lastText, 1 << 20))
        attributes.reserveCapacity(min(lastAttributes, 1 << 16))
        attributeText.reserveCapacity(min(lastAttributeText, 1 << 20))
    }

    mutating func open(_ name: UInt32, line: Int) {
        let index = UInt32(nodes.count)
        nodes.append(
            NoticeTree.Node(
                name: name, end: index + 1, parent: open.last ?? 0, textStart: UInt32(text.count),
                textEnd: UInt32(text.count), attributesStart: UInt32(attributes.count),
                attributesEnd: UInt32(attributes.count), line: UInt32(clamping: line)))
        open.append(index)
    }

    /// Adds an attribute to the element opened last.
    mutating func attribute(_ name: UInt32, _ value: UnsafeBufferPointer<UInt8>) {
        let start = UInt32(attributeText.count)
        attributeText.append(contentsOf: value)
        attributes.append(
            NoticeTree.Attribute(name: name, valueStart: start, valueEnd: UInt32(attributeText.count)))
        nodes[nodes.count - 1].attributesEnd = UInt32(attributes.count)
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    mutating func close() {
        guard let index = open.popLast() else { return }
        nodes[Int(index)].end = UInt32(nodes.count)
        nodes[Int(index)].textEnd = UInt32(text.count)
    }

    /// The finished tree; the builder is empty again.
    mutating func take(names: NameTable) -> NoticeTree {
        lastNodes = nodes.count
        lastText = text.count
        lastAttributes = attributes.count
        lastAttributeText = attributeText.count
        let tree = NoticeTree(
            nodes: nodes, text: text, attributes: attributes, attributeText: attributeText, names: names,
            namespace: namespace)
        discard()
        return tree
    }

    /// Drops what was built so far.
    mutating func discard() {
        nodes = []
        text = []
        attributes = []
        attributeText = []
        open.removeAll(keepingCapacity: true)
        namespace = nil
    }
}
