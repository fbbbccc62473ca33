/// Where a value stands below an element, as a mapping file writes it.
///
/// - `Rubrik`: the child element of this name
/// - `Beställare/Namn`: the `Namn` in every `Beställare`
/// - `Kontraktsvärde/@valuta`: an attribute; `@valuta` alone is the element's own
/// - `.`: the element itself
///
/// Names are local names, without prefix. Å, ä and ö match however they are encoded (one character or two).
struct ElementPath: Sendable, Hashable, CustomStringConvertible {
    let description: String
    private let steps: [String]
    private let attribute: String?

    /// `nil` for what is no path: an empty part, white space, a prefix, an attribute that isn't the end.
    init?(_ text: String) {
        description = text
        var parts = text == "." ? [] : text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        attribute = parts.last?.first == "@" ? String(parts.removeLast().dropFirst()) : nil
        steps = parts
        for name in steps + [attribute].compactMap({ $0 }) {
            let isName = !name.contains { $0.isWhitespace || $0 == "@" || $0 == ":" || $0 == "*" }
            if name.isEmpty || !isName || name.first == "." { return nil }
        }
    }

    var isAttribute: Bool { attribute != nil }

    /// Every element at the end of the path, in document order; for an attribute, the elements that have it.
    func elements(in element: Element) -> [Element] {
        var found = [element]
        for step in steps { found = found.flatMap { $0.children(named: step) } }
        return attribute == nil ? found : found.filter { value(of: $0) != nil }
    }

    /// The value of one element that `elements(in:)` found: the attribute's, else its text. `nil` where it is empty.
    ///
    /// - Parameter paragraphs: keeps paragraphs apart as lines.
    func value(of element: Element, paragraphs: Bool = false) -> String? {
        if let attribute { return element.attributeValue(named: attribute) }
        return paragraphs ? element.fullText : element.text
    }
}

extension Element {
    /// The children whose name is canonically the same as `name`. Plain names are compared by their bytes.
    fileprivate func children(named name: String) -> [Element] {
        var name = name
        let text = name
        let isPlain = name.utf8.allSatisfy { $0 < 128 }
        return name.withUTF8 { bytes in
            children.filter { child in
                if tree.names.matches(child.node.name, bytes) { return true }
                return !isPlain && !tree.names.isASCII(child.node.name) && child.name == text
            }
        }
    }

    /// The same for an attribute.
    fileprivate func attributeValue(named name: String) -> String? {
        if let value = attribute(name) { return value }
        guard name.utf8.contains(where: { $0 >= 128 }) else { return nil }
        let names = node.attributesStart..<node.attributesEnd
        return names.lazy.map { tree.names[tree.attributes[Int($0)].name] }.first { $0 == name }.flatMap {
            attribute($0)
        }
    }
}
