import JSON

/// The error of a call, as it goes over the wire: a code, a sentence for people, and what a program can act on.
package struct RPCError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What goes into `error.data`. A member that says nothing is left out.
    package struct Detail: Sendable, Hashable {
        /// The path of the parameter: `notice.cpv[1]`.
        package var parameter: String?
        package var expected: String?
        /// What came instead, shortened, and with anything like a personal number hidden (`Excerpt`).
        package var came: String?
        /// Members that one kind of error has beside these.
        package var more: JSONObject

        package init(
            parameter: String? = nil, expected: String? = nil, came: String? = nil, more: JSONObject = JSONObject()
        ) {
            self.parameter = parameter
            self.expected = expected
            self.came = came
            self.more = more
        }
    }

    /// A number, not an `ErrorCode`, because a client may meet a server that has learnt new ones.
    package var rawCode: Int
    package var message: String
    package var detail: Detail?

    package init(_ code: ErrorCode, _ message: String? = nil, detail: Detail? = nil) {
        rawCode = code.rawValue
        self.message = message ?? code.title
        self.detail = detail
    }

    package init(rawCode: Int, message: String, detail: Detail? = nil) {
        self.rawCode = rawCode
        self.message = message
        self.detail = detail
    }

    /// `nil` for a code that is neither the specification's nor Torg's.
    package var code: ErrorCode? { ErrorCode(rawValue: rawCode) }

    package var description: String { "\(message) (\(rawCode))" }

    /// The value of one parameter can't be used. `came` is shortened and masked.
    package static func invalid(parameter: String, expected: String, came: JSONValue) -> RPCError {
        invalid(ParameterError(parameter: parameter, expected: expected, came: Excerpt.of(came)))
    }

    package static func invalid(_ error: ParameterError) -> RPCError {
        RPCError(
            .invalidParameters, error.description,
            detail: Detail(parameter: error.parameter, expected: error.expected, came: error.came))
    }
}

extension RPCError {
    package init(_ error: JSONSyntaxError) {
        self.init(
            .parseError, "Parse error: \(error.description)", detail: Detail(expected: error.expected, came: error.came)
        )
    }

    /// Reads the `error` member of a response. `nil` when it has no code or no message.
    package init?(_ value: JSONValue) {
        guard let code = value["code"]?.number?.integer(Int.self), let message = value["message"]?.string else {
            return nil
        }
        self.init(rawCode: code, message: message)
        if let data = value["data"]?.object, !data.isEmpty {
            let own = ["parameter", "expected", "came"]
            detail = Detail(
                parameter: data["parameter"]?.string, expected: data["expected"]?.string, came: data["came"]?.string,
                more: JSONObject(data.members.filter { !own.contains($0.name) }))
        }
    }

    package var json: JSONValue {
        var object: JSONObject = ["code": .number(JSONNumber(rawCode)), "message": .string(message)]
        // Always there, so that a program needn't ask: empty where there is nothing to say.
        var data = JSONObject()
        data["parameter"] = detail?.parameter.map(JSONValue.string)
        data["expected"] = detail?.expected.map(JSONValue.string)
        data["came"] = detail?.came.map(JSONValue.string)
        data.members += detail?.more.members ?? []
        object["data"] = .object(data)
        return .object(object)
    }
}
