import Containers
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing

/// Shapes that a contract has: optional members, lists, enumerations, either-or, members shared by two types.
private struct Order: Codable, Hashable {
    enum Kind: String, Codable, CaseIterable { case services, supplies }

    struct Line: Codable, Hashable {
        var name: String
        var count: Int
        var price: Double?
    }

    var title: String
    var kind: Kind?
    var lines: [Line] = []
    var big: UInt64?
    var flag: Bool?
}

/// Two types on one object: each asks for its own members.
private struct Shared: Decodable, Hashable {
    struct Options: Codable, Hashable {
        var limit: Int?
    }

    var name: String
    var options: Options

    enum CodingKeys: CodingKey { case name }

    init(name: String, options: Options) {
        self.name = name
        self.options = options
    }

    init(from decoder: any Decoder) throws {
        name = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .name)
        options = try Options(from: decoder)
    }
}

@Suite struct ValueDecoderTests {
    private func error<T: Decodable>(_ type: T.Type, _ text: String) throws -> ParameterError {
        try #require(throws: ParameterError.self) { try ValueDecoder.decode(type, from: try JSONParser.parse(text)) }
    }

    @Test func readsWhatIsThere() throws {
        let text =
            #"{"title":"Åkeri","lines":[{"name":"a","count":2.0},{"name":"b","count":3,"price":0.5}],"kind":"supplies","big":18446744073709551615,"flag":null}"#
        let order = try ValueDecoder.decode(Order.self, from: try JSONParser.parse(text))
        #expect(
            order
                == Order(
                    title: "Åkeri", kind: .supplies,
                    lines: [.init(name: "a", count: 2), .init(name: "b", count: 3, price: 0.5)], big: .max))
    }

    @Test(arguments: [
        (#"{"title":1,"lines":[]}"#, "title", "a string", "the number 1"),
        (#"{"title":"a","lines":[{"name":"x","count":"2"}]}"#, "lines[0].count", "a whole number", "“2”"),
        (#"{"title":"a","lines":[{"name":"x","count":2.5}]}"#, "lines[0].count", "a whole number", "the number 2.5"),
        (#"{"title":"a","lines":{}}"#, "lines", "an array", "an empty object"),
        (
            #"{"title":"a","lines":[],"big":-1}"#, "big", "a whole number from 0 to 18446744073709551615",
            "the number -1"
        ),
        (#"{"title":"a","lines":[7]}"#, "lines[0]", "an object", "the number 7"),
        (#"{"lines":[]}"#, "title", "a value: it is required", "nothing"),
        (#"{"title":null,"lines":[]}"#, "title", "a string", "null"),
        (#"{"title":"a","lines":[],"flag":0}"#, "flag", "true or false", "the number 0"),
        (#"[]"#, "", "an object", "an empty array"),
        (#"{"title":"a","title":"b","lines":[]}"#, "title", "each name once", "the same name again"),
        (
            #"{"title":"a","lines":[{"name":"x","count":1e999}]}"#, "lines[0].count", "a whole number",
            "the number 1e999"
        ),
        (
            #"{"title":"a","lines":[{"name":"x","count":1,"price":1e999}]}"#, "lines[0].price",
            "a number that a double can hold", "the number 1e999"
        ),
    ])
    func saysWhatWasWrong(text: String, parameter: String, expected: String, came: String) throws {
        #expect(try error(Order.self, text) == ParameterError(parameter: parameter, expected: expected, came: came))
    }

    @Test func listsTheWordsOfAnEnumeration() throws {
        let error = try error(Order.self, #"{"title":"a","lines":[],"kind":"service"}"#)
        #expect(error.expected == "one of “services”, “supplies” (did you mean “services”?)")
        #expect(error.came == "“service”")
    }

    @Test(arguments: [
        (#"{"title":"a","lines":[],"kidn":"x"}"#, "kidn", "a known name (did you mean “kind”?)"),
        (#"{"titel":"a","lines":[]}"#, "titel", "a known name (did you mean “title”?)"),
        (
            #"{"title":"a","lines":[{"name":"x","count":1,"cuont":2}]}"#, "lines[0].cuont",
            "a known name (did you mean “count”?)"
        ),
        (#"{"title":"a","lines":[],"xyz":1}"#, "xyz", "one of “title”, “kind”, “lines”, “big”, “flag”"),
        (#"{"title":"a","lines":[],"811228-9874":1}"#, "XXXXXX-XXXX", "one of “title”, “kind”, “lines”, “big”, “flag”"),
    ])
    func namesStrangersAndTheNearestKnown(text: String, parameter: String, expected: String) throws {
        let error = try error(Order.self, text)
        #expect(error.parameter == parameter)
        #expect(error.expected == expected)
    }

    @Test func passesOverStrangersWhenAsked() throws {
        let value = try JSONParser.parse(#"{"title":"a","lines":[],"new":{"x":1}}"#)
        #expect(try ValueDecoder.decode(Order.self, from: value, unknown: .ignored) == Order(title: "a"))
    }

    @Test func letsTwoTypesShareAnObject() throws {
        let value = try JSONParser.parse(#"{"limit":3,"name":"x"}"#)
        let shared = Shared(name: "x", options: .init(limit: 3))
        #expect(try ValueDecoder.decode(Shared.self, from: value) == shared)
        #expect(try error(Shared.self, #"{"limt":3,"name":"x"}"#).expected == "a known name (did you mean “limit”?)")
    }

    @Test func readsWhatFoundationWrites() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<500 {
            let order = Order(
                title: String(UInt64.random(in: 0...(.max), using: &random), radix: 36),
                kind: [nil, .services, .supplies].randomElement(using: &random)!,
                lines: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    Order.Line(
                        name: "\u{1}å", count: Int(truncatingIfNeeded: random.next()),
                        price: Double(bitPattern: random.next() & 0x7FEF_FFFF_FFFF_FFFF))
                }, big: random.next(), flag: Bool.random(using: &random))
            let value = try JSONParser.parse([UInt8](JSONEncoder().encode(order)))
            #expect(try ValueDecoder.decode(Order.self, from: value) == order)
        }
    }

    @Test func readsManyMembersFast() throws {
        let members = (0..<50_000).map { JSONObject.Member(name: "n\($0)", value: 1) }
        let map = try ValueDecoder.decode([String: Int].self, from: .object(JSONObject(members)))
        #expect(map.count == 50_000)
    }
}
