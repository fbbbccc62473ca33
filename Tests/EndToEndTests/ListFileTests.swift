import API
import Foundation
import Procurement
import TestSupport
import Testing
import Transport

/// Lists and plans as files, by the programs as people run them.
@Suite struct ListFileTests {
    @Test func aListIsAFileThatOpensInExcel() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let folder = try TemporaryFolder()
        let list = try await client.call(MatchCategory.self, .init(category: .configured("it")))
        let (csv, xlsx) = (folder.file("list.csv"), folder.file("list.xlsx"))
        let asked = ["--socket", daemon.socket, "match", "category", "it", "--limit", "20", "--language", "sv"]
        let run = try ProgramRun("torg", asked + ["--csv", csv, "--xlsx", xlsx])
        #expect(run.code == 0 && run.output.contains(csv) && run.output.contains(xlsx), "\(run)")
        let bytes = try Data(contentsOf: URL(filePath: csv))
        #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.first?.hasPrefix(#""Placering";"Lista";"Leverantör";"Organisationsnummer";"Storlek""#) == true)
        #expect(lines.count == 1 + list.matches.count + (list.newcomers?.count ?? 0))
        #expect(lines[1].contains(#""\#(list.matches[0].supplier.name)""#))
        // A zip, as every workbook is.
        #expect(try Data(contentsOf: URL(filePath: xlsx)).prefix(2) == Data("PK".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)

        let shown = try ProgramRun("torg", asked + ["--csv", "-", "--csv-dialect", "rfc4180"])
        #expect(
            shown.output.hasPrefix(#""Placering","Lista","#)
                && shown.output.split(separator: "\r\n").count == lines.count)
    }

    @Test func numbersAndAddressesAreThoseOfTheRegister() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let list = try await client.call(MatchCategory.self, .init(category: .configured("it")))
        let first = try #require(list.matches.first).supplier.id
        let supplier = try await client.call(SuppliersGet.self, .init(id: first)).supplier
        let run = try ProgramRun(
            "torg", ["--socket", daemon.socket, "match", "category", "it", "--limit", "1", "--csv", "-"])
        let row = try #require(run.output.split(separator: "\r\n").dropFirst().first)
        #expect(row.contains(#";"\#(try #require(supplier.number))";"#) && row.hasSuffix(#"\#(first)""#))
    }

    @Test func plansEventsAndCardsHaveParts() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let event = try await client.call(EventsCreate.self, .init(kind: .meeting, name: "Träff")).event
        _ = try await client.call(
            EventsRegister.self, .init(event: event.id, company: CompanyQuery(name: "=Nystart AB")))
        func csv(_ arguments: [String]) throws -> [Substring] {
            let run = try ProgramRun("torg", ["--socket", daemon.socket] + arguments + ["--csv", "-"])
            #expect(run.code == 0, "\(arguments): \(run.errors)")
            return run.output.split(separator: "\r\n")
        }
        #expect(try csv(["event", "get", "\(event.id)"])[1].contains(#""'=Nystart AB""#))
        #expect(try csv(["event", "list"]).count == 2)
        #expect(try csv(["categories", "card", "it", "--part", "years"]).count > 1)
        #expect(try csv(["plan", "council", "--category", "it", "--suppliers", "3", "--part", "balance"]).count > 1)
        #expect(try csv(["plan", "meeting", "--capacity", "10", "--part", "reserves"]).count > 1)
        #expect(try csv(["need", "vi behöver skolskjuts", "--part", "similar"]).count > 1)
        #expect(try csv(["suppliers", "find", "--text", "skolskjuts"]).count > 1)
        #expect(try csv(["notices", "find", "skolskjuts"]).count > 1)
        #expect(try csv(["categories"]).count > 1 && csv(["challenges"]).count > 1)
    }

    @Test func whatCantBeWrittenIsToldAndNothingIsLeft() async throws {
        let (daemon, _) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let folder = try TemporaryFolder()
        func run(_ arguments: [String]) throws -> ProgramRun {
            try ProgramRun("torg", ["--socket", daemon.socket, "match", "category", "it"] + arguments)
        }
        let gone = try run(["--xlsx", folder.file("gone/list.xlsx")])
        #expect(gone.code == 73 && gone.errors.contains("gone/list.xlsx can't be written"))
        let part = try run(["--csv", folder.file("list.csv"), "--part", "rader"])
        #expect(part.code == 64 && part.errors.contains("it has suppliers"))
        #expect(try run(["--xlsx", "-"]).code == 64 && run(["--part", "suppliers"]).code == 64)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
