import Procurement

/// eForms: the UBL 2.3 documents of Commission Implementing Regulation (EU) 2019/1780, SDK 1.0 and later, the national
/// tailorings that add to them, and UBL notices without the eForms extension.
///
/// Elements are told by their local names, so the prefixes and the CustomizationID that a country chooses don't matter.
/// Field numbers such as BT-27 are those of the regulation's annex; the paths are the SDK's (`fields.json`).
package struct EFormsDialect: Dialect {
    package init() {}

    package var roots: Set<String> {
        ["PriorInformationNotice", "ContractNotice", "ContractAwardNotice", "BusinessRegistrationInformationNotice"]
    }

    package func notice(in root: Element) throws(NoticeDefect) -> Notice {
        guard let id = root.noticeID else {
            throw NoticeDefect(
                reason: "no-notice-id",
                detail: "the notice has no identifier: <cbc:ID schemeName=\"notice-id\"> is needed",
                at: root)
        }
        return EFormsNotice(root: root).read(id: id)
    }
}

extension Element {
    /// BT-701.
    fileprivate var noticeID: NoticeID? {
        let ids = all("ID")
        let id = ids.first { $0.attribute("schemeName", is: "notice-id") } ?? ids.first { _ in true }
        return id?.text.map { NoticeID($0) }
    }
}
