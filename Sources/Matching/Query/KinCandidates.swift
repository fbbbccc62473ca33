import Containers

/// Finds the past procurements that are worth comparing with a query, out of any number of them.
///
/// They are ordered by what is cheap to reckon of all: share · CPV + the runs of title and subject together, compared with
/// the subject. Of the query's runs the rarest are taken, as many as `effort` allows: what very many hold tells little.
struct KinCandidates {
    /// How many are compared in full. Up to so many past procurements, all are, and nothing is left to the cheap order.
    static let most = 256
    /// How many postings are read: as many as there are procurements, times this, but always the first number.
    private static let effort = (least: 16_000, perProcurement: Float(0.5))
    private static let steps = 4096
    /// Texts whose highest step is kept. A part of `WordIndex.stretch`.
    private static let block = 64

    /// Ascending.
    let procurements: [Int32]
    /// By past procurement: its place in the cheap order, in steps from 0. Empty where all are compared.
    let steps: [UInt16]

    /// - Parameters:
    ///   - vector: the query's runs, each with what it adds to the likeness of a text of length 1.
    ///   - codes: nil where no code is sought.
    ///   - most: how many are found.
    init(
        _ vector: [TermWeight], codes: CPVLikeness?, share: Float, in snapshot: IndexSnapshot,
        most: Int = Self.most
    ) {
        let index = snapshot.words.holders
        let subjects = snapshot.words.subjects
        guard index.rows > most else {
            procurements = Array(0..<Int32(index.rows))
            steps = []
            return
        }
        var bySet = [Float](repeating: 0, count: snapshot.procurements.cpv.sets.count)
        if let codes {
            for set in bySet.indices {
                bySet[set] = share * codes.bySet[set]
            }
        }
        // By block of texts: the highest step among them.
        var highest = [UInt16](repeating: 0, count: (index.rows + Self.block - 1) / Self.block)
        let steps = [UInt16](unsafeUninitializedCapacity: index.rows) { steps, count in
            subjects.inverseLength.withUnsafeBufferPointer { inverse in
                snapshot.procurements.cpv.setOf.withUnsafeBufferPointer { setOf in
                    bySet.withUnsafeBufferPointer { bySet in
                        index.sums(subjects.byWord(Self.telling(vector, in: subjects))) { first, sums in
                            var start = 0
                            while start < sums.count {
                                var most: UInt16 = 0
                                for place in start..<min(start &+ Self.block, sums.count) {
                                    let row = first &+ place
                                    let step = Self.step(sums[place] * inverse[row] + bySet[Int(setOf[row])])
                                    steps[row] = step
                                    most = max(most, step)
                                }
                                highest[(first + start) / Self.block] = most
                                start += Self.block
                            }
                        }
                    }
                }
            }
            count = index.rows
        }
        let histogram = Self.histogram(of: steps, highest, most: most)
        // The highest steps that together hold enough; of the last of them, the latest.
        var cut = Self.steps - 1
        var above = 0
        while cut > 1, above + Int(histogram[cut]) < most {
            above += Int(histogram[cut])
            cut -= 1
        }
        var left = most - above
        var found: [Int32] = []
        found.reserveCapacity(most)
        for number in highest.indices.reversed() where highest[number] >= cut {
            let start = number * Self.block
            for row in stride(from: min(start + Self.block, steps.count) - 1, through: start, by: -1)
            where steps[row] >= cut {
                if steps[row] == cut {
                    guard left > 0 else { continue }
                    left -= 1
                }
                found.append(Int32(row))
            }
        }
        procurements = found.reversed()
        self.steps = steps
    }

    /// A score of 0 to 1, or more, as a step, rounded down but for a thousandth: added to 1.5 · 2²³, the bits are those of the
    /// nearest whole number.
    @inline(__always)
    private static func step(_ score: Float) -> UInt16 {
        UInt16(truncatingIfNeeded: (min(score, 1) * Float(steps - 1) - 0.499 + 12_582_912).bitPattern & 0xFFFF)
    }

    /// How many texts have each step, of the steps that matter: as many blocks as texts are wanted reach the lowest of them.
    private static func histogram(
        of steps: [UInt16], _ highest: [UInt16], most: Int
    ) -> [Int32] {
        var ofBlocks = [Int32](repeating: 0, count: Self.steps)
        for step in highest { ofBlocks[Int(step)] += 1 }
        var least = Self.steps - 1
        var reached = Int(ofBlocks[least])
        while least > 1, reached < most {
            least -= 1
            reached += Int(ofBlocks[least])
        }
        var histogram = [Int32](repeating: 0, count: Self.steps)
        for (number, step) in highest.enumerated() where Int(step) >= least {
            for step in steps[(number * block)..<min(number * block + block, steps.count)] where step >= least {
                histogram[Int(step)] += 1
            }
        }
        return histogram
    }

    /// The rarest runs, as many as may be read.
    private static func telling(_ vector: [TermWeight], in index: TermVectors) -> [TermWeight] {
        let allowed = max(effort.least, Int(Float(index.rows) * effort.perProcurement))
        let byRarity = vector.map { (coordinate: $0, holders: index.holders(of: $0.term)) }
            .sorted { ($0.holders, $0.coordinate.term) < ($1.holders, $1.coordinate.term) }
        var read = 0
        var telling: [TermWeight] = []
        for (coordinate, holders) in byRarity {
            read += holders
            // One is always taken.
            if read > allowed, !telling.isEmpty { break }
            telling.append(coordinate)
        }
        return telling
    }
}
