import Containers
import Language

/// A word of a question as a compound, with what its stems weigh.
struct SoughtTree {
    /// The number of its stem; nil for one that no text has.
    let stem: Int32?
    /// The first constituent and the last; empty for a word that is no compound.
    let constituents: [SoughtTree]
    /// How the two constituents share what it says.
    let shares: (first: Float, last: Float)
    /// How much it tells of what is bought, from 0 to 1.
    let weight: Float
}

/// What the stems of a question weigh, each computed once: it takes all titles that have a stem to tell.
struct StemWeights {
    let index: QuestionIndex
    private var weights: [Int32?: Float] = [:]

    private static let lastCounts: Float = 1.5
    private static let ofUnknownWhole: Float = 0.5
    private static let fewTitles = 3

    init(in index: QuestionIndex) { self.index = index }

    mutating func weight(of stem: Int32?) -> Float {
        if let known = weights[stem] { return known }
        let weight = index.weight(of: stem)
        weights[stem] = weight
        return weight
    }

    /// A tree with its weights. A compound that hardly any title has weighs as much as the weightier of its constituents.
    mutating func sought(_ tree: WordTree) -> SoughtTree {
        let constituents = tree.constituents.map { sought($0) }
        var weight = weight(of: tree.stem)
        if constituents.count == 2, index.titles.holders(of: tree.stem) < Self.fewTitles {
            weight = max(weight * Self.ofUnknownWhole, constituents.map(\.weight).max() ?? 0)
        }
        return SoughtTree(stem: tree.stem, constituents: constituents, shares: shares(constituents), weight: weight)
    }

    /// By their weights, the last, which says what the compound is, counting half as much again.
    private func shares(_ constituents: [SoughtTree]) -> (first: Float, last: Float) {
        guard constituents.count == 2 else { return (0, 0) }
        var (first, last) = (constituents[0].weight, constituents[1].weight)
        if !index.isPlain(constituents[1].stem) { last *= Self.lastCounts }
        if let stem = constituents[0].stem, index.analyser.stems[stem].count == 2 { first *= 0.5 }
        let sum = first + last
        return sum > 0 ? (first / sum, last / sum) : (0.5, 0.5)
    }
}
