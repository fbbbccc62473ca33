import Foundation
import Testing

@testable import Dialogue

@Suite struct DossierValueTests {
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
    ])
    func `has one way to be written`(json: String, canonical: String) throws {
        let value = try DossierValue(json: Data(json.utf8))
        #expect(value.canonicalText == canonical)
        #expect(try DossierValue(json: value.canonicalBytes).canonicalText == canonical)
    }

    @Test func `every double reads back as itself`() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<5000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(Double(CanonicalWriter.number(value)) == value)
        }
    }

    @Test func `refuses what JSON can't say`() {
        #expect(throws: DialogueError.self) { try DossierValue(encoding: [Double.infinity]) }
        #expect(throws: DialogueError.self) { try DossierValue(json: Data("[1".utf8)) }
    }

    @Test func `tells exactly what has changed`() throws {
        let before = try DossierValue(json: Data(#"{"a":[1,{"b":2},3],"c":"x","d":1}"#.utf8))
        let after = try DossierValue(json: Data(#"{"a":[1,{"b":5}],"c":"x","e":null}"#.utf8))
        let changes = DossierDifference.between(before, after)
        #expect(changes.map(\.path) == ["a[1].b", "a[2]", "d", "e"])
        #expect(changes[0].before == .integer(2) && changes[0].after == .integer(5))
        #expect(changes[1].after == nil && changes[3].before == nil)
        #expect(DossierDifference.between(before, before).isEmpty)
    }
}
