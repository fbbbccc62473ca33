import Language
import Procurement
import Testing

@testable import Matching

@Suite struct GazetteerTests {
    @Test(arguments: [
        ("Umeå kommun", ["SE331/2480"]), ("LULEÅ KOMMUN", ["SE332/2580"]), ("Lunds kommun", ["SE224/1281"]),
        ("Region Skåne", ["SE224/0"]), ("REGION KALMAR LÄN", ["SE213/0"]), ("Kalmar kommun", ["SE213/880"]),
        ("Skolskjuts i Ale", ["SE232/1440"]), ("Ale kommun", ["SE232/1440"]), ("Mark och anläggning", []),
        ("Region Stockholm", ["SE110/0"]), ("Borås Stad", ["SE232/1490"]), ("Malung-Sälens kommun", ["SE312/2023"]),
        ("Färdtjänst Umeå och Piteå", ["SE331/2480", "SE332/2581"]),
        ("Länsstyrelsen Västra Götalands län", ["SE232/0"]),
    ])
    func finds(text: String, places: [String]) {
        #expect(Gazetteer.places(in: text).map { "\($0.region)/\($0.municipality)" } == places)
    }

    /// By numbers of words the same is found as in the text.
    @Test func findsTheSameByNumbersOfWords() {
        let texts = [
            "Skolskjuts i Ale", "Ale kommun", "Ale och Malung-Sälens kommun", "Region Kalmar län, Umeå och Lunds stad",
            "Länsstyrelsen Västra Götalands län", "Mark och anläggning", "i Mark", "Upplands Väsby", "Upplands", "",
            "Region Jönköping", "Stockholms läns landsting i Boden", "Västra Götaland och Västra Götalands",
            "Väsby Upplands",
        ]
        var reader = WordReader()
        let rows = texts.map { text in
            var row: [Int32] = []
            reader.read(text, into: &row)
            return row
        }
        let finder = PlaceFinder(reader.words)
        for (text, row) in zip(texts, rows) {
            #expect(finder.first(in: row[...]) == Gazetteer.places(in: text).first, "\(text)")
            #expect(finder.last(in: row[...]) == Gazetteer.places(in: text).last, "\(text)")
        }
    }

    @Test func nearnessByMunicipalityCountyAndNeighbour() throws {
        func place(_ name: String) throws -> Place { try #require(Gazetteer.places(in: name).first) }
        let umea = try place("Umeå")
        #expect(umea.nearness(to: umea) == 1)
        #expect(umea.nearness(to: try place("Skellefteå")) == 0.5)
        #expect(umea.nearness(to: try place("Region Västerbotten")) == 0.6)
        #expect(umea.nearness(to: try place("Luleå")) == 0.15)
        #expect(umea.nearness(to: try place("Lund")) == 0)
    }

    @Test(arguments: [
        ("NO060", "NO060", 0.6), ("NO060", "NO06", 0.6), ("NO060", "NO071", 0), ("DE212", "DE21H", 0.15),
        ("DE212", "DE", 0.15), ("SE331", "SE33", 0.6), ("SE224", "SE33", 0),
    ])
    func nearnessByNUTS(one: String, other: String, nearness: Float) throws {
        let (left, right) = (try #require(NUTSCode(one)), try #require(NUTSCode(other)))
        #expect(Place(region: left).nearness(to: Place(region: right)) == nearness)
        #expect(Place(region: right).nearness(to: Place(region: left)) == nearness)
    }

    @Test func everyCountyHasItsMunicipalities() {
        #expect(SwedishPlaces.counties.count == 21)
        let names = SwedishPlaces.counties.flatMap { $0.municipalities.split(separator: ",") }
        #expect(names.count == 290)
        for (region, neighbours) in Gazetteer.neighbours {
            for neighbour in neighbours { #expect(Gazetteer.neighbours[neighbour]?.contains(region) == true) }
        }
    }
}
