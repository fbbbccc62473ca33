import Containers
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct JSONParserTests {
    static let texts: [(String, JSONValue)] = [
        ("null", nil), ("true", true), (" \t\r\n false ", false), ("\"\"", ""), ("[]", []), ("{}", [:]),
        (#"[1,[2,{"a":null}]]"#, [1, [2, ["a": nil]]]),
        (#"{"b":1,"a":[true,"x"]}"#, ["b": 1, "a": [true, "x"]]),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u00e5\uD83D\uDE80 å🚀""#, "å🚀 å🚀"),
        (#""\u0000""#, "\0"),
    ]

    @Test(arguments: texts)
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONParser.parse(text) == value)
    }

    @Test(arguments: ["9007199254740993", "-0", "1.10", "1E400", "123456789012345678901234567890", "0e-0"])
    func keepsNumbersAsTheyWereWritten(text: String) throws {
        #expect(try JSONParser.parse(text) == .number(JSONNumber(text: text)))
        #expect(try JSONParser.parse("[\(text)]").description == "[\(text)]")
    }

    @Test func keepsMembersInOrderAndRepeats() throws {
        let object = try #require(try JSONParser.parse(#"{"b":1,"a":2,"b":3}"#).object)
        #expect(object.members.map(\.name) == ["b", "a", "b"])
        #expect(object["b"] == 3)
        #expect(object.repeatedName == "b")
    }

    @Test func limitsDepth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSONParser.parse(nested(64)) }
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(nested(65)) }
        #expect(error?.reason == .deeperThan(64))
        #expect(error?.byte == 64)
        let side = "[" + Array(repeating: nested(63), count: 3).joined(separator: ",") + "]"
        #expect(throws: Never.self) { try JSONParser.parse(side) }
    }

    @Test(arguments: [
        ("", 0, 1, 1), ("[1,]", 3, 1, 4), ("{\"å\": nul}", 10, 1, 10), ("[\n  1\n  2]", 8, 3, 3), ("[1] x", 4, 1, 5),
        ("[01]", 2, 1, 3), ("\"\\x\"", 2, 1, 3),
    ])
    func saysWhere(text: String, byte: Int, line: Int, column: Int) throws {
        let error = try #require(throws: JSONSyntaxError.self) { try JSONParser.parse(text) }
        #expect((error.byte, error.line, error.column) == (byte, line, column))
    }

    @Test(arguments: [
        #""\ud800""#, #""\ud800x""#, #""\ud800\u0041""#, #""\udc00""#, #""\ud800\ud800""#, #"{"\ud800":1}"#,
    ])
    func refusesLoneSurrogates(text: String) {
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(text) }
    }

    /// Cut short, and with one byte changed: never a crash, and what is read is read back the same.
    @Test func survivesMutations() throws {
        var random = SplitMix64(seed: 20_260_131)
        let text = Array(#"{"a":[1,-2.5e+7,"\u00e5\n",{"b":null,"c":[true,false]}],"å":"x\\y"}"#.utf8)
        var read = 0
        for _ in 0..<20_000 {
            var mutant = text
            for _ in 0...Int.random(in: 0..<3, using: &random) where !mutant.isEmpty {
                let place = Int.random(in: 0..<mutant.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: mutant[place] = UInt8.random(in: 0...255, using: &random)
                case 1: mutant.remove(at: place)
                default: mutant = Array(mutant[..<max(1, place)])
                }
            }
            guard let value = try? JSONParser.parse(mutant) else { continue }
            read += 1
            #expect(try JSONParser.parse(value.bytes) == value)
        }
        #expect(read > 400)
    }
}

@Suite(.enabled(if: Corpora.path("hostile/json") != nil, "TORG_CORPUS names no folder with hostile/json"))
struct HostileJSONTests {
    @Test func readsAllThatMustBeRead() throws {
        let files = try Corpora.hostileJSON("y_")
        #expect(files.count == 95)
        for (name, bytes) in files {
            #expect(throws: Never.self, "\(name)") {
                let value = try JSONParser.parse(bytes)
                #expect(try JSONParser.parse(value.bytes) == value, "\(name)")
            }
        }
    }

    @Test func refusesAllThatMustBeRefused() throws {
        let files = try Corpora.hostileJSON("n_")
        #expect(files.count == 188)
        for (name, bytes) in files { #expect(throws: JSONSyntaxError.self, "\(name)") { try JSONParser.parse(bytes) } }
    }

    @Test func survivesTheRest() throws {
        let files = try Corpora.hostileJSON("i_")
        #expect(files.count == 35)
        for (_, bytes) in files { _ = try? JSONParser.parse(bytes) }
    }
}
