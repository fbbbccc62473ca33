/// One element of a notice: what a dialect reader walks.
///
/// Names are local names; prefixes and namespaces don't count. A value is cheap to copy and stays valid for as long as
/// it is held. Strings come into being only where `text`, `fullText`, `name` or an attribute is asked for.
package struct Element: Sendable {
    let tree: NoticeTree
    let index: UInt32

    @inline(__always)
    init(tree: NoticeTree, index: UInt32) {
        self.tree = tree
        self.index = index
    }

    @inline(__always)
    var node: NoticeTree.Node { tree.nodes[Int(index)] }

    /// The local name, such as `ContractFolderID`.
    package var name: String { tree.names[node.name] }

    /// The line of the file, from 1, where the element's start tag ends.
    package var line: Int { Int(node.line) }

    /// The namespace of the notice's root element.
    package var rootNamespace: String? { tree.namespace }

    /// Compares the local name without making a string.
    package func isNamed(_ name: StaticString) -> Bool { tree.names.matches(node.name, name) }

    /// Looks at the local name's beginning, end or inside without making a string.
    func nameHasPrefix(_ start: StaticString) -> Bool { tree.names.hasPrefix(node.name, start) }
    func nameHasSuffix(_ end: StaticString) -> Bool { tree.names.hasSuffix(node.name, end) }
    func nameContains(_ part: StaticString) -> Bool { tree.names.contains(node.name, part) }

    /// The same for a name that is known only at run time, such as a mapping's.
    @_disfavoredOverload
    package func isNamed(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { tree.names.matches(node.name, $0) }
    }

    /// The element that it stands in; `nil` for the notice's own.
    package var parent: Element? { index == 0 ? nil : Element(tree: tree, index: node.parent) }

    // MARK: Walking

    /// All child elements in document order.
    package var children: ElementChildren { ElementChildren(of: self) }

    /// The first child with this name.
    package func first(_ name: StaticString) -> Element? {
        // By number: an `Element` for each child that isn't it would count references to the tree up and down.
        var candidate = index + 1
        let end = node.end
        while candidate < end {
            let child = tree.nodes[Int(candidate)]
            if tree.names.matches(child.name, name) { return Element(tree: tree, index: candidate) }
            candidate = child.end
        }
        return nil
    }

    /// The same for a name that is known only at run time.
    @_disfavoredOverload
    package func first(_ name: String) -> Element? {
        for child in children where child.isNamed(name) { return child }
        return nil
    }

    /// The children with this name, one after another.
    package func all(_ name: StaticString) -> NamedChildren { NamedChildren(of: self, name: name) }

    /// The same for a name that is known only at run time.
    @_disfavoredOverload
    package func all(_ name: String) -> [Element] { children.filter { $0.isNamed(name) } }

    /// The first element at the end of a path of names, seen in document order: `path("Lot", "Name")` looks into
    /// every `Lot` until one has a `Name`.
    package func path(_ outer: StaticString, _ middle: StaticString, _ rest: StaticString...) -> Element? {
        for child in all(outer) {
            for child in child.all(middle) {
                if let found = child.path(rest[...]) { return found }
            }
        }
        return nil
    }

    /// The same for two names, as most paths have, without making a list of them.
    package func path(_ outer: StaticString, _ inner: StaticString) -> Element? {
        for child in all(outer) {
            if let found = child.first(inner) { return found }
        }
        return nil
    }

    private func path(_ names: ArraySlice<StaticString>) -> Element? {
        guard let name = names.first else { return self }
        for child in all(name) {
            if let found = child.path(names.dropFirst()) { return found }
        }
        return nil
    }

    /// Every element below this one with this name, at any depth, in document order.
    package func descendants(_ name: StaticString) -> [Element] {
        var found: [Element] = []
        for index in (index + 1)..<node.end where tree.names.matches(tree.nodes[Int(index)].name, name) {
            found.append(Element(tree: tree, index: index))
        }
        return found
    }

    /// The same for a name that is known only at run time.
    @_disfavoredOverload
    package func descendants(_ name: String) -> [Element] {
        ((index + 1)..<node.end).map { Element(tree: tree, index: $0) }.filter { $0.isNamed(name) }
    }

    /// True where it has child elements.
    package var hasChildren: Bool { node.end > index + 1 }

    // MARK: Attributes

    /// The value of the attribute with this local name, trimmed; `nil` where it is absent or empty.
    package func attribute(_ name: StaticString) -> String? {
        let node = node
        for index in Int(node.attributesStart)..<Int(node.attributesEnd)
        where tree.names.matches(tree.attributes[index].name, name) {
            return value(of: tree.attributes[index])
        }
        return nil
    }

    /// The same for a name that is known only at run time.
    @_disfavoredOverload
    package func attribute(_ name: String) -> String? {
        var name = name
        let node = node
        return name.withUTF8 { name in
            for index in Int(node.attributesStart)..<Int(node.attributesEnd)
            where tree.names.matches(tree.attributes[index].name, name) {
                return value(of: tree.attributes[index])
            }
            return nil
        }
    }

    /// Compares an attribute without making a string.
    package func attribute(_ name: StaticString, is value: StaticString) -> Bool {
        let node = node
        for index in Int(node.attributesStart)..<Int(node.attributesEnd)
        where tree.names.matches(tree.attributes[index].name, name) {
            let range = Int(tree.attributes[index].valueStart)..<Int(tree.attributes[index].valueEnd)
            return tree.attributeText.trimmed(range).equals(value, in: tree.attributeText)
        }
        return false
    }

    private func value(of attribute: NoticeTree.Attribute) -> String? {
        tree.attributeText.string(Int(attribute.valueStart)..<Int(attribute.valueEnd))
    }
}
