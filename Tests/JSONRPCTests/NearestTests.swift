import JSON
import JSONRPC
import TestSupport
import Testing

@Suite struct NearestTests {
    private let names = ["limit", "explain", "weights", "where", "notice"]

    @Test(arguments: [
        ("limt", "limit"), ("Limit", "limit"), ("wieghts", "weights"), ("explian", "explain"), ("notise", "notice"),
    ])
    func findsTheSlip(word: String, meant: String) {
        #expect(Nearest.of(word, among: names) == meant)
    }

    @Test(arguments: [("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("same", "same", 0)])
    func countsEdits(left: String, right: String, distance: Int) {
        #expect(Nearest.distance(left, right) == distance)
        #expect(Nearest.distance(right, left) == distance)
    }

    @Test(arguments: ["", "x", "supplier", "lim"])
    func findsNothingFarAway(word: String) {
        #expect(Nearest.of(word, among: names) == nil)
    }
}

@Suite struct ExcerptTests {
    @Test(arguments: WrittenForms.all) func masksAPersonalNumber(form: String) {
        #expect(!WrittenForms.isHeld(by: Excerpt.of(.string("Fia Ek \(form)"))))
        #expect(!WrittenForms.isHeld(by: Excerpt.of(.string(String(repeating: form + "; ", count: 20)))))
    }

    @Test(arguments: ["72200000", "2021-09-01", "556859-2918", "900319-2021", "123456-2021", "9223372036854775807"])
    func leavesWhatIsNobodysLegible(text: String) {
        #expect(Excerpt.of(.string(text)) == "“\(text)”")
    }

    @Test func masksNumbersToo() {
        #expect(Excerpt.of(8_112_289_874) == "the number XXXXXX-XXXX")
        #expect(Excerpt.of(9_223_372_036_854_775_807) == "the number 9223372036854775807")
    }

    /// A number that the end of the glimpse cuts through is hidden as well, however much of it is left.
    @Test(arguments: 0...70) func hidesANumberThatIsCutThrough(before: Int) {
        for number in ["8112289874", "811228-9874", "19811228-9874", "811228\u{a0}9874", "SE811228987401"] {
            let shown = Excerpt.of(.string(String(repeating: "x", count: before) + number + " och mer"))
            let digits = shown.filter(\.isNumber)
            #expect(digits.isEmpty, "\(shown)")
        }
    }

    @Test func aLongTextIsNobodysSlip() {
        #expect(Nearest.of(String(repeating: "limit", count: 100), among: ["limit"]) == nil)
    }

    @Test func staysShort() {
        #expect(Excerpt.of(.string(String(repeating: "å", count: 100))).count == 63)
        #expect(Excerpt.of([1, 2]) == "an array of 2")
    }
}
