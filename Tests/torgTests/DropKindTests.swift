import Foundation
import TestSupport
import Testing

@testable import torg

@Suite struct DropKindTests {
    @Test(
        arguments: [
            ("<ContractNotice/>", .feed), ("\u{FEFF} <?xml?><gc:CodeList xmlns:gc=\"…/genericode/1.0/\">", .codes),
            ("code,label_en\n", .codes), ("SNI2025;SNI2007;label\n", .codes), ("postcode;county\n", .codes),
            ("\u{FEFF}\"organisationsidentitet\";\"namnskyddslopnummer\"\n", .register),
            ("ForAndrTyp\tPeOrgNr\tNamn\r\n", .register), ("id;name;size\n", .register),
            ("År;Upphandlings-ID;Kontrakterad\n", .feed),
            ("", .feed), ("hello", .feed),
        ] as [(String, DropKind)])
    func textsAreToldApartByTheirFirstLine(text: String, kind: DropKind) {
        #expect(DropKind(beginning: Data(text.utf8)) == kind)
    }

    @Test func archivesAreToldApartByTheirFirstMember() {
        func kind(_ name: String) -> DropKind { DropKind(beginning: Data(ArchiveBuilder.zip([(name, "x")]))) }
        #expect(kind("bolagsverket_bulkfil.txt") == .register)
        #expect(kind("20260101_001/00566631_2026.xml") == .feed)
        #expect(DropKind(beginning: Data([0x1F, 0x8B, 8])) == .feed)
        guard case .other(let words) = kind("[Content_Types].xml") else {
            Issue.record("a workbook is no feed")
            return
        }
        #expect(words.contains("CSV"))
    }

    @Test func whatIsNobodysExportIsNamed() {
        guard case .other(let words) = DropKind(beginning: Data("%PDF-1.7".utf8)) else {
            Issue.record("a PDF is no feed")
            return
        }
        #expect(words.contains("PDF"))
    }
}
