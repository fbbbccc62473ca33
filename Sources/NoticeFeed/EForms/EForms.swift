import Procurement

/// The eForms dialect.
package struct EForms: Dialect {
    package init() {}

    package var roots: Set<String> {
        ["PriorInformationNotice", "ContractNotice", "ContractAwardNotice", "BusinessRegistrationInformationNotice"]
    }

    package func notice(in root: Element) throws(NoticeDefect) -> Notice {
        throw NoticeDefect(reason: "x", detail: "")
    }
}
