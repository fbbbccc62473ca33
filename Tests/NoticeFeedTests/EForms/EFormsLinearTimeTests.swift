import Foundation
import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

/// The time that a notice takes grows with its length, whatever refers to whatever in it.
@Suite struct EFormsLinearTimeTests {
    private typealias Example = EFormsExample

    struct Kind: Sendable, CustomTestStringConvertible {
        var name: String
        /// A notice with so many of something.
        var xml: @Sendable (Int) -> String

        var testDescription: String { name }

        init(_ name: String, results: @escaping @Sendable (Int) -> String) {
            self.name = name
            xml = { EFormsExample(extensions: "<efac:NoticeResult>\(results($0))</efac:NoticeResult>").xml }
        }

        init(document name: String, xml: @escaping @Sendable (Int) -> String) {
            self.name = name
            self.xml = xml
        }
    }

    private static func all(_ count: Int, _ part: (Int) -> String) -> String { (0..<count).map(part).joined() }

    private static func ids(_ count: Int, _ prefix: String) -> [String] { (0..<count).map { "\(prefix)\($0)" } }

    static let kinds = [
        Kind("lot results of one tender") { count in
            all(count) { Example.lotResult(lots: ["L\($0)"], tenders: ["T"]) } + Example.tender("T", party: "P")
                + Example.party("P", tenderers: ["O"])
        },
        Kind("tenders of one lot result") { count in
            Example.lotResult(tenders: ids(count, "T")) + all(count) { Example.tender("T\($0)", party: "P\($0)") }
                + all(count) { Example.party("P\($0)", tenderers: ["O\($0)"]) }
        },
        Kind("tenders of one contract") { count in
            all(count) { Example.lotResult(lots: ["L\($0)"], tenders: ["T\($0)"]) }
                + all(count) { Example.tender("T\($0)", party: "P\($0)") }
                + all(count) { Example.party("P\($0)", tenderers: ["O\($0)"]) }
                + Example.contract("C", tenders: ids(count, "T"))
        },
        Kind("contracts of one tender") { count in
            Example.lotResult(tenders: ["T"]) + Example.tender("T", party: "P")
                + Example.party("P", tenderers: ["O"])
                + all(count) {
                    Example.contract("C\($0)", tenders: ["T"], more: "<cbc:Title>Contract \($0)</cbc:Title>")
                }
        },
        Kind("tenders of a party of many") { count in
            all(count) { Example.lotResult(lots: ["L\($0)"], tenders: ["T\($0)"]) }
                + all(count) { Example.tender("T\($0)", party: "P") }
                + Example.party("P", tenderers: ids(count, "O")) + Example.contract("C", tenders: ids(count, "T"))
        },
        Kind("further tenders for many lots") { count in
            Example.lotResult(lots: ids(count, "L"), tenders: ids(count, "T"))
                + all(count) { Example.tender("T\($0)", party: "P") } + Example.party("P", tenderers: ["O"])
        },
        Kind("lot results and tenders that don't name each other") { count in
            all(count) { _ in Example.lotResult(lots: ["L"]) }
                + all(count) { Example.tender("T\($0)", party: "P", lots: ["L"]) }
                + Example.party("P", tenderers: ["O"])
        },
        Kind(document: "languages") { count in
            let names = all(count) { "<cbc:Name languageID=\"L\($0)\">x</cbc:Name>" }
            return EFormsExample(body: "<cac:ProcurementProject>\(names)</cac:ProcurementProject>").xml
        },
        Kind(document: "names of one organisation") { count in
            let names = all(count) { "<cac:PartyName><cbc:Name>x\($0)</cbc:Name></cac:PartyName>" }
            let organisation = EFormsExample.organisation("O", company: names)
            return EFormsExample(extensions: "<efac:Organizations>\(organisation)</efac:Organizations>").xml
        },
        Kind(document: "parties without an id among those with one") { count in
            let described = all(count) { EFormsExample.organisation("org-\($0)") }
            let inline = all(count) {
                "<cac:ContractingParty><cac:Party><cac:PartyName><cbc:Name>x\($0)</cbc:Name></cac:PartyName>"
                    + "</cac:Party></cac:ContractingParty>"
            }
            return EFormsExample(extensions: "<efac:Organizations>\(described)</efac:Organizations>", body: inline)
                .xml
        },
        Kind(document: "winning parties") { count in
            UBLExample(body: all(count) { UBLExample.result(lots: ["\($0)"], winners: ["x\($0)"]) }).xml
        },
    ]

    /// Processor time of this thread alone, so that others' work on the machine doesn't count.
    private func seconds(_ xml: String) throws -> Double {
        let root = try NoticeTree.document(xml.utf8).root
        return try timed { try EFormsDialect().notice(in: root) }.seconds
    }

    /// Four times as much takes four times as long; where each was compared with every other it took sixteen times.
    @Test(arguments: kinds)
    func growsWithTheLength(kind: Kind) throws {
        let few = try (0..<3).map { _ in try seconds(kind.xml(1500)) }.min() ?? 0
        let many = try (0..<2).map { _ in try seconds(kind.xml(6000)) }.min() ?? 0
        #expect(many < few * 9, "\(kind.name): \(few) s for 1500, \(many) s for 6000")
    }
}
