/// All that the matcher learns from: what the store knows, without how it is kept.
package struct MarketFacts: Sendable {
    /// Sorted by id.
    package var suppliers: [Supplier]
    /// Notices in their latest version, sorted by date (unknown first), then by id. Without their running texts: no
    /// signal stands on descriptions or on the words of lots.
    package var procurements: PastProcurements
    /// Some of them with their running texts, as they were asked for.
    package var described: [NoticeID: PastProcurement] = [:]

    package init(suppliers: [Supplier], procurements: PastProcurements) {
        self.suppliers = suppliers
        self.procurements = procurements
    }
}
