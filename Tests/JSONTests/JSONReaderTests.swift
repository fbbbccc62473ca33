import JSON
import Testing

@Suite struct JSONReaderTests {
    /// Reads a text with `body`; what comes out, and whether all was as expected.
    private func read<Value>(_ text: String, _ body: (inout JSONReader) -> Value) -> (value: Value, isDone: Bool) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            let value = body(&reader)
            return (value, reader.isDone)
        }
    }

    private func pairs(_ text: String) -> (value: [Int?], isDone: Bool) {
        read(text) { json in
            var found: [Int?] = []
            json.expect("{")
            found.append(json.hasMember("a") ? json.integer() : nil)
            found.append(json.hasMember("ab") ? json.integer() : nil)
            json.expect("}")
            return found
        }
    }

    @Test func readsMembersInTheirOrder() {
        #expect(pairs(#"{"a":1,"ab":-2}"#) == ([1, -2], true))
        #expect(pairs(#"{"ab":7}"#) == ([nil, 7], true))
        #expect(pairs("{}") == ([nil, nil], true))
        for text in [
            #"{"ab":1,"a":2}"#, #"{,"a":1}"#, #"{"a":1"ab":2}"#, #"{"a":1,}"#, #"{"a":1}}"#, #"{"a" :1}"#, "", "{",
        ] {
            #expect(!pairs(text).isDone, "\(text)")
        }
    }

    private func texts(_ text: String) -> (value: [String], isDone: Bool) {
        read(text) { json in
            var found: [String] = []
            json.expect("[")
            while json.hasElement() { found.append(json.string()) }
            return found
        }
    }

    @Test func readsElementsToTheLast() {
        #expect(texts("[]") == ([], true))
        #expect(texts(#"["","[","\"]","å\u00e5\ud83d\ude80"]"#) == (["", "[", "\"]", "åå🚀"], true))
        for text in ["[", "[,]", #"["a",]"#, #"["a""b"]"#, #"["a"] "#, #"["a", "b"]"#, #"[""#, "[[", "[1]"] {
            #expect(!texts(text).isDone, "\(text)")
        }
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("10", 10), ("-7", -7), ("9223372036854775807", Int.max), ("01", nil), ("", nil),
        ("-", nil),
        ("1.0", nil), ("1e0", nil), ("9223372036854775808", nil),
    ])
    func readsWholeNumbers(text: String, value: Int?) {
        let read = read(text) { $0.integer() }
        #expect((read.isDone ? read.value : nil) == value)
    }

    @Test func keepsTheFirstError() {
        Array("[1,x,y]".utf8).withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            reader.expect("[")
            while reader.hasElement() { _ = reader.integer() }
            #expect(
                reader.error?.description == "not JSON: expected a whole number, came “x” (line 1, column 4, byte 3)")
            reader.fail(expected: "something else")
            #expect(reader.error?.byte == 3 && reader.string() == "" && !reader.isDone)
        }
    }
}
