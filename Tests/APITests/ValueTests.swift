import API
import JSON
import JSONRPC
import Procurement
import Testing

@Suite struct PointsTests {
    private func text(_ value: some JSONWritable) throws -> String {
        String(decoding: try JSONText(writing: value).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (0.0, "0"), (1, "1"), (0.364, "0.364"), (0.8312, "0.8312"), (-0.25, "-0.25"), (1e-6, "0.000001"),
        (1e-7, "0"), (0.1 + 0.2, "0.3"), (2.0 / 3, "0.666667"), (0.0000005, "0"), (0.0000015, "0.000002"),
    ])
    func areDecimalsWithAtMostSixPlaces(value: Double, wire: String) throws {
        #expect(try text(Points(value)) == wire)
        #expect("\(Points(value))" == wire)
        #expect(try ValueDecoder.decode(Points.self, from: try JSONParser.parse(wire)) == Points(value))
    }

    @Test func neverTrapOnOddNumbers() {
        #expect(Points(.nan) == .zero)
        #expect(Points(.infinity) > .one)
        #expect(Points(-.infinity) < .zero)
    }

    /// What the contract promises of a score, read as a client reads it: by the decimals on the wire.
    @Test func sumExactly() throws {
        var state: UInt64 = 5
        for _ in 0..<1_000 {
            let parts = (0..<10).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Points(millionths: Int(state >> 40) % 100_000)
            }
            let score = parts.reduce(.zero, +)
            let decimals = try parts.map { part -> Int in
                let digits = try text(part).split(separator: ".").dropFirst().first ?? ""
                return Int(digits.padding(to: 6)) ?? 0
            }
            #expect(decimals.reduce(0, +) == score.millionths)
        }
    }
}

extension Substring {
    fileprivate func padding(to count: Int) -> String { self + String(repeating: "0", count: count - self.count) }
}

@Suite struct DateTests {
    @Test(arguments: ["2021-09-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func takesDaysThatExist(text: String) throws {
        #expect(CalendarDate(written: text)?.description == text)
    }

    @Test(arguments: [
        "", "2021-9-1", "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-01-00", "2021-01-32",
        "2021-01-01T00:00:00Z", "2021/01/01", "20210101", "२०२१-०१-०१",
    ])
    func refusesOthers(text: String) {
        #expect(CalendarDate(written: text) == nil)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_767_225_599, "2025-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
    func countsSeconds(seconds: Int, text: String) {
        #expect(Moment(secondsSinceEpoch: seconds).text == text)
        #expect(Moment(text)?.text == text)
    }

    @Test(arguments: ["2021-09-01", "2021-09-01T24:00:00Z", "2021-09-01T00:00:00", "2021-09-01T00:00:00+01"])
    func refusesOtherTimes(text: String) {
        #expect(Moment(text) == nil)
    }
}

@Suite struct DisclosureTests {
    private func text(_ value: some JSONWritable) throws -> String {
        String(decoding: try JSONText(writing: value).bytes, as: UTF8.self)
    }

    @Test func keepsMissingWithheldAndStatedApart() throws {
        let stated = AwardDetail(
            outcome: "awarded", value: .stated(Amount(amount: "1.00", currency: "SEK")), tendersReceived: .stated(3))
        #expect(try text(stated).contains(#""value":{"amount":"1.00","currency":"SEK"},"tendersReceived":3"#))
        let withheld = AwardDetail(outcome: "awarded", value: .withheld(Withholding(reason: "oth-int")))
        #expect(try text(withheld).contains(#""value":{"withheld":{"reason":"oth-int"}}"#))
        let missing = AwardDetail(outcome: "awarded")
        #expect(try !text(missing).contains("value"))
        for award in [stated, withheld, missing] {
            let value = try JSONValue(writing: award)
            #expect(try ValueDecoder.decode(AwardDetail.self, from: value) == award)
        }
    }
}

@Suite struct ImportCountsTests {
    @Test func seenIsTheSumOfTheOthers() throws {
        let counts = ImportCounts(stored: 5, unchanged: 4, superseded: 3, refused: 2, conflicting: 1)
        let text = String(decoding: try JSONText(writing: counts).bytes, as: UTF8.self)
        #expect(
            text == #"{"seen":15,"stored":5,"unchanged":4,"superseded":3,"refused":2,"conflicting":1}"#)
        let foreign = ImportCounts(stored: 5, foreign: 4)
        #expect(foreign.seen == 9)
        let coded = try JSONText(writing: foreign)
        #expect(try ValueDecoder.decode(ImportCounts.self, from: JSONParser.parse(coded.bytes)) == foreign)
    }
}

@Suite struct RankedSuppliersTests {
    /// What the types write themselves is what `Codable` writes.
    @Test func writesTheSameEitherWay() throws {
        var bare = MatchNotice.example.result
        bare.matches[0].supplier.size = nil
        bare.matches[0].signals[0].value = nil
        bare.matches[0].evidence[0].date = nil
        bare.matches[0].evidence[0].buyer = nil
        var several = MatchNotice.example.result
        several.matches += several.matches + bare.matches
        several.matches[1].supplier.name = "Å\"\\\n\u{1}🚀"
        several.matches[1].signals = []
        several.matches[1].evidence += several.matches[1].evidence
        several.considered = -1
        several.weights = [:]
        several.newcomers = []
        several.remarks = ["No such buyer: “Ekby”", "x"]
        several.withoutPlace = 3
        several.dataThrough = nil
        several.setting = QuestionSetting(buyer: BuyerQuery(name: "Ekby"), nuts: [])
        bare.setting = QuestionSetting(buyer: BuyerQuery())
        bare.newcomers = bare.matches
        var placed = bare
        placed.setting = QuestionSetting(buyer: BuyerQuery(id: "1", name: "Ekby"), nuts: ["SE121", "SE"])
        var nowhere = bare
        nowhere.setting = QuestionSetting(nuts: ["SE"])
        for ranked in [MatchNotice.example.result, bare, several, placed, nowhere] {
            try expectWrittenAsFoundationDoes(ranked)
        }
    }
}

@Suite struct SuppliersFindWritingTests {
    /// What the types write themselves is what `Codable` writes.
    @Test func writesTheSameEitherWay() throws {
        let example = SuppliersFind.example.result
        var bare = example
        bare.suppliers[0].number = nil
        bare.suppliers[0].size = nil
        bare.suppliers[0].nuts = []
        bare.suppliers[0].lastAward = nil
        var several = example
        several.suppliers += bare.suppliers + example.suppliers
        several.suppliers[1].name = "Å\"\\\n\u{1}🚀"
        several.suppliers[1].nuts = ["SE121", "SE"]
        several.next = "12-se-1"
        for found in [example, bare, several, SuppliersFind.Result(suppliers: [], generation: 0)] {
            try expectWrittenAsFoundationDoes(found)
        }
    }
}

@Suite struct MatchNoticeReadingTests {
    private typealias Parameters = MatchNotice.Parameters

    /// What is read plainly is what `Codable` reads.
    @Test(arguments: [
        #"{"notice":{"id":"1-2021"}}"#, #"{"notice":"1-2021"}"#, #"{"notice":{"title":"x","lots":[{"cpv":["722*"]}]}}"#,
        #"{"notice":{"title":"x"},"where":{"size":["sme"]},"language":"en","weights":{"cpv":0.5}}"#,
        #"{"notice":{"title":"Städ"}}"#,
        #"{"notice":{"title":"","description":"åäö","cpv":["722*"],"nuts":[],"buyer":{},"kind":"works"},"limit":1}"#,
        #"{"explain":false,"keep":true,"notice":{"buyer":{"name":"Ekby","id":"212000-0142"},"title":"x"},"limit":1e3}"#,
    ])
    func readsTheSameEitherWay(_ text: String) throws {
        let value = try JSONParser.parse(text)
        let plain = try #require(Parameters(plain: value))
        #expect(try plain == ValueDecoder.decodeByCodable(Parameters.self, from: value))
    }

    /// What has anything unusual in it is left to `Codable`, which knows what is wrong with it, if anything is.
    @Test(arguments: [
        #"[]"#, #"{}"#, #"{"notice":{}}"#, #"{"notice":{"title":"x","id":"1-2021"}}"#,
        #"{"notice":{"title":null}}"#, #"{"notice":{"title":"x","kind":"work"}}"#,
        #"{"notice":{"title":"x","kind":null}}"#,
        #"{"notice":{"title":"x","titel":"x"}}"#, #"{"notice":{"title":"x","title":"x"}}"#,
        #"{"notice":{"title":"x","cpv":["722*",1]}}"#, #"{"notice":{"title":"x","cpv":"722*"}}"#,
        #"{"notice":{"title":"x","lots":[{}],"titel":"x"}}"#, #"{"notice":{"title":"x","buyer":{"nmae":"x"}}}"#,
        #"{"notice":{"title":"x"},"limit":0}"#, #"{"notice":{"title":"x"},"limit":1001}"#,
        #"{"notice":{"title":"x"},"limit":1.5}"#, #"{"notice":{"title":"x"},"limit":1,"limit":2}"#,
        #"{"notice":{"title":"x"},"explain":1}"#, #"{"notice":{"title":"x"},"where":{"sizes":[]}}"#,
        #"{"notice":{"title":"x"},"explian":true}"#, #"{"notice":{"title":"x"},"notice":{"title":"y"}}"#,
    ])
    func leavesTheRestToCodable(_ text: String) throws {
        #expect(Parameters(plain: try JSONParser.parse(text)) == nil)
    }
}
