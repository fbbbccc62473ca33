import JSON

/// One call: a method and its parameters. Without an id it is a notification, which gets no answer.
package struct Request: Sendable, Hashable {
    package var method: String
    /// An object or an array; `nil` when the member is absent.
    package var parameters: JSONValue?
    /// `nil` for a notification. An id of `null` is an id.
    package var id: RequestID?

    package init(method: String, parameters: JSONValue? = nil, id: RequestID? = nil) {
        self.method = method
        self.parameters = parameters
        self.id = id
    }

    /// A value that is no request: why, and the id to answer to.
    package struct Invalid: Error, Sendable, Hashable {
        package var error: RPCError
        package var id: RequestID
    }

    /// Checks a parsed value against section 4 of the specification. Members that it doesn't name are refused: a
    /// misspelt `params` would otherwise be a call without parameters.
    package init(_ value: JSONValue) throws(Invalid) {
        guard case .object(let object) = value else {
            throw Self.invalid(nil, expected: "an object, or an array of them", came: value, id: nil)
        }
        let id = object["id"].flatMap(RequestID.init)
        if let name = object.repeatedName {
            throw Self.invalid(name, expected: "each member once", came: "the same name again", id: id)
        }
        guard object["jsonrpc"] == "2.0" else {
            throw Self.invalid("jsonrpc", expected: "“2.0”", came: object["jsonrpc"], id: id)
        }
        guard case .string(let method) = object["method"] else {
            throw Self.invalid("method", expected: "a string", came: object["method"], id: id)
        }
        switch object["params"] {
        case .none, .object, .array: break
        case .some(let other): throw Self.invalid("params", expected: "an object or an array", came: other, id: id)
        }
        if let given = object["id"], id == nil {
            throw Self.invalid("id", expected: "a string, a number or null", came: given, id: nil)
        }
        if let other = object.members.first(where: { !Self.members.contains($0.name) }) {
            throw Self.invalid(
                other.name, expected: "one of \(Self.members.joined(separator: ", "))", came: "another name", id: id)
        }
        self.init(method: method, parameters: object["params"], id: id)
    }

    package var json: JSONValue {
        var object: JSONObject = ["jsonrpc": "2.0", "method": .string(method)]
        object["params"] = parameters
        object["id"] = id?.json
        return .object(object)
    }

    private static let members = ["jsonrpc", "method", "params", "id"]

    private static func invalid(_ member: String?, expected: String, came: JSONValue?, id: RequestID?) -> Invalid {
        invalid(member, expected: expected, came: came.map(Excerpt.of) ?? "nothing", id: id)
    }

    private static func invalid(_ member: String?, expected: String, came: String, id: RequestID?) -> Invalid {
        let place = member.map { " “\($0)”:" } ?? ""
        return Invalid(
            error: RPCError(
                .invalidRequest, "Invalid Request:\(place) expected \(expected), came \(came)",
                detail: RPCError.Detail(parameter: member, expected: expected, came: came)),
            id: id ?? .null)
    }
}
