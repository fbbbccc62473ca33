/// What a watch can tell of.
package enum NewsKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A call for tenders.
    case notice
    /// A procurement that was settled, or a contract that is to be awarded directly.
    case result
    /// A prior information notice.
    case plan
    /// A supplier that has come among the first.
    case supplier
    /// A contract that runs out soon.
    case contract
    /// A supplier's bankruptcy, deregistration or the like.
    case status

    /// The kind that a notice of this purpose is; `nil` for corrections and modifications, which are told of by none.
    package init?(_ purpose: NoticePurpose) {
        switch purpose {
        case .competition: self = .notice
        case .result, .directAward: self = .result
        case .planning: self = .plan
        case .contractModification, .correction, .other: return nil
        }
    }
}

/// How often somebody wants their news by mail.
package enum MailInterval: String, Sendable, Hashable, Codable, CaseIterable {
    case daily, weekly
    /// No mail.
    case never

    /// The first day of the next mail, after one that was prepared on `day`; `nil` for none.
    package func next(after day: CalendarDate) -> CalendarDate? {
        switch self {
        case .daily: day.adding(days: 1)
        case .weekly: day.adding(days: 7)
        case .never: nil
        }
    }
}
