/// One step on the way to a value: a member's name or an element's index.
package enum PathKey: CodingKey, Sendable, Hashable {
    case name(String)
    case index(Int)

    package init(stringValue: String) { self = .name(stringValue) }
    package init(intValue: Int) { self = .index(intValue) }

    package var stringValue: String {
        switch self {
        case .name(let name): name
        case .index(let index): String(index)
        }
    }

    package var intValue: Int? {
        if case .index(let index) = self { index } else { nil }
    }
}
