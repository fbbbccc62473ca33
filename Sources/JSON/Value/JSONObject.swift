/// The members of an object in the order they were written.
///
/// RFC 8259 says that names *should* be unique, so a text that repeats one still parses, and all its members are
/// kept; the last is the one that a look-up finds. Whoever gives members a meaning (the envelope, the decoder)
/// refuses the repeat, because two readers could take it in two ways.
package struct JSONObject: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package var members: [Member]

    package init(_ members: [Member] = []) { self.members = members }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { Member(name: $0.0, value: $0.1) }
    }

    /// The value of the last member with this name. Setting replaces it in its place, or adds it at the end.
    package subscript(name: String) -> JSONValue? {
        get { members.last { $0.name == name }?.value }
        set {
            if let index = members.lastIndex(where: { $0.name == name }) {
                if let newValue { members[index].value = newValue } else { members.remove(at: index) }
            } else if let newValue {
                members.append(Member(name: name, value: newValue))
            }
        }
    }

    package var isEmpty: Bool { members.isEmpty }

    /// The first name that stands twice; `nil` when every name is unique.
    package var repeatedName: String? {
        // Almost every object is small, and then comparing is faster than hashing.
        if members.count <= 16 {
            for (index, member) in members.enumerated()
            where members[..<index].contains(where: { $0.name == member.name }) {
                return member.name
            }
            return nil
        }
        var seen = Set<String>(minimumCapacity: members.count)
        return members.first { !seen.insert($0.name).inserted }?.name
    }
}
