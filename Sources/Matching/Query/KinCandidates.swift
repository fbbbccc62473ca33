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

    /// Ascending.
    let procurements: [Int32]
    /// By past procurement: its place in the cheap order, in steps from 0. Empty where all are compared.
    let steps: [UInt16]

    /// - Parameters:
    ///   - vector: the query's runs, each with what it adds to the likeness of a text of length 1.
    ///   - codes: nil where no code is sought.
    ///   - isByBranch: true where all inside the branches is found.
    ///   - most: how many are found; what lies in a category's branches comes on top.
    init(
        _ vector: [TermWeight], codes: CPVLikeness?, share: Float, isByBranch: Bool, in snapshot: IndexSnapshot,
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
                if isByBranch, codes.isInDivision[set] { bySet[set] = max(bySet[set], 0.6) }
                if isByBranch, codes.isInside[set] { bySet[set] = 2 }
            }
        }
        var histogram = [Int32](repeating: 0, count: Self.steps)
        let steps = [UInt16](unsafeUninitializedCapacity: index.rows) { steps, count in
            subjects.inverseLength.withUnsafeBufferPointer { inverse in
                snapshot.procurements.cpv.setOf.withUnsafeBufferPointer { setOf in
                    bySet.withUnsafeBufferPointer { bySet in
                        histogram.withUnsafeMutableBufferPointer { histogram in
                            index.sums(subjects.byWord(Self.telling(vector, in: subjects))) { first, sums in
                                for place in sums.indices {
                                    let row = first + place
                                    let score = sums[place] * inverse[row] + bySet[Int(setOf[row])]
                                    let step = min(Int(score * Float(Self.steps - 1)), Self.steps - 1)
                                    steps[row] = UInt16(truncatingIfNeeded: step)
                                    // Most have nothing in common with the query, and the lowest step isn't counted.
                                    if step > 0 { histogram[step] += 1 }
                                }
                            }
                        }
                    }
                }
            }
            count = index.rows
        }
        // The highest steps that together hold enough; of the last of them, the latest. For a category all of the top.
        var cut = Self.steps - 1
        var above = 0
        if isByBranch { cut -= 1 }
        while cut > 1, above + Int(histogram[cut]) < most {
            above += Int(histogram[cut])
            cut -= 1
        }
        var left = most - above
        var found: [Int32] = []
        found.reserveCapacity(most)
        let floor = SIMD16<UInt16>(repeating: UInt16(cut))
        steps.withUnsafeBytes { bytes in
            let steps = bytes.bindMemory(to: UInt16.self)
            // Sixteen at a time: nearly all of them lie below.
            var end = steps.count
            while end > 0 {
                let start = max(0, end - 16)
                if end - start == 16 {
                    let few = bytes.loadUnaligned(fromByteOffset: 2 * start, as: SIMD16<UInt16>.self)
                    if !any(few .>= floor) {
                        end = start
                        continue
                    }
                }
                for row in stride(from: end - 1, through: start, by: -1) where steps[row] >= cut {
                    if steps[row] == cut {
                        guard left > 0 else { continue }
                        left -= 1
                    }
                    found.append(Int32(row))
                }
                end = start
            }
        }
        procurements = found.reversed()
        self.steps = steps
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
