import Procurement

/// The CPV code that a need in plain words most likely has, by the past procurements worded most like it.
///
/// Of the 60 nearest by (0.73 · title + 0.27 · parts)³ · crowd: the three-digit group with the most weight, and in it the
/// main code with the most.
struct CodeGuess: Sendable {
    private static let nearest = 60

    /// Nil where nothing shares a word with the need.
    let code: CPVCode?

    init(_ title: Terms, silenced: [Int32], in snapshot: IndexSnapshot) {
        let words = snapshot.words
        let vector = words.titles.vector(title.grams)
        let runs = vector.map { TermWeight(term: $0.term, weight: $0.weight * words.titles.idf[Int($0.term)]) }
        let found = NeighbourCandidates(runs, codes: nil, share: 0, in: snapshot).procurements
        let expanded = TermVectors.ExpandedVector(
            (vector, words.titles), (words.parts.vector(title.parts), words.parts))
        var weights = words.titles.cosines(found, expanded).map(\.x)
        let parts = words.parts.cosines(found, expanded).map(\.y)
        for (position, number) in found.enumerated() {
            let likeness = 0.73 * weights[position] + 0.27 * parts[position]
            weights[position] = likeness * likeness * likeness * snapshot.crowd(Int(number))
            if silenced.contains(number) { weights[position] = 0 }
        }
        var byGroup: [Int32: Float] = [:]
        var byCode: [Int32: Float] = [:]
        for position in Selection.best(weights, Self.nearest) where weights[Int(position)] > 0 {
            let weight = weights[Int(position)]
            guard let code = snapshot.procurements.cpv[Int(found[Int(position)])].first else { continue }
            byGroup[code / 100_000, default: 0] += weight
            byCode[code, default: 0] += weight
        }
        guard let group = Self.heaviest(byGroup) else {
            code = nil
            return
        }
        code = Self.heaviest(byCode.filter { $0.key / 100_000 == group }).flatMap { CPVCode(number: UInt32($0)) }
    }

    private static func heaviest(_ weights: [Int32: Float]) -> Int32? {
        weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

extension CPVCode {
    /// From the eight digits as a number.
    init?(number: UInt32) {
        let digits = String(number)
        self.init(String(repeating: "0", count: max(0, 8 - digits.count)) + digits)
    }
}
