import Procurement

/// One supplier's place on a list.
package struct Match: Sendable, Hashable {
    /// From 1.
    package var rank: Int
    package var supplier: SupplierID
    package var name: String
    package var size: SupplierSize?
    /// True where no win of this supplier is known.
    package var isNewcomer: Bool
    /// What the public registers say against its being there; nil where nothing does.
    package var status: FirmStatus?
    /// Exactly the sum of the signals' points.
    package var score: Points
    package var signals: [SignalScore]
    /// The supplier's own wins that are most like what is sought, the most similar first; where none is, what it tendered for
    /// and lost.
    package var evidence: [Evidence]
    /// What people said of it for needs like this one. Nil where nobody did, and where no explanation was asked for.
    package var feedback: FeedbackTally?
    /// The others of its corporate group; nil where the list isn't folded, or there are none.
    package var group: MatchGroup?
}

/// Suppliers of one corporate group behind the best of them.
package struct MatchGroup: Sendable, Hashable {
    /// A supplier behind another of its group.
    package struct Member: Sendable, Hashable {
        /// Its place on the unfolded list, from 1.
        package var rank: Int
        package var supplier: SupplierID
        package var name: String
        package var score: Points

        package init(rank: Int, supplier: SupplierID, name: String, score: Points) {
            self.rank = rank
            self.supplier = supplier
            self.name = name
            self.score = score
        }
    }

    package var name: String
    /// The best first.
    package var members: [Member]

    package init(name: String, members: [Member]) {
        self.name = name
        self.members = members
    }
}

/// What people said of a supplier for needs like the one that is asked for, apart from what the data say.
package struct FeedbackTally: Sendable, Hashable {
    /// How often it was accepted; the latest word of each person on each need counts.
    package var accepted: Int
    /// How often it was rejected.
    package var rejected: Int
    /// How many people said so.
    package var people: Int
    /// What the score would be had nobody said anything.
    package var scoreWithout: Points
}

/// What one signal says of one supplier.
package struct SignalScore: Sendable, Hashable {
    package var name: SignalName
    /// From 0 to 1. Nil: the signal knows nothing here, and the others share its weight.
    package var value: Double?
    /// After sharing out, so that value × weight are the points; 0 where the value is unknown.
    package var weight: Double
    package var points: Points
    /// One sentence with the facts behind the value. Empty when no explanation was asked for.
    package var because: String
}

/// A past procurement that speaks for a supplier.
package struct Evidence: Sendable, Hashable {
    package var notice: NoticeID
    package var title: String
    package var date: CalendarDate?
    package var buyer: String?
    /// To what is sought, from 0 to 1.
    package var similarity: Double
    /// Whether the supplier tendered in it and won nothing.
    package var isLost = false
}

/// A ranked list.
package struct MatchResult: Sendable, Hashable {
    package var matches: [Match]
    /// The best without a known win, with ranks of their own. Nil where they weren't asked for.
    package var newcomers: [Match]?
    /// How a question in words was read; nil for a notice.
    package var report: QuestionReport?
    /// How many suppliers were scored, after the filter.
    package var considered: Int
    /// How many suppliers a condition on places left out because no place of theirs is known; nil without such a condition.
    package var withoutPlace: Int?
    /// The date of the newest procurement that counts.
    package var dataThrough: CalendarDate?
    package var generation: Int
    package var weights: Weights
}
