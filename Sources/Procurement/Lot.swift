/// One lot, or one part of a planned procurement, or a group of lots.
package struct Lot: Sendable, Hashable, Codable {
    package enum Role: String, Sendable, Hashable, Codable {
        case lot, group, part
    }

    package var id: LotID
    package var role: Role
    package var title: LocalizedText
    package var description: LocalizedText
    package var kind: ContractKind?
    /// The main code first, then the additional ones.
    package var cpv: [CPVCode]
    package var nuts: [NUTSCode]
    /// Estimated value (BT-27), or the framework's maximum (BT-271) where only that is given.
    package var value: Disclosed<Money>
    package var deadline: CalendarDate?
    /// BT-726 / TED's lot suited to SMEs; `nil` where not said.
    package var suitableForSMEs: Bool?
    package var strategicGoals: [StrategicGoal]

    package init(id: LotID, role: Role = .lot) {
        self.id = id
        self.role = role
        title = []
        description = []
        cpv = []
        nuts = []
        value = .missing
        strategicGoals = []
    }
}

/// One strategic aim of a lot: the list (BT-06 and its details) and the code.
package struct StrategicGoal: Sendable, Hashable, Codable, Comparable {
    package enum List: String, Sendable, Hashable, Codable, CaseIterable {
        /// BT-06: `env-imp`, `soc-obj`, `inn-pur`, `none`.
        case strategicProcurement = "strategic-procurement"
        /// BT-774, green procurement.
        case environmentalImpact = "environmental-impact"
        /// BT-775, social procurement.
        case socialObjective = "social-objective"
        /// BT-776, procurement of innovation.
        case innovativeAcquisition = "innovative-acquisition"
        /// BT-805, green procurement criteria.
        case greenCriteria = "gpp-criteria"
        /// BT-754, accessibility.
        case accessibility
    }

    package var list: List
    /// Such as `env-imp` or `clim-mitig`.
    package var code: String

    package init(list: List, code: String) {
        self.list = list
        self.code = code
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.list.rawValue, left.code) < (right.list.rawValue, right.code)
    }
}
