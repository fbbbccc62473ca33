import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct CodeListTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.inMemory()
    }

    private func importing(_ text: String) throws -> CodeCounts {
        try store.importCodes(path: folder.write(text, to: "cpv.csv"))
    }

    @Test(arguments: [",", ";"]) func columnsAreFoundByTheirNames(_ mark: String) throws {
        let text = """
            label_sv,code,note,label_en
            Skolskjuts,60130000-8,x,Special-purpose road transport
            ,72000000,x,IT services
            """
        #expect(try importing(text.replacing(",", with: mark)).stored == 2)
        #expect(
            try store.cpvLabels() == [
                try #require(CPVCode("60130000")): "Skolskjuts", try #require(CPVCode("72000000")): "IT services",
            ])
    }

    @Test func badRowsAreRefusedAndTheRestGoesOn() throws {
        let counts = try importing(
            """
            code,label_en
            72000000,IT services
            7200,short
            72200000,
            72000000,again
            72300000
            48000000,Software
            """)
        #expect(counts.stored == 2)
        #expect(counts.refused == 4)
        #expect(counts.seen == 6)
        let refusals = try store.refusals().items.map(\.refusal)
        #expect(Set(refusals.map(\.reason)) == ["bad-cpv", "no-label", "repeated", "bad-columns"])
        #expect(refusals.first { $0.reason == "repeated" }?.position.line == 5)
    }

    @Test func onlyAChangeMakesANewGeneration() throws {
        let text = "code,label_en\n72000000,IT services\n48000000,Software\n"
        _ = try importing(text)
        let generation = try store.generation
        #expect(try importing(text).unchanged == 2)
        #expect(try store.generation == generation)
        #expect(try importing(text.replacing("Software", with: "Programs")).stored == 1)
        #expect(try store.generation == generation + 1)
        #expect(try store.cpvLabels().values.sorted() == ["IT services", "Programs"])
    }

    @Test func anImportedListNamesBeforeTheDivisionsOfTheRegulation() throws {
        let codes = try ["60130000", "60120000", "72212000"].map { try #require(CPVCode($0)) }
        let built = try store.labels(of: codes)
        #expect(built.values.compactMap(\.english).allSatisfy { $0.hasPrefix("Transport") || $0.hasPrefix("IT") })
        #expect(built[codes[0]]?.code.description == "60000000")
        _ = try importing("code,label_en\n60130000,Special-purpose road transport\n72200000,Software\n")
        let loaded = try store.labels(of: codes)
        #expect(loaded[codes[0]] == CodeLabel(code: codes[0], english: "Special-purpose road transport"))
        #expect(loaded[codes[1]] == built[codes[1]])
        #expect(loaded[codes[2]]?.english == "Software")
        #expect(loaded[codes[2]]?.code.description == "72200000")
    }

    @Test(arguments: [
        ("\n<?xml version=\"1.0\"?><gc:CodeList/>", "columns"), ("72000000,IT services\n", "columns"),
        ("code,label_en,code\n", "twice"), ("", "header"), ("a\0b", "not text"),
    ])
    func aFileThatIsNoListIsToldWhy(_ text: String, _ words: String) throws {
        let error = #expect(throws: StoreError.self) { try importing(text) }
        #expect(error?.description.contains(words) == true)
        #expect(try store.cpvLabels().isEmpty)
    }
}
