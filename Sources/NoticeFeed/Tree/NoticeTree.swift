import Containers

/// One notice's element with everything below it, copied out of the XML stream into a few flat arrays.
///
/// Nodes stand in document order, so the children of a node follow it and its subtree is one range. The text of the
/// whole tree stands in one buffer in the same order, so the text below any node is one range as well. Nothing here
/// points into libxml2. Dialect readers walk it through `Element`.
package final class NoticeTree: Sendable {
    /// One element.
    struct Node: Sendable {
        /// Index into `names`.
        var name: UInt32
        /// Index of the first node after this one's subtree.
        var end: UInt32
        /// Index of the parent; the root names itself.
        var parent: UInt32
        /// All text below, its descendants' included, as a range of `text`.
        var textStart: UInt32
        var textEnd: UInt32
        /// A range of `attributes`.
        var attributesStart: UInt32
        var attributesEnd: UInt32
        /// The line, from 1, on which the start tag ends.
        var line: UInt32
    }

    /// One attribute; its value is a range of `attributeText`.
    struct Attribute: Sendable {
        var name: UInt32
        var valueStart: UInt32
        var valueEnd: UInt32
    }

    let nodes: [Node]
    /// UTF-8.
    let text: [UInt8]
    let attributes: [Attribute]
    let attributeText: [UInt8]
    let names: ElementNames
    /// The namespace of the root element, by which dialects with the same names are told apart.
    package let namespace: String?

    init(
        nodes: [Node], text: [UInt8], attributes: [Attribute], attributeText: [UInt8], names: ElementNames,
        namespace: String?
    ) {
        self.nodes = nodes
        self.text = text
        self.attributes = attributes
        self.attributeText = attributeText
        self.names = names
        self.namespace = namespace
    }

    /// The notice's own element. A tree always has one.
    package var root: Element { Element(tree: self, index: 0) }
}
