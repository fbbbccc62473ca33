/// One reason for a score. The points of all signals sum to the score to the last digit.
package struct Signal: Described {
    package var name: String
    package var value: Points?
    package var weight: Points
    package var points: Points
    package var because: String

    package init(name: String, value: Points? = nil, weight: Points, points: Points, because: String) {
        self.name = name
        self.value = value
        self.weight = weight
        self.points = points
        self.because = because
    }

    package static let notes = [
        "name": "Which signal, such as experience.",
        "value": "How strong it is, from 0 to 1. Absent when there is nothing to tell it by: unknown is not zero.",
        "weight":
            "Its share of the whole in this match. A signal without a value has its weight shared out among the "
            + "others, but adds nothing where it is read from a question's words (experience, scope, industry, name, "
            + "trade, description and offer of a category, a challenge or a need).",
        "points": "What it adds to the score.",
        "because": "The reason in a sentence.",
    ]
}

/// A past notice that speaks for a match.
package struct Evidence: Described {
    package var noticeId: String
    package var title: String
    package var date: Day?
    package var buyer: String?
    package var similarity: Points

    package init(noticeId: String, title: String, date: Day? = nil, buyer: String? = nil, similarity: Points) {
        self.noticeId = noticeId
        self.title = title
        self.date = date
        self.buyer = buyer
        self.similarity = similarity
    }

    package static let notes = [
        "noticeId": "The notice, for notices.get.",
        "title": "Its title.",
        "date": "Its day; absent when the notice has none.",
        "buyer": "Who bought; absent when the notice does not say.",
        "similarity": "How much it is like what was asked for, from 0 to 1.",
    ]
}
