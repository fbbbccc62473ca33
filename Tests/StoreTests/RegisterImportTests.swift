import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct RegisterImportTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.inMemory()
    }

    private func importing(_ text: String) throws -> RegisterCounts {
        try store.importRegister(path: folder.write(text, to: "register.csv"))
    }

    private func importing(_ bytes: Data) throws -> RegisterCounts {
        try store.importRegister(path: folder.write(bytes, to: "register.csv"))
    }

    private var names: [String] {
        get throws { try store.marketFacts().facts.suppliers.map(\.name).sorted() }
    }

    @Test func everyColumnIsRead() throws {
        let counts = try importing(
            """
            id;name;size;sector;legal_form;sni;sni_label;cpv;nuts;description;website;email
            556859-2918;Rena Golv AB;small;Privat;Övriga aktiebolag;81210;Lokalstädning;90911200 90910000-9;SE121,SE110;Vi städar;https://rena.example;info@rena.example
            """)
        #expect(counts.stored == 1)
        #expect(counts.seen == 1)
        let supplier = try #require(try store.marketFacts().facts.suppliers.first)
        #expect(supplier.id == "SE5568592918")
        #expect(supplier.size == .small)
        #expect(supplier.nuts.map(\.code) == ["SE110", "SE121"])
        let entry = try #require(supplier.register)
        #expect(entry.nationalID == "556859-2918")
        #expect(entry.sector == "Privat")
        #expect(entry.legalForm == "Övriga aktiebolag")
        #expect(entry.sni == "81210")
        #expect(entry.sniLabel == "Lokalstädning")
        #expect(entry.cpv == [CPVCode("90911200"), CPVCode("90910000")])
        #expect(entry.nuts.map(\.code) == ["SE121", "SE110"])
        #expect(entry.description == "Vi städar")
        #expect(entry.website == "https://rena.example")
        #expect(entry.email == "info@rena.example")
    }

    @Test func aMaskedNameIsNobodys() throws {
        let counts = try importing(
            "name,size\nPersonuppgift,micro\nRena Golv AB,small\n\"Enskild firma (personuppgift)\",\n")
        #expect(counts.stored == 1 && counts.refused == 2)
        #expect(try names == ["Rena Golv AB"])
        #expect(try store.refusals().items.map(\.refusal.reason) == ["masked", "masked"])
    }

    @Test func quotesMayHoldDelimitersQuotesAndLines() throws {
        let counts = try importing(
            "name,description\r\n\"Foo, Bar & \"\"Co\"\" AB\",\"rad ett\r\nrad två\"\r\nSist AB,\r\n")
        #expect(counts.stored == 2)
        #expect(try names == ["Foo, Bar & \"Co\" AB", "Sist AB"])
        #expect(try store.suppliers(named: "Foo, Bar & \"Co\" AB").first?.register?.description == "rad ett\r\nrad två")
    }

    @Test(arguments: [
        "\u{FEFF}name,size\nÅsö AB,small\n", "name;size\rÅsö AB;small", "name\tsize\n\n  \nÅsö AB\tsmall\n\n",
        " Name ,SIZE\nÅsö AB,Small",
    ])
    func filesOfManyKindsAreRead(text: String) throws {
        #expect(try importing(text).stored == 1)
        #expect(try store.suppliers(named: "Åsö AB").first?.size == .small)
    }

    @Test func latin1IsReadToo() throws {
        let bytes = try #require("name,size\nÅsö Bygg AB,small\n".data(using: .isoLatin1))
        #expect(try importing(bytes).stored == 1)
        #expect(try names == ["Åsö Bygg AB"])
    }

    @Test func badRowsAreRefusedAndTheRestGoesOn() throws {
        let counts = try importing(
            """
            name,id,size,cpv,nuts
            Bra AB,,small,,
            ,5568592918,,,
            Fel Storlek AB,,huge,,
            Fel Nummer AB,556859-2919,,,
            Fel CPV AB,,,9091,
            Fel NUTS AB,,,,Uppland
            För,få
            För,,,,,många
            Öppet "citat AB,,,,
            ***,,,,
            Också Bra AB,,,,
            """)
        #expect(counts.stored == 2)
        #expect(counts.refused == 9)
        #expect(counts.unchanged == 0)
        #expect(try names == ["Bra AB", "Också Bra AB"])
        let refusals = try store.refusals().items.reversed().map {
            "\($0.refusal.position.line ?? 0) \($0.refusal.reason)"
        }
        #expect(
            refusals == [
                "3 no-name", "4 bad-size", "5 bad-number", "6 bad-cpv", "7 bad-nuts", "8 bad-columns", "9 bad-columns",
                "10 bad-quotes", "11 no-name",
            ])
        #expect(try !"\(store.refusals())".contains("2919"))
    }

    @Test func anOpenQuoteLosesOnlyItsOwnRow() throws {
        let rows = (1...2_000).map { "Företag \($0) AB,text" }.joined(separator: "\n")
        let counts = try importing("name,description\nBörjan AB,\"aldrig slut\n\(rows)\n")
        #expect(counts.refused == 1)
        #expect(counts.stored == 2_000)
        #expect(try store.refusals().items.first?.refusal.position.line == 2)
    }

    @Test(arguments: [
        "size,sni\nsmall,1\n", "", "name,size,name\n", "\n\n",
    ])
    func aFileWithoutAUsableHeaderIsAnError(text: String) throws {
        let path = try folder.write(text, to: "register.csv")
        #expect(throws: StoreError.self) { try store.importRegister(path: path) }
        #expect(try store.lastImport() == nil)
    }

    @Test func aMissingFileIsAnError() {
        let error = #expect(throws: StoreError.self) { try store.importRegister(path: folder.file("none.csv")) }
        guard case .registerUnreadable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func theSameRegisterAgainChangesNothing() throws {
        let text = "name,size\nEtt AB,small\nTvå AB,\nEtt AB,small\nEtt AB,large\n"
        let first = try importing(text)
        #expect(first.stored == 2 && first.unchanged == 1 && first.refused == 1)
        let (generation, digest) = try (store.generation, store.contentDigest())
        let second = try importing(text)
        #expect(second.unchanged == 3 && second.refused == 1 && second.seen == 4)
        #expect(try store.generation == generation)
        #expect(try store.contentDigest() == digest)
    }

    @Test func aLaterRegisterBringsEntriesUpToDate() throws {
        _ = try importing("name,size,legal_form\nEtt,small,Fysiska personer\n")
        let counts = try importing("name,size,legal_form\nEtt,large,Övriga aktiebolag\n")
        #expect(counts.stored == 1)
        let suppliers = try store.marketFacts().facts.suppliers
        #expect(suppliers.count == 1)
        #expect(suppliers.first?.size == .large)
        #expect(suppliers.first?.isNaturalPerson == false)
    }

    @Test func aRowJoinsByNumberElseByName() throws {
        try store.take(
            Samples.notice("a", winners: [Samples.organisation("W", "Rena Golv i Uppsala AB", number: "5568592918")]),
            Samples.notice("b", winners: [Samples.organisation("W", "Maserfrakt AB", size: .small)]))
        _ = try importing(
            "name,id,size\nRENA GOLV AKTIEBOLAG,SE556859291801,medium\nMASERFRAKT AKTIEBOLAG,,large\nAldrig Vunnit AB,,micro\n"
        )
        let suppliers = try store.marketFacts().facts.suppliers
        #expect(suppliers.count == 3)
        #expect(try store.suppliers(named: "Rena Golv i Uppsala AB").first?.name == "RENA GOLV AKTIEBOLAG")
        #expect(try store.suppliers(named: "Maserfrakt AB").first?.size == .large)
    }

    @Test func soleTradersAndCompaniesOfOneNameStayApart() throws {
        _ = try importing(
            "name,legal_form,size\nHH Traffic,Fysiska personer,micro\nHH Traffic AB,Övriga aktiebolag,small\nSolita AB,Övriga aktiebolag,\nSolita Oy,,\n"
        )
        #expect(try store.counts().suppliers == 4)
        try store.take(
            Samples.notice("a", winners: [Samples.organisation("W", "HH Traffic")]),
            Samples.notice("b", winners: [Samples.organisation("W", "HH TRAFFIC AB")]))
        #expect(try store.counts().suppliers == 4)
        let winners = try store.marketFacts().facts.procurements.compactMap(\.wins.first?.supplier)
        let sizes = try winners.map { try store.supplier($0)?.supplier.size }
        #expect(sizes == [.micro, .small])
    }
}
