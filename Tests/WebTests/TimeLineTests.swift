import Procurement
import Testing

@testable import Web

@Suite struct TimeLineTests {
    private let reader = Reader(language: .en)

    private func line(_ ends: [String], months: Int = 12) -> Fields? {
        TimeLine(
            ends: ends.compactMap { CalendarDate($0) }, from: CalendarDate(nearestTo: 2026, 12, 1), months: months,
            reader: reader
        ).fields
    }

    private func list(_ name: String, of fields: Fields?) -> [Fields] {
        guard case .list(let list) = fields?[name] else { return [] }
        return list
    }

    private func text(_ name: String, of fields: Fields?) -> String? {
        guard case .text(let text) = fields?[name] else { return nil }
        return text
    }

    @Test func everyContractHasItsNumberInItsMonth() {
        let fields = line(["2026-12-31", "2027-01-01", "2027-01-31", "2027-12-01"])
        let boxes = list("boxes", of: fields)
        #expect(boxes.map { text("text", of: $0) } == ["1", "2", "3", "4"])
        #expect(boxes.map { text("x", of: $0) } == ["4", "36", "36", "388"])
        #expect(list("ticks", of: fields).count == 13)
    }

    @Test func quartersBeginWithTheYear() {
        let ticks = list("ticks", of: line(["2027-02-01"], months: 24))
        #expect(ticks.map { text("word", of: $0) }.prefix(3) == ["Q4", "Q1", "Q2"])
        #expect(ticks.map { text("year", of: $0) }.prefix(3) == ["2026", "2027", nil])
    }

    @Test func manyAreCountedAndWhatLiesOutsideIsNot() {
        let boxes = list("boxes", of: line([String](repeating: "2027-01-15", count: 41) + ["2031-01-01"]))
        #expect(boxes.map { text("text", of: $0) } == ["41"])
        #expect(line(["2031-01-01"]) == nil)
        #expect(line([]) == nil)
    }
}

@Suite struct CountyTilesTests {
    @Test func everyCountyHasATileOfItsOwn() {
        #expect(CountyTiles.counties.count == 21)
        #expect(Set(CountyTiles.counties.map(\.code)).count == 21)
        #expect(Set(CountyTiles.counties.map { "\($0.column) \($0.row)" }).count == 21)
        #expect(CountyTiles.name("SE110") == "Stockholm")
        #expect(CountyTiles.name("SE11") == nil)
    }

    @Test func nothingToShowIsNoDrawing() {
        #expect(CountyTiles(counts: ["DE111": 4], reader: Reader(language: .sv)).fields == nil)
    }
}

@Suite struct AboutPageTests {
    @Test(
        arguments: [
            ("tillganglighet@ekby.se", "tillganglighet@ekby.se"), ("https://ekby.se/fel", "https://ekby.se/fel"),
            (" a@b.se ", "a@b.se"), ("javascript:alert(1)", nil), ("http://ekby.se", nil), ("a@b@c.se", nil),
            ("a@b.se?bcc=c@d.se", nil), ("", nil),
        ] as [(String, String?)])
    func faultsGoToAnAddressOrAPageAlone(text: String, expected: String?) {
        #expect(AboutPage.report(text) == expected)
    }
}
