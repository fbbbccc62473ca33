import Dialogue
import JSON
import Testing

@Suite struct DossierDifferenceTests {
    @Test func `tells exactly what has changed`() {
        let before: JSONValue = ["a": [1, ["b": 2], 3], "c": "x", "d": 1]
        let after: JSONValue = ["c": "x", "a": [1, ["b": 5]], "e": nil]
        let changes = DossierDifference.between(before, after)
        #expect(changes.map(\.path) == ["a[1].b", "a[2]", "d", "e"])
        #expect(changes[0].before == 2 && changes[0].after == 5)
        #expect(changes.map { $0.before?.kind } == ["a number", "a number", "a number", nil])
        #expect(changes.map { $0.after?.kind } == ["a number", nil, nil, "null"])
        #expect(DossierDifference.between(before, before).isEmpty)
    }
}
