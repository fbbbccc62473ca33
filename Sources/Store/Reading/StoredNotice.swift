import Foundation
import Procurement

/// A notice as it was read, with what the store knows about it.
package struct StoredNotice: Sendable {
    /// As published. Its organisations' numbers may be personal numbers: mask them before they are shown.
    package var notice: Notice
    package var standing: NoticeStanding
    /// All stored versions, ascending.
    package var versions: [Int]
    /// Where it was read.
    package var position: FeedPosition
    /// The notices that take this one's place (eForms change notices), sorted.
    package var changedBy: [NoticeID]
    /// The notice that tells of the contract which this one modifies, where it is stored.
    package var modified: NoticeID?
    /// The current notices that modify a contract which this one tells of, sorted.
    package var modifiedBy: [NoticeID]
    /// How many other contents came under the same id and version.
    package var conflicts: Int
    /// Which supplier each winner is. Empty unless the notice is current.
    package var suppliers: [OrganisationID: SupplierID]
}

/// A supplier with what it won.
package struct StoredSupplier: Sendable {
    package struct Award: Sendable, Hashable {
        package var notice: NoticeID
        package var date: CalendarDate?
        package var title: String
        package var buyers: [PastProcurement.Buyer]
        package var cpv: [CPVCode]
        package var lots: [LotID]
        /// Of the whole award, also where a consortium shares it.
        package var value: Money?
    }

    package var supplier: Supplier
    /// How many there are; `awards` holds the latest of them.
    package var awardCount: Int
    /// Newest first.
    package var awards: [Award]
    /// What it has tendered for; `nil` where the statistics know nothing of it.
    package var tenders: TenderRecord?
}

/// A refusal in the store's list.
package struct StoredRefusal: Sendable, Hashable {
    package var id: Int64
    package var refusal: Refusal
    package var at: Date
}

/// How much there is.
package struct StoreCounts: Sendable, Hashable {
    /// Current notices.
    package var notices: Int
    /// With superseded and changed ones.
    package var noticeVersions: Int
    package var suppliers: Int
    /// Awards with at least one winner in current notices, each once.
    package var awards: Int
    package var refusals: Int
    package var conflicts: Int
    package var generation: Int
}
