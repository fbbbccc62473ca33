import Foundation

/// Where a value stands below an element, as a mapping file writes it.
///
/// - `Rubrik`: the child element of this name
/// - `Beställare/Namn`: the `Namn` in every `Beställare`
/// - `Kontraktsvärde/@valuta`: an attribute; `@valuta` alone is the element's own
/// - `.`: the element itself
///
/// Names are local names, without prefix. Å, ä and ö match however they are encoded (one character or two).
struct ElementPath: Sendable, Hashable, CustomStringConvertible {
    /// One name in the ways it may be encoded: composed (NFC) and decomposed (NFD).
    private struct Name: Sendable, Hashable {
        let forms: [String]

        init(_ name: String) {
            let composed = name.precomposedStringWithCanonicalMapping
            let decomposed = name.decomposedStringWithCanonicalMapping
            // Two strings that differ only in encoding are equal, so their bytes are compared.
            forms = composed.utf8.elementsEqual(decomposed.utf8) ? [composed] : [composed, decomposed]
        }
    }

    let description: String
    private let steps: [Name]
    private let attribute: Name?

    /// `nil` for what is no path: an empty part, white space, an attribute that isn't the end.
    init?(_ text: String) {
        description = text
        if text == "." {
            steps = []
            attribute = nil
            return
        }
        var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains(where: { $0.isEmpty || $0.contains(where: \.isWhitespace) }) else { return nil }
        if let last = parts.last, last.hasPrefix("@") {
            parts.removeLast()
            guard last.count > 1 else { return nil }
            attribute = Name(String(last.dropFirst()))
        } else {
            attribute = nil
        }
        guard parts.allSatisfy({ !$0.contains("@") && !$0.contains(":") && $0 != "." && $0 != ".." }) else {
            return nil
        }
        steps = parts.map(Name.init)
    }

    var isAttribute: Bool { attribute != nil }

    /// Every element at the end of the path, in document order; for an attribute, the elements that have it.
    func elements(in element: Element) -> [Element] {
        var found = [element]
        for step in steps {
            found = found.flatMap { parent in
                parent.children.filter { child in step.forms.contains { child.isNamed($0) } }
            }
        }
        return attribute == nil ? found : found.filter { attributeValue(of: $0) != nil }
    }

    /// The value of one element that `elements(in:)` found: the attribute's, else its text. `nil` where it is empty.
    ///
    /// - Parameter paragraphs: keeps paragraphs apart as lines.
    func value(of element: Element, paragraphs: Bool = false) -> String? {
        guard attribute == nil else { return attributeValue(of: element) }
        return paragraphs ? element.fullText : element.text
    }

    private func attributeValue(of element: Element) -> String? {
        attribute?.forms.lazy.compactMap { element.attribute($0) }.first
    }
}
