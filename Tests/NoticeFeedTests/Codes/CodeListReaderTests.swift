import Foundation
import NoticeFeed
import Procurement
import TestSupport
import Testing

@Suite struct CodeListReaderTests {
    /// In the shape of the Publications Office's lists, with other names.
    private static func list(_ rows: String, columns: [String] = ["code", "Name", "eng_label", "swe_label"]) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
        <Identification><ShortName>Cpv</ShortName><LongName>cpv</LongName><Version>1</Version></Identification>
        <ColumnSet>\(columns.map { "<Column Id=\"\($0)\" Use=\"optional\"><ShortName>x</ShortName></Column>" }.joined())</ColumnSet>
        <SimpleCodeList>
        \(rows)
        </SimpleCodeList>
        </gc:CodeList>
        """
    }

    private static func row(_ values: (String?, String)...) -> String {
        let cells = values.map { column, text in
            "<Value\(column.map { " ColumnRef=\"\($0)\"" } ?? "")><SimpleValue>\(text)</SimpleValue></Value>"
        }
        return "<Row>\(cells.joined())</Row>"
    }

    private func read(_ text: String, limits: FeedLimits = FeedLimits()) throws -> [CodeOutcome] {
        try read(Data(text.utf8), limits: limits)
    }

    private func read(_ data: Data, limits: FeedLimits = FeedLimits()) throws -> [CodeOutcome] {
        let folder = try TemporaryFolder()
        let path = try folder.write(data, to: "cpv.gc")
        var outcomes: [CodeOutcome] = []
        try CodeListReader(limits: limits).read(path) { outcomes.append($0) }
        return outcomes
    }

    private func summaries(_ outcomes: [CodeOutcome]) -> [String] {
        outcomes.map { outcome in
            switch outcome {
            case .label(let label, _): "\(label.code) \(label.english ?? "–") \(label.swedish ?? "–")"
            case .refusal(let refusal): "[\(refusal.reason)] \(refusal.position.line ?? 0)"
            }
        }
    }

    @Test func readsLabelsByTheirColumns() throws {
        let rows = [
            Self.row(("code", "60000000"), ("Name", "Transport"), ("eng_label", "Transports"), ("swe_label", "Färder")),
            Self.row(("swe_label", "Skjuts &amp; taxi"), ("code", " 60120000-5 ")),
            Self.row(("code", "72000000"), ("Name", "IT"), ("fra_label", "TI")),
        ]
        #expect(
            summaries(try read(Self.list(rows.joined(separator: "\n")))) == [
                "60000000 Transports Färder", "60120000 – Skjuts & taxi", "72000000 IT –",
            ])
    }

    @Test func aValueWithoutAColumnStandsInTheNextOne() throws {
        let rows = Self.row((nil, "60000000"), ("eng_label", "Transports"), (nil, "Färder"))
        #expect(summaries(try read(Self.list(rows))) == ["60000000 Transports Färder"])
    }

    @Test func aBadRowIsRefusedWithItsLine() throws {
        let rows = [
            Self.row(("code", "60000000"), ("Name", "Transport")), Self.row(("code", "6000"), ("Name", "Short")),
            Self.row(("Name", "None")), Self.row(("code", "72000000"), ("fra_label", "TI")),
            Self.row(("code", "73000000"), ("Name", "R&amp;D")),
        ]
        #expect(
            summaries(try read(Self.list(rows.joined(separator: "\n")))) == [
                "60000000 Transport –", "[bad-cpv] 7", "[bad-cpv] 8", "[no-label] 9", "73000000 R&D –",
            ])
    }

    @Test func otherEncodingsAreRead() throws {
        let text = Self.list(Self.row(("code", "60000000"), ("swe_label", "Färder")))
            .replacing("UTF-8", with: "UTF-16")
        let data = try #require(text.data(using: .utf16))
        #expect(summaries(try read(data)) == ["60000000 – Färder"])
    }

    @Test func hostileFilesAreRefused() throws {
        let row = Self.row(("code", "60000000"), ("Name", "Transport"))
        let bomb = "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
        let withBomb = Self.list(row).replacing("?>", with: "?>" + bomb, maxReplacements: 1)
        #expect(summaries(try read(withBomb)) == ["[doctype] 1"])
        #expect(summaries(try read(Self.list(Self.row(("code", "&x;"))))).last?.hasPrefix("[not-xml]") == true)
        #expect(summaries(try read(Self.list(row + "</a>"))) == ["60000000 Transport –", "[not-xml] 6"])
        #expect(summaries(try read("<a/>")) == ["[unknown-format] 1"])
        #expect(summaries(try read("")).first?.hasPrefix("[empty]") == true)
        #expect(summaries(try read(Data([0x1F, 0x8B, 8, 0]))) == ["[packed] 0"])
        let deep = "<Row>" + String(repeating: "<a>", count: 200)
        #expect(summaries(try read(Self.list(deep))).last?.hasPrefix("[too-deep]") == true)
        var limits = FeedLimits()
        limits.codes = 2
        let rows = Array(repeating: row, count: 4).joined(separator: "\n")
        #expect(summaries(try read(Self.list(rows), limits: limits)).last == "[too-many-rows] 8")
        limits.labelBytes = 8
        #expect(summaries(try read(Self.list(row), limits: limits)) == ["[label-too-long] 6"])
        limits.textBytes = 20
        limits.labelBytes = 10
        let long = Self.row(("code", "60000000"), ("Name", String(repeating: "a", count: 30)))
        #expect(
            summaries(try read(Self.list(long + "\n" + row), limits: limits)) == [
                "[text-too-long] 6", "60000000 Transport –",
            ])
    }
}
