import Containers
import Foundation
import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

@Suite struct RegisterReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let header = """
        "organisationsidentitet";"namnskyddslopnummer";"registreringsland";"organisationsnamn";"organisationsform";\
        "avregistreringsdatum";"avregistreringsorsak";"pagandeAvvecklingsEllerOmstruktureringsforfarande";\
        "registreringsdatum";"verksamhetsbeskrivning";"postadress"
        """

    private struct Read {
        var firms: [RegisteredFirm] = []
        var lines: [Int] = []
        var refusals: [Refusal] = []
        var tally = RegisterTally()
    }

    private func read(_ bytes: [UInt8], version: SNIVersion = .sni2025) throws -> Read {
        let path = try folder.write(bytes, to: "register")
        var read = Read()
        try RegisterReader(version: version).read(path) { line in
            switch line {
            case .firm(let firm, let line):
                read.firms.append(firm)
                read.lines.append(line)
            case .outcome(.refusal(let refusal)): read.refusals.append(refusal)
            case .register(let tally): read.tally = tally
            case .outcome(.notice), .outcome(.rows), .reading, .code: Issue.record("a register has none of these")
            }
        }
        return read
    }

    private func bolagsverket(_ rows: String...) throws -> Read {
        try read(Array(([Self.header] + rows).joined(separator: "\n").utf8 + [10]))
    }

    private static func row(
        _ identity: String = "5560360793$ORGNR-IDORG", name: String = "Rena Golv AB$FORETAGSNAMN-ORGNAM$2001-02-03",
        form: String = "AB-ORGFO", ended: String = "", reason: String = "", going: String = "",
        activity: String = "Bolaget ska städa.", address: String = "Gatan 1$c/o Någon$UPPSALA$75320$SE-LAND"
    ) -> String {
        """
        "\(identity)";"1";"SE-LAND";"\(name)";"\(form)";"\(ended)";"\(reason)";"\(going)";"2001-02-03";"\(activity)";"\(address)"
        """
    }

    @Test func everyColumnOfBolagsverketIsRead() throws {
        let read = try bolagsverket(
            Self.row(
                name: "Nytt Namn AB$FORETAGSNAMN-ORGNAM$2020-01-02|Rena Golv AB$FORETAGSNAMN-ORGNAM$2001-02-03",
                ended: "2024-03-01", reason: "FUAV-AVORG$5568592918", going: "LI-AVOMFO$2023-05-04|KK-AVOMFO$2024-01-02"
            ))
        let firm = try #require(read.firms.first)
        #expect(firm.number == 5_560_360_793 && firm.serial == 1 && firm.source == .bolagsverket)
        #expect(firm.name == "Nytt Namn AB" && firm.otherNames == ["Rena Golv AB"])
        #expect(firm.legalForm == "AB" && firm.activity == "Bolaget ska städa.")
        #expect(firm.registered == CalendarDate("2001-02-03") && firm.ended == CalendarDate("2024-03-01"))
        #expect(firm.endReason == "FUAV" && firm.successor == 5_568_592_918)
        #expect(
            firm.proceedings == [
                .init(code: "KK", since: CalendarDate("2024-01-02")),
                .init(code: "LI", since: CalendarDate("2023-05-04")),
            ])
        #expect(firm.postcode == 75_320 && firm.town == "UPPSALA")
        #expect(read.tally.rows == 1 && read.tally.mended == [] && read.tally.refused == [])
        #expect(read.lines == [2])
    }

    /// What any of these rows says of a person goes no further than this process.
    @Test func personsAreDroppedAndCounted() throws {
        let read = try bolagsverket(
            Self.row("8112289874$PERSON-IDORG"), Self.row("198112289874$DODSBO-IDORG"),
            Self.row("198112289874$ORGNR-IDORG"), Self.row("8112289874$ORGNR-IDORG"),
            Self.row("8112289875$ORGNR-IDORG"), Self.row(form: "E-ORGFO"), Self.row())
        #expect(read.firms.count == 1)
        #expect(read.tally.persons == 6 && read.tally.rows == 7)
        #expect(read.refusals == [])
    }

    @Test func aPersonalNumberWithinATextIsMasked() throws {
        let read = try bolagsverket(
            Self.row(
                name: "Bygg 811228-9874 AB$FORETAGSNAMN-ORGNAM$2001-02-03", activity: "Ägs av 19811228-9874 och städar."
            ))
        #expect(read.firms.first?.name == "Bygg XXXXXX-XXXX AB")
        #expect(read.firms.first?.activity == "Ägs av XXXXXX-XXXX och städar.")
    }

    @Test(
        arguments: [
            ("a \"\"b\"\" c", "a \"b\" c", nil), ("a \"b\" c", "a \"b\" c", "stray-quote"),
            ("a \\\"b\\\" c", "a \"b\" c", "backslash"),
            ("a \"b\"", "a \"b\"", "stray-quote"), ("kallas \"b\"; c", "kallas \"b\"; c", "stray-quote"),
            ("a\nb", "a b", nil),
            ("a\n\nb; c", "a b; c", nil), ("a\\", "a\\", nil), ("a $ b | c", "a $ b | c", nil),
            ("\"\"a\"\"", "\"a\"", nil),
            ("", nil, nil),
        ] as [(String, String?, String?)])
    func quotesBackslashesAndLineBreaksAreMended(written: String, read: String?, mend: String?) throws {
        let found = try bolagsverket(Self.row(activity: written), Self.row("5568592918$ORGNR-IDORG"))
        #expect(found.firms.map(\.number) == [5_560_360_793, 5_568_592_918])
        #expect(found.firms.first?.activity == read)
        #expect(found.tally.mended.map(\.reason) == [mend].compactMap(\.self))
    }

    /// A quote that isn't closed swallows nothing but its own row; a row that isn't told by its beginning is refused alone.
    @Test func aBadRowLeavesItsNeighboursAlone() throws {
        let open = String(Self.row("5567037485$ORGNR-IDORG").prefix(60))
        let read = try bolagsverket(
            Self.row(), open, Self.row("5568592918$ORGNR-IDORG"), "nonsense;without;number",
            Self.row("5164049768$ORGNR-IDORG"))
        #expect(read.firms.map(\.number) == [5_560_360_793, 5_568_592_918, 5_164_049_768])
        #expect(read.tally.refused == [.init(reason: "bad-columns", count: 2, lines: [3, 5])])
        #expect(read.refusals.map(\.position.line) == [3, 5])
        #expect(read.tally.rows == 5)
    }

    @Test func whatCannotBeUsedIsRefusedWithoutTheNumber() throws {
        let read = try bolagsverket(
            Self.row("5560360794$ORGNR-IDORG"), Self.row("5560360793$ANNAT-IDORG"), Self.row(name: ""))
        #expect(read.firms == [])
        #expect(read.tally.refused.map(\.reason) == ["bad-number", "no-name"])
        #expect(read.tally.refused.map(\.count) == [2, 1])
        #expect(!read.refusals.contains { $0.detail.contains("556036") })
    }

    @Test func refusalsAreListedUpToTwentyAndAllCounted() throws {
        let read = try self.read(
            Array(([Self.header] + (0..<50).map { _ in Self.row(name: "") }).joined(separator: "\n").utf8))
        #expect(read.refusals.count == 20 && read.tally.refusedCount == 50)
        #expect(read.tally.refused.first?.lines == Array(2...11))
    }

    @Test func latinLettersAndAByteOrderMarkAreRead() throws {
        let text = Self.header + "\r\n" + Self.row(name: "Åkeri AB$FORETAGSNAMN-ORGNAM$2001-02-03") + "\r\n"
        let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let read = try self.read(latin)
        #expect(read.firms.first?.name == "Åkeri AB")
        #expect(read.tally.mended.map(\.reason) == ["latin-1"])
        let marked = try self.read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(marked.firms.first?.name == "Åkeri AB" && marked.tally.mended == [])
    }

    @Test func columnsAreFoundByName() throws {
        let columns = Self.header.split(separator: ";").map(String.init)
        let fields = Self.row().split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let text = [columns, fields].map { ($0.reversed() + ["\"extra\""]).joined(separator: ";") }.joined(
            separator: "\n")
        let read = try self.read(Array(text.utf8))
        #expect(read.firms.first?.number == 5_560_360_793 && read.firms.first?.town == "UPPSALA")
    }

    @Test(arguments: ["avregistreringsdatum", "organisationsform", "postadress"])
    func aFileWithoutAColumnIsRefusedWhole(column: String) throws {
        let read = try self.read(Array((Self.header.replacing(column, with: "annat") + "\n" + Self.row()).utf8))
        #expect(read.firms == [] && read.refusals.map(\.reason) == ["register-shape"])
        #expect(read.refusals.first?.detail.contains(column) == true)
    }

    @Test(arguments: ["", "name;id\nA AB;\n", "<html>", "\u{0}\u{1}"])
    func whatIsNoRegisterIsToldSo(text: String) throws {
        let read = try self.read(Array(text.utf8))
        #expect(read.firms == [])
        #expect(read.refusals.map(\.reason) == [text.isEmpty ? "empty" : "unknown-register"])
        #expect(read.tally.source == nil)
    }

    @Test func aZipAndAGzipAreReadAsTheyCome() throws {
        let text = Self.header + "\n" + Self.row() + "\n"
        #expect(try read(ArchiveBuilder.zip([("bolagsverket_bulkfil.txt", text)])).firms.count == 1)
        let packed = try ArchiveBuilder.gzip(folder.write(text, to: "x"))
        #expect(try read(Array(Data(contentsOf: URL(filePath: packed)))).firms.count == 1)
    }

    @Test func twoRegistersInOneArchiveAreRefused() throws {
        let read = try self.read(
            ArchiveBuilder.zip([("b.txt", Self.header + "\n" + Self.row()), ("s.txt", Self.scbHeader + "\n")]))
        #expect(read.firms.count == 1 && read.refusals.map(\.reason) == ["two-registers"])
    }

    // MARK: Statistics Sweden

    private static let scbHeader =
        "ForAndrTyp\tCOAdress\tForetagsnamn\tFtgStat\tGatuadress\tJEStat\tJurForm\tNamn\tNg1\tNg2\tNg3\tNg4\tNg5\tPeOrgNr\tPostNr\tPostOrt\tRegDatKtid\tReklamsparrtyp\tmNamn"

    private static func scb(
        _ number: String = "165560360793", name: String = "RENA GOLV AB", form: String = "49", status: String = "1",
        industries: [String] = ["81210", "81220", "", "", ""], advertising: String = "21"
    ) -> String {
        (["", "c/o Någon", name, status, "Gatan 1", "1", form, name] + industries + [
            number, "75320", "UPPSALA", "2001-02-03", advertising, "0",
        ]).joined(separator: "\t")
    }

    private func scb(_ rows: String..., version: SNIVersion = .sni2025) throws -> Read {
        let text = ([Self.scbHeader] + rows).joined(separator: "\r\n")
        return try read(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, version: version)
    }

    @Test func everyColumnOfStatisticsSwedenIsRead() throws {
        let read = try scb(Self.scb(name: "ÅKERI \"NORD\" AB"))
        let firm = try #require(read.firms.first)
        #expect(firm.source == .scb && firm.number == 5_560_360_793 && firm.serial == 0)
        #expect(firm.name == "ÅKERI \"NORD\" AB" && firm.legalForm == "49" && firm.activeStatus == 1)
        #expect(firm.sni == ["81210", "81220"] && firm.sniVersion == .sni2025)
        #expect(firm.postcode == 75_320 && firm.town == "UPPSALA" && firm.refusesAdvertising == true)
        #expect(firm.registered == CalendarDate("2001-02-03"))
        #expect(try scb(Self.scb(advertising: "1")).firms.first?.refusesAdvertising == false)
        #expect(try scb(Self.scb(advertising: "")).firms.first?.refusesAdvertising == nil)
        #expect(try scb(Self.scb(), version: .sni2007).firms.first?.sniVersion == .sni2007)
    }

    @Test func personsOfStatisticsSwedenAreDropped() throws {
        let read = try scb(
            Self.scb("198112289874"), Self.scb("200112289874"), Self.scb("168112289874"), Self.scb(form: "10"),
            Self.scb())
        #expect(read.firms.count == 1 && read.tally.persons == 4)
    }

    @Test func shortAndLongLinesAreMendedOrRefused() throws {
        let read = try scb(
            String(Self.scb().dropLast(2)), Self.scb("165568592918") + "\t", "a\tb", Self.scb("165164049768") + "\tmore"
        )
        #expect(read.firms.map(\.number) == [5_560_360_793, 5_568_592_918])
        #expect(Set(read.tally.mended.map(\.reason)) == ["short-line", "extra-separator"])
        #expect(read.tally.refused == [.init(reason: "bad-columns", count: 2, lines: [4, 5])])
    }

    /// Whatever bytes come, every row is counted once and nothing ends the process.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func damagedFilesAreReadToTheirEnd(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let rows = (0..<40).map { number in
            seed.isMultiple(of: 2) ? Self.row(activity: "städ \(number)") : Self.scb(name: "STÄD \(number) AB")
        }
        var bytes = Array(([seed.isMultiple(of: 2) ? Self.header : Self.scbHeader] + rows).joined(separator: "\n").utf8)
        let start = 1 + (bytes.firstIndex(of: 10) ?? 0)
        for _ in 0..<(1 + chance.below(60)) {
            let place = start + chance.below(bytes.count - start)
            switch chance.below(3) {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
            case 1: bytes[place] = Array("\";\n\\$|\t".utf8)[chance.below(7)]
            default: bytes.remove(at: place)
            }
        }
        let read = try self.read(bytes)
        #expect(read.firms.count + read.tally.persons + read.tally.refusedCount == read.tally.rows)
        #expect(read.firms.allSatisfy { (2_000_000_000...9_999_999_999).contains($0.number) })
    }
}
