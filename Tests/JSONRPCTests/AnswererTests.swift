import JSON
import JSONRPC
import TestSupport
import Testing

/// The examples of the JSON-RPC 2.0 specification, section 7, and what it says around them.
@Suite struct AnswererTests {
    /// The server of the examples.
    private func answer(_ message: String, limits: Answerer.Limits = .init()) async -> JSONValue? {
        let answerer = Answerer(limits: limits)
        let answer = await answerer.answer(Array(message.utf8)) { request throws(RPCError) in
            switch request.method {
            case "subtract":
                guard
                    let minuend = (request.parameters?[0] ?? request.parameters?["minuend"])?.number?.integer(Int.self),
                    let subtrahend =
                        (request.parameters?[1] ?? request.parameters?["subtrahend"])?.number?.integer(Int.self)
                else { throw RPCError(.invalidParameters) }
                return JSONText(.number(JSONNumber(minuend - subtrahend)))
            case "sum":
                return JSONText(
                    .number(
                        JSONNumber(
                            request.parameters?.array?.compactMap { $0.number?.integer(Int.self) }.reduce(0, +) ?? 0)))
            case "get_data": return JSONText(["hello", 5])
            case "update", "notify_hello", "notify_sum": return JSONText(nil)
            default: throw RPCError(.methodNotFound)
            }
        }
        return answer.map { bytes in
            guard let value = try? JSONParser.parse(bytes) else { return "the answer is not JSON" }
            return value
        }
    }

    private func code(_ answer: JSONValue?) -> Int? { answer?["error"]?["code"]?.number?.integer(Int.self) }

    @Test(arguments: [
        (#"{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}"#, 19, JSONValue(1)),
        (#"{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}"#, -19, 2),
        (#"{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}"#, 19, 3),
        (#"{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}"#, 19, 4),
    ])
    func answersCalls(message: String, result: JSONValue, id: JSONValue) async {
        #expect(await answer(message) == ["jsonrpc": "2.0", "id": id, "result": result])
    }

    @Test(arguments: [
        #"{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}"#,
        #"{"jsonrpc": "2.0", "method": "foobar"}"#,
        #"[{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]}, {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]"#,
    ])
    func saysNothingToNotifications(message: String) async {
        #expect(await answer(message) == nil)
    }

    @Test(arguments: [
        (#"{"jsonrpc": "2.0", "method": "foobar", "id": "1"}"#, -32601, JSONValue("1")),
        (#"{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]"#, -32700, nil),
        (#"{"jsonrpc": "2.0", "method": 1, "params": "bar"}"#, -32600, nil),
        (
            #"[ {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"}, {"jsonrpc": "2.0", "method" ]"#,
            -32700, nil
        ),
        ("[]", -32600, nil),
        ("", -32700, nil),
        ("1", -32600, nil),
        (#"{"jsonrpc": "1.0", "method": "sum", "id": 7}"#, -32600, 7),
        (#"{"method": "sum", "id": 7}"#, -32600, 7),
        (#"{"jsonrpc": "2.0", "id": 7}"#, -32600, 7),
        (#"{"jsonrpc": "2.0", "method": "sum", "params": 1, "id": 7}"#, -32600, 7),
        (#"{"jsonrpc": "2.0", "method": "sum", "parms": [1], "id": 7}"#, -32600, 7),
        (#"{"jsonrpc": "2.0", "method": "sum", "id": {}}"#, -32600, nil),
        (#"{"jsonrpc": "2.0", "method": "sum", "id": true}"#, -32600, nil),
        (#"{"jsonrpc": "2.0", "method": "sum", "method": "update", "id": 7}"#, -32600, 7),
    ])
    func answersMistakes(message: String, code: Int, id: JSONValue) async {
        let answer = await answer(message)
        #expect(self.code(answer) == code)
        #expect(answer?["id"] == id)
        #expect(answer?["result"] == nil)
    }

    @Test func answersABatchOfInvalidRequests() async {
        let one = await answer("[1]")
        #expect(one?.array?.count == 1)
        #expect(code(one?[0]) == -32600)
        let three = await answer("[1,2,3]")
        #expect(three?.array?.map { code($0) } == [-32600, -32600, -32600])
        #expect(three?.array?.allSatisfy { $0["id"] == .some(.null) } == true)
    }

    @Test func answersAMixedBatch() async {
        let answer = await answer(
            """
            [
              {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
              {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
              {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
              {"foo": "boo"},
              {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
              {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
            ]
            """)
        let answers = answer?.array ?? []
        #expect(answers.map { $0["id"] } == (["1", "2", nil, "5", "9"] as [JSONValue]).map { Optional($0) })
        #expect(answers.map { code($0) } == [nil, nil, -32600, -32601, nil])
        #expect(answers.first?["result"] == 7)
        #expect(answers.last?["result"] == ["hello", 5])
    }

    @Test(arguments: [
        "9007199254740993", "-9223372036854775809", "1.0", "1e2", "3.14", #""""#, #""å\n""#, "null",
        "123456789012345678901234567890",
    ])
    func echoesTheIdExactly(id: String) async {
        let answer = await answer(#"{"jsonrpc":"2.0","method":"get_data","id":\#(id)}"#)
        #expect(answer?["id"]?.description == id)
        #expect(answer?["result"] != nil)
    }

    @Test func limitsBatches() async {
        let call = #"{"jsonrpc":"2.0","method":"get_data","id":1}"#
        func batch(_ count: Int) -> String { "[" + Array(repeating: call, count: count).joined(separator: ",") + "]" }
        #expect(await answer(batch(100))?.array?.count == 100)
        #expect(code(await answer(batch(101))) == -32004)
    }

    @Test func limitsAnswers() async {
        var limits = Answerer.Limits()
        limits.answer = 120
        let call = #"{"jsonrpc":"2.0","method":"get_data","id":1}"#
        #expect(code(await answer(call, limits: limits)) == nil)
        let answers = await answer("[\(call),\(call),\(call)]", limits: limits)?.array ?? []
        #expect(answers.map { code($0) } == [nil, nil, -32004])
        limits.answer = 8
        #expect(code(await answer(call, limits: limits)) == -32004)
    }

    @Test func tellsWhereTheTextIsWrong() async {
        let answer = await answer(#"{"jsonrpc": "2.0", "method": "sum",}"#)
        #expect(answer?["error"]?["data"]?["expected"] == "a member's name in quotation marks")
        #expect(answer?["error"]?["data"]?["came"] == "“}”")
        #expect(answer?["error"]?["message"]?.string?.contains("line 1, column 36, byte 35") == true)
    }
}

@Suite struct ResponseTests {
    @Test func readsWhatItWrites() {
        for response in [
            Response(id: .string("a"), outcome: .success(["x": 1])),
            Response(
                id: .number(JSONNumber(7)), outcome: .failure(RPCError(.notFound, detail: .init(parameter: "id")))),
            Response(id: .null, outcome: .failure(RPCError(rawCode: -32099, message: "new"))),
        ] {
            #expect(Response(response.json) == response)
        }
    }

    @Test(arguments: [
        #"{"jsonrpc":"2.0","id":1}"#, #"{"jsonrpc":"2.0","result":1}"#, #"{"id":1,"result":1}"#, "[]",
        #"{"jsonrpc":"2.0","id":1,"result":1,"error":{"code":1,"message":""}}"#,
        #"{"jsonrpc":"2.0","id":1,"error":{"code":1}}"#, #"{"jsonrpc":"2.0","id":[],"result":1}"#,
    ])
    func refusesWhatIsNoResponse(text: String) throws {
        #expect(Response(try JSONParser.parse(text)) == nil)
    }

    @Test func readsBackRequests() throws {
        let request = Request(method: "a.b", parameters: ["x": 1], id: .number(JSONNumber(text: "9007199254740993")))
        #expect(try Request(JSONParser.parse(request.json.bytes)) == request)
    }
}
