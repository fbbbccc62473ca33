import Containers
import Foundation
import JSON
import Testing

@Suite struct CanonicalTests {
    @Test(arguments: [
        // RFC 8785, section 3.2.2 and appendix B.
        (
            #"{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]}"#,
            #"{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}"#
        ),
        (#"["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"]"#, "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]"),
        (
            #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#,
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}"
        ),
        (" [ true , null , false , [ ] , { } ] ", "[true,null,false,[],{}]"),
        (
            "[9007199254740993,-9223372036854775808,1.0,-0.0,1e20,1e21,123456.789e3,0.000001,1e-7]",
            "[9007199254740993,-9223372036854775808,1,0,100000000000000000000,1e+21,123456789,0.000001,1e-7]"
        ),
        (#"{"b":1,"a":2,"b":3}"#, #"{"a":2,"b":3}"#), ("1e400", "1e400"),
    ])
    func hasOneWayToBeWritten(json: String, canonical: String) throws {
        let value = try JSONParser.parse(json).canonical
        #expect(value.description == canonical)
        #expect(try JSONParser.parse(canonical) == value && value.canonical == value)
    }

    @Test func everyDoubleReadsBackAsItself() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<5000 {
            let value = Double(bitPattern: random.next())
            guard let number = JSONNumber(value) else { continue }
            let canonical = JSONValue.number(number).canonical
            #expect(canonical.number?.double == value)
            #expect(try JSONParser.parse(canonical.description) == canonical)
        }
    }
}
