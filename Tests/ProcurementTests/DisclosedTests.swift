import Foundation
import Procurement
import Testing

@Suite struct DisclosedTests {
    private struct Holder: Codable, Equatable { var value: Disclosed<Int> }

    @Test(arguments: [
        (Disclosed<Int>.stated(3), #"{"value":{"stated":3}}"#), (.missing, #"{"value":null}"#),
        (.withheld(Withholding()), #"{"value":{"withheld":{}}}"#),
        (
            .withheld(Withholding(field: "win-ten-val", reason: "oth-int", until: CalendarDate("2030-01-01"))),
            #"{"value":{"withheld":{"field":"win-ten-val","reason":"oth-int","until":"2030-01-01"}}}"#
        ),
    ])
    func survivesItsEncoding(value: Disclosed<Int>, json: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(Holder(value: value)), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(Holder.self, from: Data(json.utf8)) == Holder(value: value))
    }

    @Test func survivesInAList() throws {
        let values: [Disclosed<String>] = [.stated("a"), .missing, .withheld(Withholding(field: "x"))]
        let json = try JSONEncoder().encode(values)
        #expect(try JSONDecoder().decode([Disclosed<String>].self, from: json) == values)
    }

    @Test(arguments: [#"{"value":{}}"#, #"{"value":{"stated":"three"}}"#, #"{"value":3}"#, #"{}"#])
    func refusesEverythingElse(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Holder.self, from: Data(json.utf8)) }
    }

    @Test func tellsTheThreeApart() {
        #expect(Disclosed.stated(3).value == 3)
        #expect(Disclosed<Int>.missing.value == nil)
        #expect(Disclosed<Int>.withheld(Withholding()).value == nil)
        #expect(Disclosed<Int>.withheld(Withholding()).isWithheld)
        #expect(!Disclosed<Int>.missing.isWithheld)
        #expect(!Disclosed.stated(-1).isWithheld)
    }
}
