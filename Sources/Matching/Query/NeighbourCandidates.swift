import Containers

/// Finds the past procurements that are worth comparing with a query, out of any number of them.
///
/// They are ordered by what is cheap to compute of all: share · CPV + the 4-grams of title and subject together, compared with
/// the subject. Term-at-a-time over an inverted index with a limited effort (Moffat & Zobel 1996, “Self-indexing inverted files
/// for fast text retrieval”): of the query's 4-grams the rarest are read, as many as `effort` allows, as those that very many
/// hold tell little.
struct NeighbourCandidates {
    /// How many are compared in full. Up to this many past procurements, all are, and nothing is left to the cheap order.
    static let most = 256
    /// How many postings are read: as many as there are procurements, times this, but always the first number.
    private static let effort = (least: 16_000, perProcurement: Float(0.5))

    /// Ascending.
    let procurements: [Int32]
    /// By past procurement: its place in the cheap order, in steps from 0. Empty where all are compared.
    let steps: [UInt16]

    /// - Parameters:
    ///   - vector: the query's 4-grams, each with what it adds to the similarity of a text of length 1.
    ///   - codes: nil where no code is sought.
    ///   - most: how many are found.
    init(
        _ vector: [TermWeight], codes: CPVLikeness?, share: Float, in snapshot: IndexSnapshot,
        most: Int = Self.most
    ) {
        guard snapshot.words.holders.rows > most else {
            procurements = Array(0..<Int32(snapshot.words.holders.rows))
            steps = []
            return
        }
        let bySet = codes.map { $0.bySet.map { share * $0 } }
        let scores = StepScores(Self.selective(vector, in: snapshot.words.subjects), bySet, in: snapshot)
        procurements = scores.highest(most)
        steps = scores.steps
    }

    /// The rarest terms, as many as may be read; one at least.
    private static func selective(_ vector: [TermWeight], in index: TermVectors) -> [TermWeight] {
        let allowed = max(effort.least, Int(Float(index.rows) * effort.perProcurement))
        let byFrequency = vector.map { (coordinate: $0, frequency: index.documentFrequency(of: $0.term)) }
            .sorted { ($0.frequency, $0.coordinate.term) < ($1.frequency, $1.coordinate.term) }
        var read = 0
        var selective: [TermWeight] = []
        for (coordinate, frequency) in byFrequency {
            read += frequency
            if read > allowed, !selective.isEmpty { break }
            selective.append(coordinate)
        }
        return selective
    }
}

/// Every past procurement's score in one of 4,096 steps, and by block the highest: few blocks have any that matters (as in
/// Ding & Suel 2011, “Faster top-k document retrieval using block-max indexes”).
private struct StepScores {
    private static let count = 4096
    /// Texts whose highest step is kept. A part of `WordIndex.block`.
    private static let block = 64

    /// By past procurement.
    let steps: [UInt16]
    /// By block.
    private let highest: [UInt16]

    /// Accumulates the terms of a query, and adds what the codes say.
    ///
    /// - Parameter bySet: by set of codes; nil where no code is sought.
    init(_ terms: [TermWeight], _ bySet: [Float]?, in snapshot: IndexSnapshot) {
        let index = snapshot.words.holders
        let subjects = snapshot.words.subjects
        let bySet = bySet ?? [Float](repeating: 0, count: snapshot.procurements.cpv.sets.count)
        var highest = [UInt16](repeating: 0, count: (index.rows + Self.block - 1) / Self.block)
        steps = [UInt16](unsafeUninitializedCapacity: index.rows) { steps, count in
            subjects.inverseLength.withUnsafeBufferPointer { inverse in
                snapshot.procurements.cpv.setOf.withUnsafeBufferPointer { setOf in
                    bySet.withUnsafeBufferPointer { bySet in
                        index.sums(subjects.byWord(terms)) { first, sums in
                            for start in stride(from: 0, to: sums.count, by: Self.block) {
                                var most: UInt16 = 0
                                for place in start..<min(start &+ Self.block, sums.count) {
                                    let row = first &+ place
                                    let step = Self.step(sums[place] * inverse[row] + bySet[Int(setOf[row])])
                                    steps[row] = step
                                    most = max(most, step)
                                }
                                highest[(first + start) / Self.block] = most
                            }
                        }
                    }
                }
            }
            count = index.rows
        }
        self.highest = highest
    }

    /// A score of 0 to 1, or more, as a step, rounded down but for a thousandth: added to 1.5 · 2²³, the bits are those of the
    /// nearest whole number.
    @inline(__always)
    private static func step(_ score: Float) -> UInt16 {
        UInt16(truncatingIfNeeded: (min(score, 1) * Float(count - 1) - 0.499 + 12_582_912).bitPattern & 0xFFFF)
    }

    /// The texts with the highest steps, ascending; of the lowest step among them, the last.
    func highest(_ most: Int) -> [Int32] {
        let (cut, above) = cut(most)
        var left = most - above
        var found: [Int32] = []
        found.reserveCapacity(most)
        for number in highest.indices.reversed() where highest[number] >= cut {
            for row in range(ofBlock: number).reversed() where steps[row] >= cut {
                if steps[row] == cut {
                    guard left > 0 else { continue }
                    left -= 1
                }
                found.append(Int32(row))
            }
        }
        return found.reversed()
    }

    /// The step from which on there are enough, but for the lowest, and how many lie above it.
    private func cut(_ most: Int) -> (step: Int, above: Int) {
        let histogram = histogram(most)
        var (cut, above) = (Self.count - 1, 0)
        while cut > 1, above + Int(histogram[cut]) < most {
            above += Int(histogram[cut])
            cut -= 1
        }
        return (cut, above)
    }

    /// How many texts have each step, of the steps that matter: as many blocks as texts are wanted reach the lowest of them.
    private func histogram(_ most: Int) -> [Int32] {
        var ofBlocks = [Int32](repeating: 0, count: Self.count)
        for step in highest { ofBlocks[Int(step)] += 1 }
        var least = Self.count - 1
        var reached = Int(ofBlocks[least])
        while least > 1, reached < most {
            least -= 1
            reached += Int(ofBlocks[least])
        }
        var histogram = [Int32](repeating: 0, count: Self.count)
        for (number, step) in highest.enumerated() where Int(step) >= least {
            for step in steps[range(ofBlock: number)] where step >= least { histogram[Int(step)] += 1 }
        }
        return histogram
    }

    private func range(ofBlock number: Int) -> Range<Int> {
        number * Self.block..<min((number + 1) * Self.block, steps.count)
    }
}
