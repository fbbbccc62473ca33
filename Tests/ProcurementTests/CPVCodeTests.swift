import Foundation
import Procurement
import Testing

@Suite struct CPVCodeTests {
    @Test(arguments: [
        ("72200000", "72200000"), ("72200000-7", "72200000"), ("03000000", "03000000"), ("03000000-1", "03000000"),
    ])
    func readsEightDigitsWithOrWithoutACheckDigit(text: String, expected: String) {
        #expect(CPVCode(text)?.description == expected)
    }

    @Test(arguments: [
        "", "722", "7220000", "722000000", "72200000-", "72200000-x", "72200000 7", "7220000o", "-72200000", "7220000०",
    ])
    func refusesEverythingElse(text: String) {
        #expect(CPVCode(text) == nil)
    }

    @Test func isATreeByPrefix() throws {
        let code = try #require(CPVCode("72212100"))
        #expect(code.division == 72)
        #expect(code.prefix(5) == 72212)
        #expect(code.prefix(0) == 0)
        #expect(code.prefix(9) == 72_212_100)
        #expect(code.sharedDigits(with: try #require(CPVCode("72212900"))) == 5)
        #expect(code.sharedDigits(with: try #require(CPVCode("03000000"))) == 0)
        #expect(code.sharedDigits(with: code) == 8)
    }

    @Test(arguments: [
        ("72000000", 2), ("70000000", 2), ("72200000", 3), ("72212000", 5), ("72212211", 8), ("03100000", 3),
    ])
    func knowsHowMuchItSays(text: String, depth: Int) {
        #expect(CPVCode(text)?.depth == depth)
    }

    @Test(arguments: [
        ("45000000", ContractKind.works), ("44999999", .supplies), ("03000000", .supplies), ("48000000", .supplies),
        ("50000000", .services), ("98000000", .services),
    ])
    func tellsTheKindOfContract(text: String, kind: ContractKind) {
        #expect(CPVCode(text)?.kind == kind)
    }

    @Test func survivesItsEncoding() throws {
        let code = try #require(CPVCode("03110000"))
        #expect(String(decoding: try JSONEncoder().encode([code]), as: UTF8.self) == #"["03110000"]"#)
        #expect(try JSONDecoder().decode([CPVCode].self, from: Data(#"["03110000"]"#.utf8)) == [code])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CPVCode].self, from: Data(#"["3110000"]"#.utf8))
        }
    }
}

@Suite struct CPVPatternTests {
    @Test(arguments: [
        ("722*", "722*"), ("722", "722*"), ("72200000", "722*"), ("72200000-7", "722*"), ("72212211", "72212211"),
        ("72000000", "72*"), ("03*", "03*"), ("70000000", "70*"),
    ])
    func readsPatternsAndCodes(text: String, written: String) {
        #expect(CPVPattern(text)?.description == written)
    }

    @Test(arguments: ["", "*", "7", "7*", "72x*", "722**", "722000001*", "722 *", "７２*"])
    func refusesEverythingElse(text: String) {
        #expect(CPVPattern(text) == nil)
    }

    @Test func matchesItsSubtree() throws {
        let pattern = try #require(CPVPattern("03*"))
        #expect(pattern.matches(try #require(CPVCode("03110000"))))
        #expect(!pattern.matches(try #require(CPVCode("30110000"))))
        let exact = try #require(CPVPattern("72212211"))
        #expect(exact.matches(try #require(CPVCode("72212211"))))
        #expect(!exact.matches(try #require(CPVCode("72212210"))))
    }

    @Test func survivesItsEncoding() throws {
        let patterns = ["03*", "72212211", "9*"].compactMap { CPVPattern($0) }
        #expect(patterns.count == 2)
        let json = try JSONEncoder().encode(patterns)
        #expect(try JSONDecoder().decode([CPVPattern].self, from: json) == patterns)
    }
}
