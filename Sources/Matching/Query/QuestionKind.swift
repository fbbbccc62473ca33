/// The kind of a question. Weights are set for each (`WeightsByKind`).
package enum QuestionKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// One purchase, described as a notice describes it.
    case notice
    /// A whole field: everything in its CPV patterns counts half as similar at least, whatever its words.
    case category
    /// A long-term aim.
    case challenge
    /// A need in plain words.
    case need

    /// Whether two questions of this kind can be about the same thing without being the same question. A category or
    /// a challenge is only ever the same as itself.
    var isPurchase: Bool { self == .notice || self == .need }
}
