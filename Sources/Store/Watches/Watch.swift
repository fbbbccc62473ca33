import Foundation
import Procurement

/// What somebody watches, and what they want to be told of.
package struct Watch: Sendable, Hashable {
    /// The user whose it is.
    package var person: String
    /// What they call it; one a person.
    package var name: String
    /// The question in JSON, which the store doesn't read.
    package var question: String
    /// The codes that a need or a challenge without codes was read as when the watch was saved.
    package var cpv: [CPVPattern]
    /// The supplier of the question.
    package var supplier: SupplierID?
    /// What to tell of.
    package var tells: Set<NewsKind>
    /// How many months ahead contracts that run out are told.
    package var months: Int
    /// Among how many of the first a supplier is told as new.
    package var first: Int

    package init(
        person: String, name: String, question: String, cpv: [CPVPattern] = [], supplier: SupplierID? = nil,
        tells: Set<NewsKind>, months: Int = 12, first: Int = 20
    ) {
        self.person = person
        self.name = name
        self.question = question
        self.cpv = cpv
        self.supplier = supplier
        self.tells = tells
        self.months = months
        self.first = first
    }
}

/// A watch as it is kept.
package struct StoredWatch: Sendable, Hashable {
    package var id: Int64
    package var watch: Watch
    /// When it was saved last.
    package var at: Date
    /// Notices of later rows are new to it.
    package var afterNotice: Int64
    /// Contracts that end up to this day have been told; `nil` before the first look.
    package var contractsThrough: CalendarDate?
    /// How many of its news the person hasn't seen.
    package var unseen: Int
    /// News beyond what is kept at a time (`Store.mostNewsAtOnce`).
    package var uncounted: Int
}

/// Something that is new to a watch, named by ids alone.
package struct News: Sendable, Hashable {
    package var watch: Int64
    package var kind: NewsKind
    /// What tells it from all else that the watch is told: the same is told once.
    package var key: String
    package var notice: NoticeID?
    package var supplier: SupplierID?
    /// The contract's last day, or since when the status holds.
    package var day: CalendarDate?
    /// Whether the day is an estimate.
    package var isEstimate = false
    /// The place among the first, from 1.
    package var rank: Int?
    package var status: FirmStatus.Kind?

    package init(watch: Int64, kind: NewsKind, key: String) {
        self.watch = watch
        self.kind = kind
        self.key = key
    }
}

/// News as a person is told of it, with what the store says now of what it names.
package struct StoredNews: Sendable, Hashable {
    package var id: Int64
    package var news: News
    package var watchName: String
    package var title: String?
    package var buyer: String?
    package var date: CalendarDate?
    package var deadline: CalendarDate?
    package var supplierName: String?
    /// Who won, or has the contract: a few of them.
    package var winners: [(id: SupplierID, name: String)] = []
    package var at: Date
    package var seen: Date?

    package static func == (left: Self, right: Self) -> Bool {
        left.id == right.id && left.news == right.news && left.seen == right.seen
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
