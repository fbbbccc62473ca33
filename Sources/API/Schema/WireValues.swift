import JSON
import JSONRPC
import Procurement

// How values that aren't objects of their members are written, and read where they are plain. All here, and not in `JSONRPC`,
// so that the compiler sees through them: asked for through the other module, each is a call more, and an array looks up what
// it needs of its elements at each call.

extension String: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(self) }

    package init?(plain value: JSONValue) {
        guard case .string(let text) = value else { return nil }
        self = text
    }
}

extension Int: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(self) }

    package init?(plain value: JSONValue) {
        guard case .number(let number) = value, let integer = number.integer(Int.self) else { return nil }
        self = integer
    }
}

extension Bool: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(self) }

    package init?(plain value: JSONValue) {
        guard case .bool(let flag) = value else { return nil }
        self = flag
    }
}

extension Double: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(self) }

    package init?(plain value: JSONValue) {
        guard case .number(let number) = value, number.double.isFinite else { return nil }
        self = number.double
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.write(count: count) { self[$0].write(to: &$1) }
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    package init?(plain value: JSONValue) {
        guard case .array(let elements) = value else { return nil }
        self = []
        reserveCapacity(elements.count)
        for element in elements {
            guard let read = Element(plain: element) else { return nil }
            append(read)
        }
    }
}

extension SortedMap: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.raw("{")
        var isFirst = true
        for (word, value) in self {
            if !isFirst { writer.raw(",") }
            isFirst = false
            writer.name(word)
            value.write(to: &writer)
        }
        writer.raw("}")
    }
}

extension SortedMap: JSONReadable {
    package init?(plain value: JSONValue) {
        guard let members = value.plainMembers else { return nil }
        var values: [String: Value] = [:]
        for member in members {
            guard let read = Value(plain: member.value) else { return nil }
            values[member.name] = read
        }
        self.init(values)
    }
}

extension Disclosure: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .stated(let value): value.write(to: &writer)
        case .withheld(let withholding):
            writer.raw(#"{"withheld":"#)
            withholding.write(to: &writer)
            writer.raw("}")
        }
    }
}

extension Disclosure: JSONReadable {
    package init?(plain value: JSONValue) {
        if let withheld = value["withheld"] {
            guard value.plainMembers?.count == 1, let read = Withholding(plain: withheld) else { return nil }
            self = .withheld(read)
        } else {
            guard let read = Value(plain: value) else { return nil }
            self = .stated(read)
        }
    }
}

extension Points: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(parts: millionths, places: 6) }

    package init?(plain value: JSONValue) {
        guard case .number(let number) = value, number.double.magnitude <= 1e9 else { return nil }
        self.init(number.double)
    }
}

extension Limit: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(count) }

    package init?(plain value: JSONValue) {
        guard let count = Int(plain: value), Self.range.contains(count) else { return nil }
        self.init(clamping: count)
    }
}

extension CalendarDate: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(description) }

    package init?(plain value: JSONValue) {
        guard let text = value.string, Self.isWithinBounds(value) else { return nil }
        self.init(written: text)
    }
}

extension Moment: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(text) }

    package init?(plain value: JSONValue) {
        guard let text = value.string else { return nil }
        self.init(text)
    }
}

extension AnyJSON: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) { writer.write(json) }

    /// What is null may be meant as absent.
    package init?(plain value: JSONValue) {
        if value == .null { return nil }
        self.init(value)
    }
}
