import API
import JSON
import JSONRPC
import Procurement
import Testing

/// How large what a caller sends may be.
@Suite struct BoundTests {
    /// Walks through all that may be sent, as the contract's document has it.
    @Test func everyParameterHasABound() throws {
        let document = OpenRPC.document
        let schemas = try #require(document["components"]?["schemas"])
        var seen: Set<String> = []
        var unbounded: [String] = []
        var kinds: Set<String> = []
        func walk(_ schema: JSONValue, _ path: String) {
            if let reference = schema["$ref"]?.string {
                let name = String(reference.dropFirst("#/components/schemas/".count))
                if seen.insert(name).inserted { walk(schemas[name] ?? .null, name) }
                return
            }
            for (index, one) in (schema["oneOf"]?.array ?? []).enumerated() { walk(one, "\(path)|\(index)") }
            guard let kind = schema["type"]?.string else {
                if schema["oneOf"] == nil { unbounded.append("\(path): of any kind") }
                return
            }
            kinds.insert(kind)
            let isBounded =
                switch kind {
                case "integer", "number": schema["minimum"] != nil && schema["maximum"] != nil
                case "string": schema["enum"] != nil || schema["maxLength"] != nil || schema["formatMaximum"] != nil
                case "array": schema["maxItems"] != nil
                case "object": schema["additionalProperties"] == false || schema["maxProperties"] != nil
                default: kind == "boolean"
                }
            if !isBounded { unbounded.append("\(path): \(kind)") }
            if let items = schema["items"] { walk(items, path + "[]") }
            for member in schema["properties"]?.object?.members ?? [] { walk(member.value, "\(path).\(member.name)") }
            if schema["additionalProperties"]?.object != nil {
                walk(schema["additionalProperties"] ?? .null, path + ".*")
            }
        }
        for method in document["methods"]?.array ?? [] {
            for parameter in method["params"]?.array ?? [] {
                walk(
                    try #require(parameter["schema"]),
                    "\(method["name"]?.string ?? "?") \(parameter["name"]?.string ?? "?")")
            }
        }
        #expect(unbounded == [])
        #expect(kinds == ["array", "boolean", "integer", "number", "object", "string"])
    }

    private func error<T: Decodable>(_ type: T.Type, _ text: String) throws -> ParameterError {
        try #require(throws: ParameterError.self) { try ValueDecoder.decode(type, from: try JSONParser.parse(text)) }
    }

    @Test(arguments: [
        (#"{"floor": 9223372036854775807}"#, "floor", "a whole number from 0 to 10000"),
        (#"{"floor": 99999999999999999999999}"#, "floor", "a whole number from 0 to 10000"),
        (#"{"floor": 1e300}"#, "floor", "a whole number from 0 to 10000"),
        (#"{"floor": -1}"#, "floor", "a whole number from 0 to 10000"),
        (#"{"floor": 1.5}"#, "floor", "a whole number"),
        (#"{"capacity": 10001}"#, "capacity", "a whole number from 0 to 10000"),
        (#"{"visitsPerCompany": 65}"#, "visitsPerCompany", "a whole number from 0 to 64"),
        (#"{"smallShare": 1.01}"#, "smallShare", "a number from 0 to 1"),
        (#"{"weights": {"cpv": 1001}}"#, "weights.cpv", "a number from 0 to 1000"),
        (
            #"{"rooms": [{"name": "A", "seats": 4611686018427387904}]}"#, "rooms[0].seats",
            "a whole number from 0 to 10000"
        ),
        (
            #"{"categories": [{"category": {"name": "\u0000", "cpv": []}}]}"#, "categories[0].category.name",
            "a text without the character U+0000"
        ),
        (#"{"details": {"date": "1899-12-31"}}"#, "details.date", "a day from 1900-01-01 to 2200-12-31"),
        (#"{"details": {"date": "9999-12-31"}}"#, "details.date", "a day from 1900-01-01 to 2200-12-31"),
        (#"{"slots": {"starts": "09:00", "count": 65, "minutes": 10}}"#, "slots.count", "a whole number from 1 to 64"),
    ])
    func tellsWhatIsBeyond(text: String, parameter: String, expected: String) throws {
        let error = try error(MeetingPlan.Parameters.self, text)
        #expect(error.parameter == parameter)
        #expect(error.expected == expected)
        #expect(!error.came.isEmpty)
    }

    @Test func tellsHowMuchCame() throws {
        let codes = Array(repeating: #""SE121""#, count: 100_000).joined(separator: ",")
        var error = try error(MatchCategory.Parameters.self, #"{"category": "it", "where": {"nuts": [\#(codes)]}}"#)
        #expect(error.description == "“where.nuts”: expected an array of at most 200, came an array of 100000")
        let long = String(repeating: "å", count: 201)
        error = try self.error(MatchCategory.Parameters.self, #"{"category": "\#(long)"}"#)
        #expect(error.description == "“category”: expected a text of at most 200 characters, came a text of 201")
        error = try self.error(MatchNotice.Parameters.self, #"{"notice": {"title": "x", "cpv": ["\#(long)"]}}"#)
        #expect(error.parameter == "notice.cpv[0]")
        error = try self.error(MatchNotice.Parameters.self, #"{"notice": "\#(long)"}"#)
        #expect(error.parameter == "notice")
        error = try self.error(SuppliersImport.Parameters.self, #"{"path": "/tmp/a\u0000b"}"#)
        #expect(error.description == "“path”: expected a text without the character U+0000, came one with it")
        let slots = Array(repeating: #"{"id": "1", "starts": "09:00", "ends": "10:00"}"#, count: 65)
        error = try self.error(
            MeetingsSchedule.Parameters.self, #"{"hosts": [], "slots": [\#(slots.joined(separator: ","))]}"#)
        #expect(error.description == "“slots”: expected an array of at most 64, came an array of 65")
        let names = (0...100).map { #""s\#($0)": 1"# }.joined(separator: ",")
        error = try self.error(MatchCategory.Parameters.self, #"{"category": "it", "weights": {\#(names)}}"#)
        #expect(error.description == "“weights”: expected an object with at most 100 members, came an object with 101")
    }

    /// The ends themselves are within, and characters count, not bytes.
    @Test func takesWhatIsWithin() throws {
        let name = String(repeating: "å", count: 200)
        let parameters = try ValueDecoder.decode(
            MeetingPlan.Parameters.self,
            from: try JSONParser.parse(
                #"{"floor": 10000, "smallShare": 1, "dossier": "\#(name)", "details": {"date": "2200-12-31"}}"#))
        #expect(parameters.floor == 10_000 && parameters.dossier == name && parameters.smallShare == .one)
    }

    /// An answer, and what was asked before there were bounds, may hold more.
    @Test func holdsNothingElseToThem() throws {
        let value = try JSONParser.parse(#"{"category": "it", "monthsAhead": 1000}"#)
        #expect(throws: ParameterError.self) { try ValueDecoder.decode(CategoriesCard.Parameters.self, from: value) }
        for unknown in [ValueDecoder.UnknownMembers.refusedInKept, .ignored] {
            let parameters = try ValueDecoder.decode(CategoriesCard.Parameters.self, from: value, unknown: unknown)
            #expect(parameters.monthsAhead == 1000)
        }
    }

    /// The quick reader of what is asked most knows the bounds too.
    @Test(arguments: ["title", "description"])
    func holdsThePlainNoticeToThem(member: String) throws {
        let long = String(repeating: "x", count: 100_001)
        let value = try JSONParser.parse(
            #"{"notice": {"title": "x", "\#(member)": "\#(long)"}}"#
                .replacing(#""title": "x", "title""#, with: #""title""#))
        let error = try #require(throws: ParameterError.self) {
            try ValueDecoder.decode(MatchNotice.Parameters.self, from: value)
        }
        #expect(error.parameter == "notice.\(member)")
    }
}
