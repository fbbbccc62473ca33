import Foundation

/// Part of a list that may be long, and where the rest begins.
package struct Page<Element: Sendable>: Sendable {
    package var items: [Element]
    /// Hand it back as `after` for what follows; `nil` at the end.
    package var next: PageCursor?

    /// Of one more row than was asked for, the last only tells that there is more.
    init(_ rows: [Element], limit: Int, cursor: (Element) -> PageCursor) {
        items = Array(rows.prefix(limit))
        next = rows.count > limit ? items.last.map(cursor) : nil
    }
}

/// A place in a list, opaque to whoever carries it.
package struct PageCursor: Sendable, Hashable {
    /// What goes over the wire: letters, digits, `-` and `_`.
    package let text: String
    let parts: [String]

    init(parts: String...) {
        self.parts = parts
        text = Data(Columns.list(parts).utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// - Throws: `StoreError.invalidCursor` for a text that no page gave out.
    package init(_ text: String) throws(StoreError) {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let data = Data(base64Encoded: base64), let plain = String(validating: data, as: UTF8.self),
            !plain.isEmpty
        else { throw StoreError.invalidCursor(text) }
        self.text = text
        parts = Columns.list(plain)
    }

    /// The parts, if there are as many as this list's cursors have.
    func parts(_ count: Int) throws -> [String] {
        guard parts.count == count else { throw StoreError.invalidCursor(text) }
        return parts
    }
}
