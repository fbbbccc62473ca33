/// Reads one JSON text, exactly as RFC 8259 has it: UTF-8 without a byte order mark, no comments, no trailing commas,
/// no `NaN`, no lone surrogates (a Swift string can't hold one), nothing after the value but white space.
///
/// Nesting is limited, so a text of brackets can't exhaust the stack.
package struct JSONParser {
    /// Arrays and objects inside one another.
    package static let defaultDepth = 64

    private var reader: JSONReader
    private let depthLimit: Int
    private var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
        reader = JSONReader(bytes)
        self.depthLimit = depthLimit
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.fail(.byteOrderMark) }
    }

    package static func parse(
        _ bytes: [UInt8], depthLimit: Int = defaultDepth
    ) throws(JSONSyntaxError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONSyntaxError) in
            var parser = JSONParser(bytes, depthLimit: depthLimit)
            parser.reader.skipSpace()
            let value = parser.value()
            parser.reader.skipSpace()
            if !parser.reader.isDone { parser.reader.fail(expected: "the end of the text") }
            if let error = parser.reader.error { throw error }
            return value
        }
    }

    package static func parse(
        _ text: String, depthLimit: Int = defaultDepth
    ) throws(JSONSyntaxError) -> JSONValue {
        try parse(Array(text.utf8), depthLimit: depthLimit)
    }

    private mutating func value() -> JSONValue {
        guard let first = reader.next else {
            reader.fail(expected: "a value")
            return .null
        }
        switch first {
        case UInt8(ascii: "{"): return .object(object())
        case UInt8(ascii: "["): return .array(array())
        case UInt8(ascii: "\""): return .string(reader.string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(reader.number())
        case UInt8(ascii: "t"):
            reader.word("true")
            return true
        case UInt8(ascii: "f"):
            reader.word("false")
            return false
        case UInt8(ascii: "n"): reader.word("null")
        default: reader.fail(expected: "a value")
        }
        return .null
    }

    private mutating func object() -> JSONObject {
        enter("{")
        var members: [JSONObject.Member] = []
        if !reader.take("}") {
            repeat {
                reader.skipSpace()
                if reader.next != UInt8(ascii: "\"") { reader.fail(expected: "a member's name in quotation marks") }
                let name = reader.string()
                reader.skipSpace()
                if !reader.take(":") { reader.fail(expected: "“:” after the member's name") }
                reader.skipSpace()
                members.append(JSONObject.Member(name: name, value: value()))
                reader.skipSpace()
            } while reader.take(",")
            if !reader.take("}") { reader.fail(expected: "“,” or “}” after a member") }
        }
        depth -= 1
        return JSONObject(members)
    }

    private mutating func array() -> [JSONValue] {
        enter("[")
        var elements: [JSONValue] = []
        if !reader.take("]") {
            repeat {
                reader.skipSpace()
                elements.append(value())
                reader.skipSpace()
            } while reader.take(",")
            if !reader.take("]") { reader.fail(expected: "“,” or “]” after an element") }
        }
        depth -= 1
        return elements
    }

    /// Steps over the opening bracket and the space after it.
    private mutating func enter(_ bracket: Unicode.Scalar) {
        depth += 1
        if depth > depthLimit { reader.fail(.deeperThan(depthLimit)) }
        _ = reader.take(bracket)
        reader.skipSpace()
    }
}
