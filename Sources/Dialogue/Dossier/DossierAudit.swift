import Procurement

/// One thing wrong with a chain.
package struct DossierFinding: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Its content doesn't give its hash.
        case changed
        /// Content and hash agree, but not with the entries around it.
        case rewritten
        /// Its content is gone, and no decision in the chain says so.
        case removedUndecided
        /// Numbers that should be there and are not.
        case missing
        /// The same number again.
        case repeated
        /// It stands after a later one.
        case moved
        /// Entries from the first to the last of these no longer lead to a hash that was written down.
        case rewrittenWhole
    }

    package let kind: Kind
    /// The first and last number concerned; equal for one entry.
    package let first: Int
    package let last: Int
    package let text: BilingualText

    init(_ kind: Kind, _ first: Int, _ last: Int) {
        self.kind = kind
        self.first = first
        self.last = last
        let sv = first == last ? "Post \(first)" : "Posterna \(first)–\(last)"
        let en = first == last ? "Entry \(first)" : "Entries \(first)–\(last)"
        let plural = first != last
        text =
            switch kind {
            case .changed:
                BilingualText(
                    sv: "\(sv) har ändrats efter att den skrevs.", en: "\(en) was changed after it was written.")
            case .rewritten:
                BilingualText(
                    sv: "\(sv) har skrivits om: den stämmer inte med posterna intill.",
                    en: "\(en) was rewritten: it doesn't agree with the entries beside it.")
            case .removedUndecided:
                BilingualText(
                    sv: "\(sv) har tömts på sitt innehåll utan ett giltigt beslut i kedjan.",
                    en: "\(en) lost its content without a valid decision in the chain.")
            case .missing:
                BilingualText(sv: "\(sv) saknas.", en: "\(en) \(plural ? "are" : "is") missing.")
            case .repeated: BilingualText(sv: "\(sv) finns mer än en gång.", en: "\(en) is there more than once.")
            case .moved: BilingualText(sv: "\(sv) står på fel plats.", en: "\(en) is out of place.")
            case .rewrittenWhole:
                BilingualText(
                    sv:
                        "\(sv) har skrivits om i ett sammanhang: \(plural ? "de" : "den") leder inte till den hash som antecknats.",
                    en:
                        "\(en) \(plural ? "were" : "was") rewritten as a whole: \(plural ? "they don't" : "it doesn't") lead to the hash written down."
                )
            }
    }
}

/// Checks one chain.
struct DossierAudit: Sendable {
    private let entries: [DossierLink]
    private let anchors: [DossierChain.Head]
    /// The first entry of each number.
    private let byNumber: [Int: DossierLink]

    init(_ entries: [DossierLink], anchors: [DossierChain.Head]) {
        self.entries = entries
        self.anchors = anchors.sorted { $0.sequence < $1.sequence }
        byNumber = Dictionary(entries.map { ($0.sequence, $0) }) { first, _ in first }
    }

    func verdict() -> DossierVerdict {
        let changed = Set(entries.filter { $0.content == .changed }.map(\.sequence))
        let links = brokenLinks(changed)
        let (removals, undecided) = removed()
        let found =
            order() + repeated() + missing() + changed.sorted().map { DossierFinding(.changed, $0, $0) }
            + undecided.map { DossierFinding(.removedUndecided, $0, $0) }
            + links.map { DossierFinding(.rewritten, $0, $0) } + whole(changed.union(links))
        return DossierVerdict(
            findings: found.sorted { ($0.first, $0.last, $0.kind.rawValue) < ($1.first, $1.last, $1.kind.rawValue) },
            removals: removals)
    }

    /// Entries without content: those with a sound, later decision that names them and their hash, and the others.
    private func removed() -> (decided: [DossierVerdict.Removal], undecided: [Int]) {
        var decided: [DossierVerdict.Removal] = []
        var undecided: [Int] = []
        for entry in entries {
            guard case .removed(let number) = entry.content else { continue }
            if number > entry.sequence, let decision = byNumber[number], decision.content == .sound,
                decision.removes[entry.sequence] == entry.hash
            {
                decided.append(DossierVerdict.Removal(sequence: entry.sequence, decision: number))
            } else {
                undecided.append(entry.sequence)
            }
        }
        return (decided, undecided)
    }

    /// Entries outside the longest run of rising numbers: the fewest that must have moved.
    private func order() -> [DossierFinding] {
        var tails: [Int] = []
        var before: [Int?] = []
        for (index, entry) in entries.enumerated() {
            let place = Self.firstIndex(in: tails) { entries[$0].sequence >= entry.sequence }
            before.append(place > 0 ? tails[place - 1] : nil)
            if place < tails.count { tails[place] = index } else { tails.append(index) }
        }
        var inOrder = Set<Int>()
        var index = tails.last
        while let current = index {
            inOrder.insert(current)
            index = before[current]
        }
        let repeated = Set(self.repeated().map(\.first))
        return entries.indices.filter { !inOrder.contains($0) && !repeated.contains(entries[$0].sequence) }
            .map { DossierFinding(.moved, entries[$0].sequence, entries[$0].sequence) }
    }

    /// The first of the tails for which it holds, by halving: it holds for all after the first. Their count for none.
    private static func firstIndex(in tails: [Int], where holds: (Int) -> Bool) -> Int {
        var range = tails.startIndex..<tails.endIndex
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = holds(tails[middle]) ? range.lowerBound..<middle : (middle + 1)..<range.upperBound
        }
        return range.lowerBound
    }

    private func repeated() -> [DossierFinding] {
        Dictionary(grouping: entries, by: \.sequence).filter { $0.value.count > 1 }.keys.sorted()
            .map { DossierFinding(.repeated, $0, $0) }
    }

    private func missing() -> [DossierFinding] {
        var found: [DossierFinding] = []
        var last = 0
        let end = max(byNumber.keys.max() ?? 0, anchors.last?.sequence ?? 0)
        for number in byNumber.keys.filter({ $0 > 0 }).sorted() {
            if number > last + 1 { found.append(DossierFinding(.missing, last + 1, number - 1)) }
            last = number
        }
        if end > last { found.append(DossierFinding(.missing, last + 1, end)) }
        return found
    }

    /// The entries that explain the links that don't hold, where no changed entry does already.
    ///
    /// An entry rewritten together with its own hash breaks the link after it, and the one before it too if its
    /// `previous` was touched. So of two broken links in a row the entry between them is to blame, of a single one
    /// the entry before it.
    private func brokenLinks(_ changed: Set<Int>) -> [Int] {
        let numbers = byNumber.keys.sorted()
        func isBroken(into number: Int) -> Bool {
            guard let entry = byNumber[number], !changed.contains(number) else { return false }
            if number == 1 { return entry.previous != .start }
            guard let before = byNumber[number - 1] else { return false }
            return entry.previous != before.hash
        }
        var blamed: [Int] = []
        var skip: Int?
        for number in numbers where isBroken(into: number) && skip != number {
            let isBlamed = number == 1 || isBroken(into: number + 1)
            blamed.append(isBlamed ? number : number - 1)
            if isBlamed { skip = number + 1 }
        }
        return blamed.filter { !changed.contains($0) }
    }

    /// Between the last anchor that holds and the first that doesn't, all hashes were made anew.
    private func whole(_ explained: Set<Int>) -> [DossierFinding] {
        var sound = 0
        for anchor in anchors where anchor.sequence > 0 {
            guard let entry = byNumber[anchor.sequence] else { continue }
            if entry.hash == anchor.hash {
                sound = anchor.sequence
            } else {
                let range = (sound + 1)...anchor.sequence
                return range.contains(where: explained.contains)
                    ? [] : [DossierFinding(.rewrittenWhole, range.lowerBound, range.upperBound)]
            }
        }
        return []
    }
}
