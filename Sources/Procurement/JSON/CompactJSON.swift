import JSON

/// Values that go between `torg-feed`, the daemon and the store in one form of JSON: keys sorted, no space, slashes bare,
/// what is `nil` left out.
///
/// It is, byte for byte, what `JSONEncoder` makes of the same values with `.sortedKeys` and `.withoutEscapingSlashes`,
/// and a tenth of its work: there is no keyed container, and no key is looked up. The digests of contents rest on these
/// bytes, so a value's form here and its `Codable` form must stay the same; the tests compare them.
///
/// All here, and not in `JSON`, so that the compiler sees through it: a member is written and read without a call through a
/// table.
protocol CompactJSONValue {
    func write(to json: inout JSONWriter)

    /// Reads what `write` wrote. What it gives after `json.error` was set means nothing.
    init(from json: inout JSONReader)
}

/// A value that is written as an object. Its members are told once, for writing and for reading.
protocol CompactJSONObject: CompactJSONValue {
    /// What `members` fills in.
    static var blank: Self { get }

    /// Hands each member to `json`, in the order of the keys' bytes.
    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable)
}

/// Writes the members of an object, or reads them.
protocol CompactJSONMembers: ~Copyable {
    mutating func member(_ key: StaticString, _ value: inout some CompactJSONValue)

    /// A member that is left out where it is `nil`.
    mutating func member<Value: CompactJSONValue>(_ key: StaticString, _ value: inout Value?)
}

extension CompactJSONObject {
    func write(to json: inout JSONWriter) {
        var value = self
        json.object { value.members(&$0) }
    }

    init(from json: inout JSONReader) {
        self = .blank
        json.expect("{")
        members(&json)
        json.expect("}")
    }
}

extension JSONWriter: CompactJSONMembers {
    mutating func object(_ members: (inout JSONWriter) -> Void) {
        byte("{")
        members(&self)
        byte("}")
    }

    mutating func member(_ key: StaticString, _ value: inout some CompactJSONValue) {
        member(key)
        value.write(to: &self)
    }

    mutating func member<Value: CompactJSONValue>(_ key: StaticString, _ value: inout Value?) {
        guard let value else { return }
        member(key)
        value.write(to: &self)
    }
}

extension JSONReader: CompactJSONMembers {
    mutating func object(_ members: (inout JSONReader) -> Void) {
        expect("{")
        members(&self)
        expect("}")
    }

    /// What was made of the last token; where that is `nil`, it fails.
    mutating func required<Value>(_ value: Value?, or blank: @autoclosure () -> Value) -> Value {
        if let value { return value }
        fail(expected: "another value")
        return blank()
    }

    mutating func member<Value: CompactJSONValue>(_ key: StaticString, _ value: inout Value) {
        if hasMember(key) { value = Value(from: &self) } else { fail(expected: "the member “\(key)”") }
    }

    mutating func member<Value: CompactJSONValue>(_ key: StaticString, _ value: inout Value?) {
        value = hasMember(key) ? Value(from: &self) : nil
    }
}

// MARK: What others use

extension CompactJSONValue {
    fileprivate var bytes: [UInt8] {
        // What most notices need.
        var json = JSONWriter(capacity: 8 << 10)
        write(to: &json)
        return json.bytes
    }

    fileprivate init?(bytes: UnsafeBufferPointer<UInt8>) {
        var json = JSONReader(bytes)
        self.init(from: &json)
        guard json.isDone else { return nil }
    }
}

extension CompactJSONObject {
    /// An order among values of one type, so that which of two is chosen doesn't depend on which came first.
    func precedes(_ other: Self) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }
}

extension Notice {
    /// The one form in which its content is kept and compared; see `CompactJSONValue`.
    package var compactJSON: [UInt8] { bytes }

    /// Reads that form alone.
    ///
    /// - Returns: `nil` for anything else, also where it is JSON of the same meaning: `JSONDecoder` reads that.
    package init?(compactJSON bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes: bytes) }
}

extension RegisterEntry {
    /// The one form of which digests are made.
    package var compactJSON: [UInt8] { bytes }
}

extension RegisteredFirm {
    /// The one form of which digests are made.
    package var compactJSON: [UInt8] { bytes }
}

extension FeedLine {
    /// Appends the line without its end.
    package func append(to bytes: inout [UInt8]) { bytes += self.bytes }

    /// Reads what `append` wrote.
    ///
    /// - Returns: `nil` for anything else, also where it is JSON of the same meaning: `JSONDecoder` reads that.
    package init?(compactJSON bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes: bytes) }
}
