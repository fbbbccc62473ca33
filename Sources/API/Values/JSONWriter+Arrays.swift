import JSON
import JSONRPC

// Here and not in `JSONRPC`, so that the compiler makes a version for each element: asked for through the other module they
// are the general ones, which look up what they need at each call.
extension JSONWriter {
    /// An array of so many elements, each written by its place.
    package mutating func write(count: Int, _ one: (Int, inout JSONWriter) -> Void) {
        raw("[")
        for place in 0..<count {
            if place > 0 { raw(",") }
            one(place, &self)
        }
        raw("]")
    }

    /// A member's name, quoted and with its colon, and the comma before it unless it is the first.
    package mutating func begin(_ name: StaticString, _ isFirst: inout Bool) {
        if !isFirst { raw(",") }
        isFirst = false
        raw(name)
    }
}
