import Language
import Procurement

/// How like the query each past procurement is: what most signals stand on.
///
/// similarity = 0.25 · CPV + 0.60 · four-character runs of the title + 0.15 · stems of the title, each in [0, 1]; ×1.2
/// for the same buyer, at most 1. The CPV part is the information content of the deepest shared branch (Resnik 1995,
/// "Using information content to evaluate semantic similarity in a taxonomy"), as a share of the largest possible.
struct SimilarProcurements: Sendable {
    static let cpvShare: Float = 0.25
    static let gramShare: Float = 0.60
    static let stemShare: Float = 0.15
    static let sameBuyer: Float = 1.2
    /// Of the weight that a procurement has a year later.
    static let yearlyDecay: Float = 0.2
    static let winnersExponent: Float = -0.2

    /// By procurement; 0 for those that may not speak.
    let similarity: [Float]
    /// What each procurement's vote is worth: its similarity with age, cubed, less where many won.
    let votes: [Float]
    /// The procurements that may speak, by falling similarity, at most `depth`.
    let nearest: [Int32]

    static let depth = 40

    init(_ query: AnalysedQuery, in snapshot: IndexSnapshot) {
        let table = snapshot.procurements
        let count = table.count(upTo: query.source.asOf)
        var sums = [Float](repeating: 0, count: table.count)
        snapshot.titles.grams.addCosines(
            snapshot.titles.grams.vector(query.title.grams), times: Self.gramShare, to: &sums)
        snapshot.titles.stems.addCosines(
            snapshot.titles.stems.vector(query.title.stems), times: Self.stemShare, to: &sums)
        if !query.branches.isEmpty {
            let codes = CPVSimilarity(query.branches, in: snapshot).values
            for index in sums.indices { sums[index] += Self.cpvShare * codes[index] }
        } else {
            for index in sums.indices { sums[index] /= 1 - Self.cpvShare }
        }
        for index in count..<sums.count { sums[index] = 0 }
        for index in query.silenced(in: snapshot) { sums[index] = 0 }
        let latest = count > 0 ? table.dates[count - 1] : 0
        var votes = sums
        for index in 0..<count where sums[index] > 0 {
            if let buyer = query.buyer, table.buyers[index].contains(buyer) {
                sums[index] = min(1, sums[index] * Self.sameBuyer)
            }
            let years =
                table.dates[index] == ProcurementTable.unknownDate ? 1 : Float(latest - table.dates[index]) / 365
            let aged = sums[index] * Logarithm.exponential(-Self.yearlyDecay * years)
            let winners = Float(max(1, table.winners.range(index).count))
            votes[index] = aged * aged * aged * Logarithm.exponential(Self.winnersExponent * Logarithm.natural(winners))
        }
        similarity = sums
        self.votes = votes
        nearest = (0..<Int32(count)).filter { sums[Int($0)] > 0 }
            .sorted { (sums[Int($1)], $0) < (sums[Int($0)], $1) }.prefix(Self.depth).map { $0 }
    }
}

/// The information content of the deepest CPV branch that the query shares with each procurement, in [0, 1].
struct CPVSimilarity: Sendable {
    let values: [Float]

    init(_ branches: [CPVBranch], in snapshot: IndexSnapshot) {
        let table = snapshot.procurements
        var values = [Float](repeating: 0, count: table.count)
        let largest = Logarithm.natural(Float(table.count + 1))
        for branch in branches {
            for digits in 2...max(2, branch.digits) {
                let shared = snapshot.cpv.branch(branch.prefix(digits), digits: digits)
                guard !shared.isEmpty else { break }
                let content = max(0, (largest - Logarithm.natural(Float(shared.count + 1))) / largest)
                for procurement in shared { values[Int(procurement)] = max(values[Int(procurement)], content) }
            }
        }
        self.values = values
    }
}
