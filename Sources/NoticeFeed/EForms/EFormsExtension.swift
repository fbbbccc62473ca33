import Procurement

/// Where eForms keeps what UBL has no element for: results, organisations, changes.
///
/// Some senders spread it over several `efext:EformsExtension` blocks; they are read as one.
struct EFormsExtension {
    private let blocks: [Element]

    /// The blocks in the `ext:UBLExtensions` of this element.
    init(of element: Element) {
        blocks = element.all("UBLExtensions").flatMap { extensions in
            extensions.all("UBLExtension").flatMap { $0.all("ExtensionContent") }.flatMap { $0.all("EformsExtension") }
        }
    }

    func first(_ name: StaticString) -> Element? { blocks.lazy.compactMap { $0.first(name) }.first }

    func all(_ name: StaticString) -> [Element] { blocks.flatMap { $0.all(name) } }

    func path(_ outer: StaticString, _ inner: StaticString) -> Element? {
        blocks.lazy.compactMap { $0.path(outer, inner) }.first
    }

    func money(_ name: StaticString) -> Disclosed<Money> {
        blocks.first { $0.first(name) != nil }?.money(name) ?? .missing
    }
}
