import JSON
import JSONRPC
import Procurement

/// One reason for a score. The points of all signals sum to the score to the last digit.
@WireType
package struct Signal: Described {
    /// Which signal, such as experience.
    package var name: String
    /// How strong it is, from 0 to 1. Absent when there is nothing to tell it by: unknown is not zero.
    package var value: Points?
    /// Its share of the whole in this match. A signal without a value has its weight shared out among the others,
    /// but adds nothing where it is read from a question's words (experience, scope, industry, name, trade, description
    /// and offer of a category, a challenge or a need).
    package var weight: Points
    /// What it adds to the score.
    package var points: Points
    /// The reason in a sentence.
    package var because: String
}

/// A past notice that speaks for a match.
@WireType
package struct Evidence: Described {
    /// The notice, for notices.get.
    package var noticeId: String
    /// Its title.
    package var title: String
    /// Its day; absent when the notice has none.
    package var date: CalendarDate?
    /// Who bought; absent when the notice does not say.
    package var buyer: String?
    /// How much it is like what was asked for, from 0 to 1.
    package var similarity: Points
    /// True where the supplier tendered in it and got no contract; absent where it won.
    package var lost: Bool?
}
