import Containers

/// Builds one `NoticeTree` from the events of a parser: `open`, `attribute`, `text`, `close`.
struct TreeBuilder: ~Copyable {
    private var nodes = OwnedBuffer<NoticeTree.Node>()
    private var text = OwnedBuffer<UInt8>()
    private var attributes = OwnedBuffer<NoticeTree.Attribute>()
    private var attributeText = OwnedBuffer<UInt8>()
    /// The elements that are open, the innermost last.
    private var open = OwnedBuffer<UInt32>()
    private var namespace: String?

    var nodeCount: Int { nodes.count }
    var byteCount: Int { text.count + attributeText.count }

    mutating func start(namespace: String?) { self.namespace = namespace }

    @inline(__always)
    mutating func open(_ name: UInt32, line: Int) {
        let index = UInt32(nodes.count)
        nodes.append(
            NoticeTree.Node(
                name: name, end: index + 1, parent: open.count > 0 ? open[open.count - 1] : 0,
                textStart: UInt32(text.count), textEnd: UInt32(text.count),
                attributesStart: UInt32(attributes.count), attributesEnd: UInt32(attributes.count),
                line: UInt32(clamping: line)))
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

    @inline(__always)
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    @inline(__always)
    mutating func close() {
        guard let index = open.popLast() else { return }
        nodes[Int(index)].end = UInt32(nodes.count)
        nodes[Int(index)].textEnd = UInt32(text.count)
    }

    /// The finished tree; the builder is empty again.
    mutating func take(names: ElementNames) -> NoticeTree {
        defer { discard() }
        return NoticeTree(
            nodes: nodes.take(), text: text.take(), attributes: attributes.take(),
            attributeText: attributeText.take(), names: names, namespace: namespace)
    }

    /// Drops what was built so far.
    mutating func discard() {
        nodes.removeAll()
        text.removeAll()
        attributes.removeAll()
        attributeText.removeAll()
        open.removeAll()
        namespace = nil
    }
}
