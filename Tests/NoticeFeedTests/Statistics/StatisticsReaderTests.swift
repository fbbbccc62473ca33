import Foundation
import NoticeFeed
import Procurement
import TestSupport
import Testing

@Suite struct StatisticsReaderTests {
    private static let header = [
        "Upphandlings-ID", "Anbudsområdes-ID", "År", "Upphandlingens titel", "Namn för köpare",
        "Organisationsnummer för köpare", "Namn för leverantör", "Organisationsnummer för leverantör",
        "Juridisk form för leverantör", "Kontrakterad", "Antal kontrakterade anbud *", "Något nytt",
    ]

    private struct Read {
        var notices: [Notice] = []
        var refusals: [Refusal] = []
        var counts: RowCounts?

        var tenderings: [Tendering] { notices.compactMap(\.tendering) }
    }

    private func read(_ bytes: [UInt8], reader: FeedReader = FeedReader()) throws -> Read {
        let folder = try TemporaryFolder()
        let path = folder.file("a.csv")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var read = Read()
        try reader.read(path) { outcome in
            switch outcome {
            case .notice(let notice, _): read.notices.append(notice)
            case .refusal(let refusal): read.refusals.append(refusal)
            case .rows(let counts, _): read.counts = counts
            }
        }
        return read
    }

    private func read(_ rows: [[String]], header: [String] = header, mark: Bool = true) throws -> Read {
        let text = ([header] + rows).map { $0.joined(separator: ";") + "\r\n" }.joined()
        return try read((mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8))
    }

    private static func row(
        _ name: String, _ number: String, _ outcome: String = "Kontrakterad", procurement: String = "P1",
        lot: String = "L1",
        year: String = "2024", title: String = "Städning", form: String = "Övriga aktiebolag"
    ) -> [String] {
        [procurement, lot, year, title, "Norrvika kommun", "164990000012", name, number, form, outcome, "", "x"]
    }

    // MARK: Packed

    /// The fixture alone, packed with gzip, and as one of several members of a zip, where an XML document before it and one behind
    /// it are read as ever; damaged it is refused, and what came before stays.
    @Test func packedStatisticsAreReadAsTheFileItself() throws {
        let folder = try TemporaryFolder()
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Repository.path("Fixtures/statistics.csv"))))
        let plain = try read(bytes)
        #expect(plain.notices.count > 10)
        let path = folder.file("s.csv")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let gzip = try Data(contentsOf: URL(fileURLWithPath: try ArchiveBuilder.gzip(path)))
        let packed = try read([UInt8](gzip))
        #expect(packed.notices == plain.notices && packed.counts == plain.counts)
        #expect(packed.refusals.map(\.reason) == plain.refusals.map(\.reason))

        let zip = ArchiveBuilder.zip(bytes: [
            ("a.xml", Array("<nothing/>".utf8)), ("data/s.csv", bytes), ("z.xml", Array("<nothing/>".utf8)),
        ])
        let member = try read(zip)
        #expect(member.notices == plain.notices && member.counts == plain.counts)
        #expect(member.refusals.count == plain.refusals.count + 2)
        #expect(member.refusals.contains { $0.position.file.hasSuffix("a.csv!data/s.csv") } == !plain.refusals.isEmpty)

        let cut = try read([UInt8](gzip.prefix(gzip.count / 2)))
        #expect(cut.refusals.contains { $0.reason == "broken-archive" } && cut.notices.isEmpty)
    }

    // MARK: Suppliers

    @Test func numbersHaveTenDigitsOrTwelveAndNoSpaces() throws {
        let read = try read([Self.row("A AB ", "4999010400 "), Self.row("B AB", "164999011556", "Inte kontrakterad ")])
        let lot = try #require(read.tenderings.first?.lots.first)
        #expect(lot.contracted?.tenderers.map(\.number) == ["SE4999010400"])
        #expect(lot.losers.map(\.number) == ["SE4999011556"])
        #expect(lot.losers.map(\.name) == ["B AB"])
        #expect(read.counts?.mended == 0 && read.refusals == [])
    }

    @Test(arguments: [
        ["Personuppgift", "Personuppgift", ""], ["Torvald Rimfrostell", "Personuppgift", ""],
        ["Personuppgift", "4999010400", ""], ["Torvald Rimfrostell", "195119991064", ""],
        ["Torvald Rimfrostell", "511999-9999", ""], ["Torvald Rimfrostell 511999-1064", "", ""],
        ["Torvald Rimfrostell", "Uppgift saknas", "Fysiska personer"], ["Enskild firma", "", ""],
    ])
    func aPersonIsNobody(supplier: [String]) throws {
        let read = try read([
            Self.row(supplier[0], supplier[1], form: supplier[2]), Self.row("B AB", "4999011556", "Inte kontrakterad"),
        ])
        let lot = try #require(read.tenderings.first?.lots.first)
        #expect(lot.contracted == TenderSet(edition: 2024, tenderers: [], unnamed: 1))
        #expect(read.notices.first?.awards.first?.outcome == .awarded(winnersWithheld: true))
        #expect(read.counts?.persons == 1)
        let bytes = String(decoding: read.notices.flatMap(\.compactJSON), as: UTF8.self)
        #expect(!bytes.contains("Torvald") && !bytes.contains("1999"))
    }

    @Test func missingWithheldAndNoneAreThreeThings() throws {
        let read = try read([
            Self.row("Uppgift saknas", "Uppgift saknas", lot: "L1"), Self.row("", "", "Inte kontrakterad", lot: "L2"),
            Self.row("Personuppgift", "Personuppgift", lot: "L3"),
        ])
        #expect(read.tenderings.first?.lots.map(\.contracted?.unnamed) == [1, 0, 1])
        #expect(
            read.notices.first?.awards.map(\.outcome) == [
                .awarded(winnersWithheld: true), .noWinner(reason: nil), .awarded(winnersWithheld: true),
            ])
        #expect(read.counts?.persons == 1)
    }

    // MARK: Files

    @Test func theFirstEditionTellsNobodyWhoLost() throws {
        let contracted = try read([Self.row("A AB", "4999010400")])
        #expect(contracted.tenderings.first?.lots.first?.uncontracted == nil)
        #expect(contracted.notices.first?.awards.first?.tendersReceived == .missing)
        // By the count alone, where a file has no column of outcomes.
        let header = Self.header.filter { $0 != "Kontrakterad" }
        var row = Self.row("A AB", "4999010400")
        row.remove(at: 9)
        row[9] = "2"
        #expect(try read([row], header: header).tenderings.first?.lots.first?.contracted?.tenderers.count == 1)
    }

    @Test func theEditionIsTheLatestYearOfTheFile() throws {
        let read = try read([
            Self.row("A AB", "4999010400", year: "2021"),
            Self.row("A AB", "4999010400", procurement: "P2", year: "2023"),
        ])
        #expect(read.tenderings.map(\.outline.edition) == [2023, 2023])
    }

    @Test func rowsThatLieApartAreOneProcurement() throws {
        let read = try read([
            Self.row("A AB", "4999010400"), Self.row("A AB", "4999010400", procurement: "P2"),
            Self.row("B AB", "4999011556", lot: "L0"), Self.row("A AB", "4999010400"),
        ])
        #expect(read.tenderings.map(\.procurement) == ["P1", "P2"])
        #expect(read.tenderings.first?.lots.map(\.id) == ["L0", "L1"])
        #expect(read.tenderings.first?.tenderCount == 2)
    }

    @Test func missingColumnsAreNamed() throws {
        let header = Self.header.filter {
            !["År", "Namn för leverantör", "Kontrakterad"].contains($0) && !$0.hasSuffix("*")
        }
        let read = try read([], header: header)
        let refusal = try #require(read.refusals.first)
        #expect(refusal.reason == "missing-columns" && read.notices == [])
        for name in ["År", "Namn för leverantör", "Kontrakterad or Antal kontrakterade anbud"] {
            #expect(refusal.detail.contains(name))
        }
    }

    @Test func otherTablesAreNoStatistics() throws {
        let read = try read([["1", "2"]], header: ["name", "id"], mark: false)
        #expect(read.refusals.map(\.reason) != ["missing-columns"] && read.counts == nil)
    }

    @Test func withoutTheMarkAndInLatin1ItIsTheSame() throws {
        let rows = [Self.row("Åkeri AB", "4999010400")]
        let text = ([Self.header] + rows).map { $0.joined(separator: ";") + "\n" }.joined()
        let latin = try read(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        #expect(latin.notices == (try read(rows, mark: false).notices))
        #expect(latin.notices.first?.organisation("SE4999010400")?.name.text() == "Åkeri AB")
    }

    // MARK: Rows

    @Test func rowsAreMendedOrLeftOutAndCounted() throws {
        let read = try read([
            Self.row("Bygg \"Klippan AB", "4999010400", procurement: "P1"),
            Self.row("\"Bygg\nfilial; AB\"", "4999010400", procurement: "P2"),
            Self.row("C AB", "4999010409", procurement: "P3"), Self.row("D AB", "4999010400", procurement: ""),
            Self.row("E AB", "4999010400", year: "24"), Self.row("F AB", "4999010400", "Kanske"), ["P7", "L7"],
        ])
        #expect(
            read.tenderings.map { $0.lots[0].contracted?.tenderers.first?.name } == [
                "Bygg \"Klippan AB", "Bygg filial; AB", "C AB",
            ])
        #expect(read.tenderings[2].lots[0].contracted?.tenderers.first?.number == nil)
        #expect(read.refusals.map(\.reason) == ["no-id", "bad-year", "no-outcome", "bad-columns"])
        #expect(read.refusals.map(\.position.line) == [6, 7, 8, 9])
        let counts = try #require(read.counts)
        #expect(counts.read == 7 && counts.mended == 2 && counts.refused == 4)
        #expect(counts.examples.map { $0.prefix(6) } == ["line 2", "line 5"])
    }

    @Test func theFirstFewRowsLeftOutAreToldAndTheRestCounted() throws {
        let read = try read((0..<50).map { _ in ["x"] } + [Self.row("A AB", "4999010400")])
        #expect(read.refusals.count == 21)
        #expect(read.refusals.last?.detail == "30 more rows were left out: bad-columns 30")
        #expect(read.counts?.refused == 50 && read.notices.count == 1)
    }

    // MARK: The fixture

    @Test func theFixtureIsReadAsItWasMade() throws {
        let made = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Fixtures/statistics.csv")))
        let read = try read([UInt8](made))
        let counts = try #require(read.counts)
        let expected = try JSONDecoder().decode(
            [String: Int].self,
            from: Data(contentsOf: URL(fileURLWithPath: Repository.path("Fixtures/statistics.json"))))
        #expect(counts.read == expected["rows"] && counts.mended == expected["mended"])
        #expect(counts.refused == expected["refused"] && counts.persons == expected["persons"])
        #expect(counts.persons > 0 && read.refusals.count == counts.refused)
        #expect(Set(read.tenderings.map(\.outline.edition)) == [2024])
        #expect(read.tenderings.contains { $0.lots.contains { !$0.losers.isEmpty } })
        let golden = read.tenderings.map(\.line).joined(separator: "\n") + "\n"
        let recorded = try Repository.recorded(golden, as: "docs/formats/statistics-example.txt")
        #expect(golden == recorded, "the fixture is read differently now; TORG_RECORD=1 records it anew")
    }
}

extension Tendering {
    /// What is read, lot by lot: who got a contract, and after a slash who lost; `+` for those who aren't named.
    fileprivate var line: String {
        func names(_ tenderers: [Tenderer], _ unnamed: Int) -> String {
            (tenderers.map(\.key) + [String](repeating: "+", count: unnamed)).joined(separator: " ")
        }
        let told = lots.map {
            "\($0.id): \(names($0.contracted?.tenderers ?? [], $0.contracted?.unnamed ?? 0)) / "
                + names($0.losers, $0.uncontracted?.unnamed ?? 0)
        }
        return
            ([procurement, outline.title, outline.cpv?.description ?? "–", outline.published?.description ?? "–"] + told)
            .joined(separator: "; ")
    }
}
