/// Values that go between `torg-feed`, the daemon and the store in one form of JSON: keys sorted, no space, slashes bare,
/// what is `nil` left out.
///
/// It is, byte for byte, what `JSONEncoder` makes of the same values with `.sortedKeys` and `.withoutEscapingSlashes`,
/// and a tenth of its work: there is no keyed container, and no key is looked up. The digests of contents rest on these
/// bytes, so a value's form here and its `Codable` form must stay the same; the tests compare them.
protocol CompactJSONValue {
    func write(to json: inout CompactJSONWriter)

    /// Reads what `write` wrote. What it gives after `json.isBroken` was set means nothing.
    init(from json: inout CompactJSONReader)
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
    func write(to json: inout CompactJSONWriter) {
        var value = self
        json.open(UInt8(ascii: "{"))
        value.members(&json)
        json.close(UInt8(ascii: "}"))
    }

    init(from json: inout CompactJSONReader) {
        self = .blank
        json.open(UInt8(ascii: "{"))
        members(&json)
        json.close(UInt8(ascii: "}"))
    }
}

// MARK: What others use

extension Notice {
    /// The one form in which its content is kept and compared; see `CompactJSONValue`.
    package var compactJSON: [UInt8] {
        var json = CompactJSONWriter()
        write(to: &json)
        return Array(json.bytes)
    }

    /// Reads that form alone.
    ///
    /// - Returns: `nil` for anything else, also where it is JSON of the same meaning: `JSONDecoder` reads that.
    package init?(compactJSON bytes: UnsafeBufferPointer<UInt8>) {
        var json = CompactJSONReader(bytes)
        self.init(from: &json)
        guard json.isDone else { return nil }
    }
}

extension FeedLine {
    /// Appends the line without its end.
    package func append(to bytes: inout [UInt8]) {
        var json = CompactJSONWriter()
        write(to: &json)
        bytes.append(contentsOf: json.bytes)
    }

    /// Reads what `append` wrote.
    ///
    /// - Returns: `nil` for anything else, also where it is JSON of the same meaning: `JSONDecoder` reads that.
    package init?(compactJSON bytes: UnsafeBufferPointer<UInt8>) {
        var json = CompactJSONReader(bytes)
        guard let line = FeedLine(from: &json), json.isDone else { return nil }
        self = line
    }
}
