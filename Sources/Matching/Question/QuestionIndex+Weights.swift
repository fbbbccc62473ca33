import Language

extension QuestionIndex {
    private func mainCode(of title: Int32) -> UInt32 { mainCodes.codes[Int(mainCodes.ofProcurement[Int(title)])] }

    private static let plainWeight: Float = 0.2

    /// How much a word of this stem tells of what is bought, from 0 to 1: rarity · (¼ + ¾ · focus), a fifth of that for a
    /// word of how things are bought.
    func weight(of stem: Int32?) -> Float {
        rarity(of: stem) * (0.25 + 0.75 * (focus(of: stem) ?? 0.5)) * (isPlain(stem) ? Self.plainWeight : 1)
    }

    func isPlain(_ stem: Int32?) -> Bool { stem.map { plainStems.contains($0) } ?? false }

    /// ln(1 + N / holders) as a share of the most that it can be; titles that have it as a constituent hold it too.
    private func rarity(of stem: Int32?) -> Float {
        let holders = max(Float(titles.holders(of: stem)), 0.5)
        return Logarithm.natural(1 + Float(titles.count) / holders) / Logarithm.natural(1 + Float(titles.count) / 0.5)
    }

    /// How far the titles that have the stem lie in few CPV groups: d / (3 + d), where d is the Kullback–Leibler
    /// divergence of their groups from all titles' (Kullback & Leibler 1951), two titles of the average added. Nil where no
    /// title has it.
    private func focus(of stem: Int32?) -> Float? {
        guard let stem, titles.holders(of: stem) > 0 else { return nil }
        let prior: Float = 2
        var counts: [UInt16: Float] = [:]
        var all: Float = 0
        titles.forEachPosting(of: stem) { title, worth in
            counts[UInt16(mainCode(of: title) / 100_000), default: 0] += worth
            all += worth
        }
        var divergence: Float = 0
        var rest: Float = 1
        for (group, count) in counts.sorted(by: { $0.key < $1.key }) {
            let base = groupShares[group] ?? 0
            let share = (count + prior * base) / (all + prior)
            divergence += share * Logarithm.natural(share / base)
            rest -= base
        }
        let other = prior / (all + prior)
        if rest > 0 { divergence += rest * other * Logarithm.natural(other) }
        return divergence / (3 + divergence)
    }
}
