import JSON
import JSONRPC
import Testing
import Transport

/// Every example of the JSON-RPC 2.0 specification (section 7), and ids that a double would spoil, through the socket.
@Suite(.timeLimit(.minutes(10))) struct SpecificationTests {
    /// The methods of the examples.
    private static let handler = ClosureHandler { request, _ throws(RPCError) in
        let numbers = request.parameters?.array?.compactMap { $0.number?.integer(Int.self) } ?? []
        switch request.method {
        case "subtract":
            let minuend = numbers.first ?? request.parameters?["minuend"]?.number?.integer(Int.self)
            let subtrahend = numbers.last ?? request.parameters?["subtrahend"]?.number?.integer(Int.self)
            guard let minuend, let subtrahend else { throw RPCError(.invalidParameters) }
            return .number(JSONNumber(minuend - subtrahend))
        case "sum": return .number(JSONNumber(numbers.reduce(0, +)))
        case "get_data": return ["hello", 5]
        case "update", "notify_hello", "notify_sum": return nil
        default: throw RPCError(.methodNotFound)
        }
    }

    /// An answer as the specification prints it, with the words of an error left out: they are each server's own.
    private static let examples: [(sent: String, answer: String?)] = [
        (
            #"{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}"#,
            #"{"jsonrpc": "2.0", "result": 19, "id": 1}"#
        ),
        (
            #"{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}"#,
            #"{"jsonrpc": "2.0", "result": -19, "id": 2}"#
        ),
        (
            #"{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}"#,
            #"{"jsonrpc": "2.0", "result": 19, "id": 3}"#
        ),
        (
            #"{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}"#,
            #"{"jsonrpc": "2.0", "result": 19, "id": 4}"#
        ),
        (#"{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}"#, nil),
        (#"{"jsonrpc": "2.0", "method": "foobar"}"#, nil),
        (
            #"{"jsonrpc": "2.0", "method": "foobar", "id": "1"}"#,
            #"{"jsonrpc": "2.0", "error": {"code": -32601}, "id": "1"}"#
        ),
        (
            #"{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]"#,
            #"{"jsonrpc": "2.0", "error": {"code": -32700}, "id": null}"#
        ),
        (
            #"{"jsonrpc": "2.0", "method": 1, "params": "bar"}"#,
            #"{"jsonrpc": "2.0", "error": {"code": -32600}, "id": null}"#
        ),
        (
            #"[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"}, {"jsonrpc": "2.0", "method" ]"#,
            #"{"jsonrpc": "2.0", "error": {"code": -32700}, "id": null}"#
        ),
        ("[]", #"{"jsonrpc": "2.0", "error": {"code": -32600}, "id": null}"#),
        ("[1]", #"[{"jsonrpc": "2.0", "error": {"code": -32600}, "id": null}]"#),
        (
            "[1,2,3]",
            #"""
            [{"jsonrpc": "2.0", "error": {"code": -32600}, "id": null},
             {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null},
             {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null}]
            """#
        ),
        (
            #"[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"}, "#
                + #"{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}, "#
                + #"{"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"}, {"foo": "boo"}, "#
                + #"{"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"}, "#
                + #"{"jsonrpc": "2.0", "method": "get_data", "id": "9"}]"#,
            #"""
            [{"jsonrpc": "2.0", "result": 7, "id": "1"}, {"jsonrpc": "2.0", "result": 19, "id": "2"},
             {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null},
             {"jsonrpc": "2.0", "error": {"code": -32601}, "id": "5"},
             {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}]
            """#
        ),
        (
            #"[{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]}, "#
                + #"{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]"#, nil
        ),
    ]

    private static let good = #"{"jsonrpc":"2.0","id":"good","method":"get_data"}"# + "\n"

    @Test func answersAsTheSpecificationDoes() async throws {
        try await serving(Self.handler) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                for (sent, expected) in Self.examples {
                    // What has no answer is known by the answer to the next message.
                    try client.send(sent + "\n" + Self.good)
                    if let expected {
                        let answer = try #require(try client.answer())
                        #expect(Self.members(answer) == Self.members(try JSONParser.parse(expected)), "\(sent)")
                    }
                    #expect(try client.answer()?["id"] == "good", "\(sent)")
                }
            }
        }
    }

    @Test func echoesEveryIdExactly() async throws {
        let ids = [
            "9007199254740993", "-9007199254740993", "18446744073709551617", "-9223372036854775809", "0", "-0", "1.0",
            "1.10", "1e2", "1E+400", "0.1000000000000000055511151231257827", "123456789012345678901234567890", #""""#,
            #""9007199254740993""#, #""åäö🚀""#, #""a\nb\"\\""#, "null",
        ]
        try await serving(Self.handler) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                for id in ids {
                    try client.send(#"{"jsonrpc":"2.0","id":\#(id),"method":"get_data"}"# + "\n")
                    #expect(try client.line() == #"{"jsonrpc":"2.0","id":\#(id),"result":["hello",5]}"#)
                    // An error echoes it too.
                    try client.send(#"{"jsonrpc":"2.0","id":\#(id),"method":"foobar"}"# + "\n")
                    #expect(
                        try client.line()?.hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"error":{"code":-32601"#) == true)
                }
            }
        }
    }

    /// An answer without the order of its members, and of an error only the code.
    private static func members(_ answer: JSONValue) -> [[String: JSONValue]] {
        (answer.array ?? [answer]).map { one in
            var members: [String: JSONValue] = [:]
            for member in one.object?.members ?? [] {
                members[member.name] = member.name == "error" ? member.value["code"] : member.value
            }
            return members
        }
    }
}
