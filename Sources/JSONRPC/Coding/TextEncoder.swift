import JSON

/// Writes any `Encodable` as JSON, straight into bytes: no tree of values is built on the way.
///
/// Members stand in the order in which `encode(to:)` writes them, which for synthesized code is the order of
/// declaration. So the same value gives the same bytes, unless it holds a `Dictionary` or a `Set`, whose order
/// changes from run to run: the contract's types hold none.
package enum TextEncoder {
    /// - Throws: `EncodingError` for a number that JSON has not (NaN, infinity), or whatever the value's own code
    ///   throws.
    package static func encode(_ value: some Encodable) throws -> JSONText {
        if let value = value as? any JSONWritable {
            var writer = JSONWriter(capacity: value.roughSize)
            value.write(to: &writer)
            // `Codable` throws for such a number, and says where it stands.
            if !writer.lacksNumber { return JSONText(written: writer.bytes) }
        }
        return try encodeByCodable(value)
    }

    /// The same, without asking whether the value could write itself.
    package static func encodeByCodable(_ value: some Encodable) throws -> JSONText {
        let page = Page()
        try ValueEncoder(page: page).encode(value)
        return JSONText(written: page.writer.bytes)
    }
}

/// The text being written, and the objects and arrays that are open in it.
final class Page {
    enum Kind { case object, array }

    struct Scope {
        let kind: Kind
        let number: Int
        var members = 0
    }

    var writer = JSONWriter(capacity: 1024)
    private(set) var scopes: [Scope] = []
    private var opened = 0

    var depth: Int { scopes.count }

    func open(_ kind: Kind) -> Int {
        switch kind {
        case .object: writer.raw("{")
        case .array: writer.raw("[")
        }
        opened += 1
        scopes.append(Scope(kind: kind, number: opened))
        return opened
    }

    func close(to depth: Int) {
        while scopes.count > depth {
            switch scopes.removeLast().kind {
            case .object: writer.raw("}")
            case .array: writer.raw("]")
            }
        }
    }

    /// Makes room for the next member or element of a container that was opened as `number` at `depth`.
    ///
    /// Containers inside it are closed by this: nothing more can be written into them.
    func next(in number: Int, at depth: Int) {
        precondition(
            depth <= scopes.count && scopes[depth - 1].number == number,
            "an encoding container is written to after its parent has gone on")
        close(to: depth)
        if scopes[depth - 1].members > 0 { writer.raw(",") }
        scopes[depth - 1].members += 1
    }
}

/// The encoder of one value, which stands at a certain depth of the page.
struct ValueEncoder: Encoder {
    let page: Page
    /// How many containers were open when this value's turn came.
    let depth: Int
    /// Left empty: what is thrown names the member that it is about.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(page: Page) {
        self.page = page
        depth = page.depth
    }

    func encode(_ value: some Encodable) throws {
        let before = page.writer.count
        try value.encode(to: self)
        page.close(to: depth)
        // A value that writes nothing is an object without members.
        if page.writer.count == before { page.writer.raw("{}") }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(ObjectContainer<Key>(page: page, number: scope(.object), depth: depth + 1))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        ArrayContainer(page: page, number: scope(.array), depth: depth + 1)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { ScalarContainer(page: page) }

    /// The container of this value: the one that is open already, when a part of the value asked for it before.
    private func scope(_ kind: Page.Kind) -> Int {
        if page.depth > depth, page.scopes[depth].kind == kind { return page.scopes[depth].number }
        return page.open(kind)
    }
}
