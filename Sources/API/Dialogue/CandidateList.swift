/// The suppliers that a plan chose among for one category, by id: for whoever asks later why one wasn't chosen.
package struct CandidateList: Described {
    package var category: String
    package var candidates: [CandidateLine]

    package init(category: String, candidates: [CandidateLine]) {
        self.category = category
        self.candidates = candidates
    }

    package static let notes = [
        "category": "The category.",
        "candidates": "Its candidates.",
    ]
}

/// One candidate.
package struct CandidateLine: Described {
    package var supplier: String
    package var score: Points

    package init(supplier: String, score: Points) {
        self.supplier = supplier
        self.score = score
    }

    package static let notes = [
        "supplier": "The id of the supplier.",
        "score": "Its score, before anything is taken off.",
    ]
}
