import Procurement

/// A supplier as the planners see it: who it is and what the shares and quotas ask about.
package struct Company: Sendable, Hashable, Codable {
    package var id: SupplierID
    package var name: String
    /// `nil` where nobody knows; then it counts toward no share of small firms.
    package var size: SupplierSize?
    package var isNewcomer: Bool
    /// The corporate group that it belongs to, where known: one name for all its companies.
    package var group: String?
    package var region: NUTSCode?

    package init(
        id: SupplierID, name: String, size: SupplierSize? = nil, isNewcomer: Bool = false, group: String? = nil,
        region: NUTSCode? = nil
    ) {
        self.id = id
        self.name = name
        self.size = size
        self.isNewcomer = isNewcomer
        self.group = group
        self.region = region
    }
}

/// How well a supplier matches one category, in micro-units 0…1,000,000. Nothing said is no match.
package struct CategoryScore: Sendable, Hashable, Codable {
    package var category: CategoryID
    package var score: Int

    package init(_ category: CategoryID, _ score: Int) {
        self.category = category
        self.score = score
    }
}

/// One stretch of time in a programme, such as 09:00–09:25. Slots of one plan never overlap.
package struct TimeSlot: Sendable, Hashable, Codable {
    package var id: SlotID
    /// As people read it: `09:00`.
    package var starts: String
    package var ends: String

    package init(id: SlotID, starts: String, ends: String) {
        self.id = id
        self.starts = starts
        self.ends = ends
    }
}

/// A slot's name within its plan.
package typealias SlotID = Identifier<TimeSlot>

extension SupplierSize {
    /// What people call the size.
    var words: BilingualText {
        switch self {
        case .micro: BilingualText(sv: "mikroföretag", en: "micro")
        case .small: BilingualText(sv: "litet företag", en: "small")
        case .medium: BilingualText(sv: "medelstort företag", en: "medium-sized")
        case .large: BilingualText(sv: "stort företag", en: "large")
        case .sme: BilingualText(sv: "litet eller medelstort företag", en: "small or medium-sized")
        }
    }
}
