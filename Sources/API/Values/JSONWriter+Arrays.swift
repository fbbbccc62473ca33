import JSONRPC

// Here and not in `JSONRPC`, so that the compiler makes a version for each element: asked for through the other module they
// are the general ones, which look up what they need at each call.
extension JSONWriter {
    /// An array of what `one` writes of each element.
    mutating func write<Element>(each elements: [Element], _ one: (Element, inout JSONWriter) -> Void) {
        write(count: elements.count) { one(elements[$0], &$1) }
    }

    /// An array of so many elements, each written by its place.
    mutating func write(count: Int, _ one: (Int, inout JSONWriter) -> Void) {
        raw("[")
        for place in 0..<count {
            if place > 0 { raw(",") }
            one(place, &self)
        }
        raw("]")
    }
}
