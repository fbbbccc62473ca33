import API
import Foundation
import JSON
import Procurement
import TestSupport
import Testing
import Transport

/// Public registers through the programs as they are installed.
@Suite(.serialized) struct RegisterTests {
    private static let header = """
        organisationsidentitet;namnskyddslopnummer;registreringsland;organisationsnamn;organisationsform;avregistreringsdatum;\
        avregistreringsorsak;pagandeAvvecklingsEllerOmstruktureringsforfarande;registreringsdatum;verksamhetsbeskrivning;postadress
        """

    private static func row(
        _ identity: String, _ name: String, ended: String = "", reason: String = "", going: String = ""
    )
        -> String
    {
        """
        "\(identity)";"1";"SE-LAND";"\(name)$FORETAGSNAMN-ORGNAM$2001-02-03";"AB-ORGFO";"\(ended)";"\(reason)";"\(going)";\
        "2001-02-03";"Bolaget ska tvätta älgstolar och därmed förenlig verksamhet.";"Gatan 1$$UPPSALA$75320$SE-LAND"
        """
    }

    /// A firm and a natural person.
    static var example: String {
        [header, row("5560360793$ORGNR-IDORG", "A AB"), row("8119999874$PERSON-IDORG", "B")].joined(separator: "\n")
    }

    @Test func aBulkFileIsReadAsItComesAndAnswersKnowIt() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let rows = [
            Self.header, Self.row("5560360793$ORGNR-IDORG", "Älgstolstvätt i Uppsala AB"),
            Self.row("5568592918$ORGNR-IDORG", "Borta AB", ended: "2024-03-01", reason: "KKAV-AVORG"),
            Self.row("5567037485$ORGNR-IDORG", "På Väg AB", going: "LI-AVOMFO$2024-05-06"),
            Self.row("8119999874$PERSON-IDORG", "Namn Namnsson"), "\"8119999874",
        ]
        let path = daemon.folder + "/bolagsverket_bulkfil.zip"
        try Data(ArchiveBuilder.zip([("bolagsverket_bulkfil.txt", rows.joined(separator: "\n") + "\n")]))
            .write(to: URL(filePath: path))
        let client = try await daemon.client()
        let done = try await client.call(SuppliersImport.self, .init(path: path), timeout: nil)
        #expect(done.source == "bolagsverket" && done.stored == 3 && done.persons == 1 && done.refused == 0)
        let again = try await client.call(SuppliersImport.self, .init(path: path), timeout: nil)
        #expect(again.unchanged == 3 && again.stored == 0 && again.generation == done.generation)

        let gone = try await client.call(SuppliersGet.self, .init(id: "SE5568592918"), timeout: nil).supplier
        #expect(gone.register?.firm?.status?.kind == .bankrupt)
        #expect(gone.register?.firm?.status?.text.sv.contains("2024-03-01") == true)
        let need = NeedQuery.category(.configured("it"))
        let explained = try await client.call(
            MatchingExplain.self, .init(need: need, supplier: "SE5568592918"), timeout: nil)
        #expect(explained.rank == nil && explained.reasons.first?.contains("bankruptcy has ended") == true)
        let told = try await client.call(
            MatchingExplain.self, .init(need: need, supplier: "SE5567037485"), timeout: nil)
        #expect(told.rank != nil && told.supplier.status?.kind == .inLiquidation)

        // A firm without a win is found by what it does, and the one that is gone isn't.
        let found = try await client.call(SuppliersFind.self, .init(text: "tvätta älgstolar"), timeout: nil)
        #expect(Set(found.suppliers.map(\.id)) == ["SE5560360793", "SE5567037485"])
        let named = try await client.call(SuppliersFind.self, .init(query: "borta"), timeout: nil)
        #expect(named.suppliers.map(\.status?.kind) == [.bankrupt])
        #expect(try await client.call(StoreCheck.self, .init(), timeout: nil).problems == [])
    }

    @Test func aFirmAddedByHandIsFoundAndJoined() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let words = [
            "suppliers", "add", "Nystart i Ekby AB", "--number", "5560360793", "--does", "Lagar älgstolar", "--reason",
            "Mässan", "--socket", daemon.socket,
        ]
        let run = try ProgramRun("torg", words)
        #expect(run.code == 0 && run.output.contains("SE5560360793: added."), "\(run.errors)")
        #expect(try ProgramRun("torg", words).output.contains("was there already"))
        let client = try await daemon.client()
        let found = try await client.call(SuppliersFind.self, .init(text: "älgstolar"), timeout: nil)
        #expect(found.suppliers.map(\.id) == ["SE5560360793"])
        let path = daemon.folder + "/b.txt"
        try Self.example.write(toFile: path, atomically: false, encoding: .utf8)
        _ = try await client.call(SuppliersImport.self, .init(path: path), timeout: nil)
        let supplier = try await client.call(SuppliersGet.self, .init(id: "SE5560360793"), timeout: nil).supplier
        #expect(supplier.name == "Nystart i Ekby AB" && supplier.register?.firm?.sources == ["bolagsverket"])
        let audit = try await client.call(AuditList.self, .init(action: .added), timeout: nil)
        #expect(audit.entries.map(\.reason) == ["Mässan"])
        let wrong = try ProgramRun(
            "torg", ["suppliers", "add", "X AB", "--number", "1", "--reason", "y", "--socket", daemon.socket])
        #expect(wrong.code != 0 && wrong.errors.contains("no organisation number"))
    }

    @Test func whatIsNoRegisterIsToldSo() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let path = daemon.folder + "/x.zip"
        try Data(ArchiveBuilder.zip([("a.txt", "hello\n")])).write(to: URL(filePath: path))
        let run = try ProgramRun("torg", ["suppliers", "import", path, "--socket", daemon.socket])
        #expect(run.code != 0)
        #expect(run.errors.contains("organisationsidentitet"), "it says what a register begins with: \(run.errors)")
    }
}
