/// The weights in force for each kind of question, by signal.
package struct WeightsByKind: Described {
    package var notice: SortedMap<Points>
    package var category: SortedMap<Points>
    package var challenge: SortedMap<Points>
    package var need: SortedMap<Points>

    package init(
        notice: SortedMap<Points>, category: SortedMap<Points>, challenge: SortedMap<Points>, need: SortedMap<Points>
    ) {
        self.notice = notice
        self.category = category
        self.challenge = challenge
        self.need = need
    }

    package static let notes = [
        "notice": "For notices.",
        "category": "For categories.",
        "challenge": "For challenges.",
        "need": "For needs in plain words.",
    ]

    static var example: WeightsByKind {
        let weights: SortedMap<Points> = ["experience": Points(millionths: 400_000)]
        return WeightsByKind(notice: weights, category: weights, challenge: weights, need: weights)
    }
}
