import Procurement
import Testing

@testable import NoticeFeed

@Suite struct TEDFormTests {
    @Test(
        arguments: [
            ("F01", "PRI_ONLY", "0", NoticePurpose.planning), ("F01", "PRI_REDUCING_TIME_LIMITS", "0", .planning),
            ("F01", "PRI_CALL_COMPETITION", "A", .competition), ("F02", nil, "3", .competition),
            ("F03", nil, "7", .result),
            ("F04", "PER_ONLY", "P", .planning), ("F04", "PER_CALL_COMPETITION", "M", .competition),
            ("F05", nil, "Y", .competition), ("F06", nil, "7", .result),
            ("F07", "QSU_CALL_COMPETITION", "O", .competition),
            ("F07", nil, "Q", .competition), ("F08", nil, "B", .planning), ("F12", nil, "D", .competition),
            ("F13", nil, "R", .result), ("F14", nil, "2", .correction), ("F15", nil, "V", .directAward),
            ("F20", nil, "K", .contractModification), ("F21", "PRI_ONLY", "0", .planning),
            ("F21", "PRI_CALL_COMPETITION", "A", .competition), ("F21", "CONTRACT", "3", .competition),
            ("F21", "AWARD_CONTRACT", "7", .result), ("F22", "PER_ONLY", "P", .planning),
            ("F22", "CONTRACT", "3", .competition),
            ("F22", "QSU_CALL_COMPETITION", "O", .competition), ("F22", "QSU_ONLY", "Q", .competition),
            ("F22", "PER_CALL_COMPETITION", "M", .competition), ("F22", nil, "Q", .competition),
            ("F22", nil, "7", .result), ("F22", "AWARD_CONTRACT", "7", .result),
            ("F23", "PRI", "H", .competition), ("F23", "CONCESSION_AWARD_CONTRACT", "J", .result),
            ("F24", nil, "H", .competition), ("F25", nil, "J", .result), ("T01", nil, "0", .planning),
            ("T02", nil, "7", .result),
            // Where the form doesn't say what it is, TED's document type does.
            ("F01", nil, "A", .competition), ("F21", nil, "7", .result), ("F04", nil, "?", .planning),
        ] as [(String, String?, String, NoticePurpose)])
    func knowsTheFormsPurpose(code: String, type: String?, documentType: String, purpose: NoticePurpose) throws {
        let notice = try TEDExample.notice(TEDExample.form(code, type: type), documentType: documentType)
        #expect(notice.type == code)
        #expect(notice.purpose == purpose)
    }

    @Test func aFormThatAwardsIsAResult() throws {
        let form = TEDExample.form("F21", type: "PRI_ONLY", awards: TEDExample.award("<NO_AWARDED_CONTRACT/>"))
        let notice = try TEDExample.notice(form, documentType: "0")
        #expect(notice.purpose == .result)
        #expect(notice.lots.map(\.role) == [.lot])
    }

    @Test(
        arguments: [
            ("PRIOR_INFORMATION", "1", "F01"), ("CONTRACT_AWARD", "3", "F03"), ("CONTRACT_AWARD", nil, "F03"),
            ("CONTRACT_UTILITIES", nil, "F05"), ("CONTRACT_DEFENCE", "17", "F17"), ("CONTRACT_MOVE", nil, "T02"),
            ("F03_2014", nil, "F03"), ("F03_2014", "F03", "F03"), ("MOVE", "T01", "T01"), ("OTH_NOT", nil, "OTH_NOT"),
        ] as [(String, String?, String)])
    func namesTheForm(element: String, attribute: String?, code: String) throws {
        let xml = "<\(element) \(attribute.map { "FORM=\"\($0)\"" } ?? "") LG=\"SV\"><FD_\(element)/></\(element)>"
        let form = TEDForm(try NoticeTree.document(xml.utf8).root)
        #expect(form.code == code)
        #expect(form.language == "SWE")
        #expect(form.isLegacy)
        #expect(form.isStandard == (code != "OTH_NOT"))
    }

    @Test(
        arguments: [
            ("0", .planning), ("B", .planning), ("3", .competition), ("Y", .competition), ("7", .result),
            ("V", .directAward),
            ("K", .contractModification), ("1", .correction), ("G", .other), (nil, .other),
        ] as [(String?, NoticePurpose)])
    func knowsTheDocumentTypesPurpose(documentType: String?, purpose: NoticePurpose) {
        #expect(TEDForm.purpose(documentType: documentType) == purpose)
    }
}
