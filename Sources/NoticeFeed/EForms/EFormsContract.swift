import Procurement

/// Reads a `efac:SettledContract`, once however many tenders it lists.
struct EFormsContract {
    /// BT-145, else BT-1451.
    let concluded: CalendarDate?
    /// BT-721.
    let title: LocalizedText
    /// BT-150.
    let number: String?

    init(_ contract: Element) {
        concluded = contract.first("IssueDate")?.date ?? contract.first("AwardDate")?.date
        title = contract.localized("Title")
        number = contract.path("ContractReference", "ID")?.published
    }
}
