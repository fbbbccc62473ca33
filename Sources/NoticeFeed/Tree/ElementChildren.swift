/// The child elements of one element, in document order.
package struct ElementChildren: Sequence, IteratorProtocol {
    private let tree: NoticeTree
    private var candidate: UInt32
    private let end: UInt32

    init(of element: Element) {
        tree = element.tree
        candidate = element.index + 1
        end = element.node.end
    }

    package mutating func next() -> Element? {
        guard candidate < end else { return nil }
        defer { candidate = tree.nodes[Int(candidate)].end }
        return Element(tree: tree, index: candidate)
    }
}

/// The child elements with one name.
package struct NamedChildren: Sequence, IteratorProtocol {
    private let tree: NoticeTree
    private var candidate: UInt32
    private let end: UInt32
    private let name: StaticString

    init(of element: Element, name: StaticString) {
        tree = element.tree
        candidate = element.index + 1
        end = element.node.end
        self.name = name
    }

    package mutating func next() -> Element? {
        while candidate < end {
            let index = candidate
            let node = tree.nodes[Int(index)]
            candidate = node.end
            if tree.names.matches(node.name, name) { return Element(tree: tree, index: index) }
        }
        return nil
    }
}
