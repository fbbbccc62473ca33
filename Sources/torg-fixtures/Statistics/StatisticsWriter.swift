import Procurement

/// Writes tenders as Upphandlingsmyndigheten's statistics: UTF-8 with a byte order mark, semicolons, and what such files have
/// besides.
///
/// Of every so many rows one has a quirk: a number of twelve digits, a quote that is never closed, a line break within quotes,
/// Latin-1, a supplier that isn't known; now and then a row that must be left out.
struct StatisticsWriter {
    /// Counts what must come of it.
    struct Expectation {
        var rows = 0
        var mended = 0
        var refused = 0
        var persons = 0

        var json: String {
            "{\"mended\": \(mended), \"persons\": \(persons), \"refused\": \(refused), \"rows\": \(rows)}\n"
        }
    }

    private(set) var expectation = Expectation()
    private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static let columns = [
        "År", "Anbudsområdes-ID", "Anbudsområden", "Annonsdatabas", "Direktivstyrd", "Dynamiskt inköpssystem",
        "Elektronisk auktion", "Förfarande", "Innovationsupphandling", "Miljömässigt hållbar upphandling",
        "Socialt hållbar upphandling", "Reserverad upphandling", "Rättslig grund", "Samordnad upphandling",
        "Typ av avtal", "Överprövad", "CPV-Grupp", "CPV-Huvudgrupp", "CPV-Kategori", "CPV-Undergrupp",
        "CPV-Underkategori", "Huvudsaklig CPV-kod", "Publiceringsdatum", "Upphandlingens titel", "Upphandlings-ID",
        "Upphandlingsslag", "Delsektor för köpare", "Juridisk form för köpare", "Namn för köpare",
        "Organisationsnummer för köpare", "Sektor för köpare", "SNI-Avdelning för köpare", "Namn för leverantör",
        "Organisationsnummer för leverantör", "Företagsstorlek för leverantör", "Sektor för leverantör",
        "Juridisk form för leverantör", "SNI-Avdelning för leverantör", "SNI-Huvudgrupp för leverantör",
        "SNI-Grupp för leverantör", "SNI-Undergrupp för leverantör", "SNI-Detaljgrupp för leverantör", "Kontrakterad",
    ]

    /// - Parameter losers: whether the file tells those who got no contract (“tenders with suppliers”) or not (“contracted
    ///   tenders with suppliers”).
    static func file(_ tenders: [MadeTender], losers: Bool) -> (bytes: [UInt8], expectation: Expectation) {
        var writer = StatisticsWriter()
        let count = losers ? "Antal anbud" : "Antal kontrakterade anbud *"
        writer.bytes += Array((columns + [count]).joined(separator: ";").utf8) + Array("\r\n".utf8)
        for tender in tenders where losers || tender.isContracted { writer.write(tender) }
        return (writer.bytes, writer.expectation)
    }

    private init() {}

    private mutating func write(_ tender: MadeTender) {
        expectation.rows += 1
        let row = expectation.rows
        if tender.firm?.isPerson == true { expectation.persons += 1 }
        var fields = fields(of: tender, row: row)
        let name = Self.columns.firstIndex(of: "Namn för leverantör") ?? 0
        let isPlain = tender.firm?.isPerson == false
        if isPlain, row % 997 == 500 {
            fields[name] = "Bygg \"\(fields[name])"
            expectation.mended += 1
        } else if isPlain, row % 211 == 7 {
            fields[name] = "\"\(fields[name])\nfilial\""
        } else if isPlain, row % 499 == 200 {
            fields[name + 1] = "4999000001"
            expectation.mended += 1
        } else if row % 4001 == 60 {
            fields.removeLast(3)
            expectation.refused += 1
            if tender.firm?.isPerson == true { expectation.persons -= 1 }
        }
        let line = fields.joined(separator: ";") + "\r\n"
        bytes += row % 83 == 40 ? AnnonsWriter.latin1(line) : Array(line.utf8)
    }

    private func fields(of tender: MadeTender, row: Int) -> [String] {
        let firm = tender.firm
        let isPerson = firm?.isPerson == true
        let sni = firm?.industry.sni ?? ""
        let kinds: [Trade.Kind: String] = [.services: "Tjänster", .supplies: "Varor", .works: "Byggentreprenad"]
        let sizes: [MadeSupplier.Size: String] = [
            .micro: "Mikroföretag (0-9 anställda)", .small: "Små företag (10-49 anställda)",
            .medium: "Medelstort företag (50-249 anställda)", .large: "Stort företag (250- anställda)",
        ]
        let number = firm?.number ?? ""
        let written = row % 3 == 0 && number.count == 10 ? "16\(number)" : number
        return [
            "\(tender.published.civil.year)", tender.lot, tender.lotTitle, "Annonsbas \(row % 5)",
            "Inte direktivstyrd ",
            "Nej", "Nej", "Förenklat förfarande ", "Nej", "Ja", "Uppgift saknas", "Nej", "LOU", "Nej",
            tender.isFramework ? "Ramavtal" : "Kontrakt",
            tender.isAppealed.map { $0 ? "Ja" : "Nej" } ?? "Uppgift saknas",
            "\(tender.cpv.prefix(3))00000 Grupp", "\(tender.cpv.prefix(2))000000 Huvudgrupp", "", "", "",
            "\(tender.cpv) Benämning", tender.published.description, Self.quoted(tender.title), tender.procurement,
            kinds[tender.kind] ?? "", "Kommun", "Kommuner", tender.buyer.name, "16\(tender.buyer.number.digits)",
            "Offentlig sektor", "O Offentlig förvaltning", isPerson ? "Personuppgift" : Self.quoted(firm?.name ?? ""),
            isPerson ? "Personuppgift" : written,
            isPerson ? "Uppgift saknas" : firm.map { sizes[$0.size] ?? "" } ?? "", firm == nil ? "" : "Privat",
            isPerson ? "Personuppgift" : firm?.legalForm ?? "", "", sni.isEmpty ? "" : "\(sni.prefix(2)) Huvudgrupp",
            "",
            "", sni.isEmpty ? "" : "\(sni) \(Self.quoted(firm?.industry.label ?? ""))".replacing(";", with: ","),
            tender.isContracted ? "Kontrakterad" : "Inte kontrakterad", tender.isContracted ? "1" : "0",
        ]
    }

    private static func quoted(_ text: String) -> String {
        text.contains { $0 == "\"" || $0 == ";" } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
