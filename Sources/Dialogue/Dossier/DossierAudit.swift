import Procurement

/// One thing wrong with a chain.
package struct DossierFinding: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Its content doesn't give its hash.
        case changed
        /// Content and hash agree, but not with the entries around it.
        case rewritten
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
            case .missing:
                BilingualText(sv: "\(sv) saknas.", en: "\(en) \(plural ? "are" : "is") missing.")
            case .repeated: BilingualText(sv: "\(sv) finns mer än en gång.", en: "\(en) is there more than once.")
            case .moved: BilingualText(sv: "\(sv) står på fel plats.", en: "\(en) is out of place.")
            case .rewrittenWhole:
                BilingualText(
                    sv: "\(sv) har skrivits om i ett sammanhang: de leder inte till den hash som antecknats.",
                    en:
                        "\(en) \(plural ? "were" : "was") rewritten as a whole: they don't lead to the hash written down."
                )
            }
    }
}

/// Checks one chain.
struct DossierAudit: Sendable {
    private let entries: [DossierEntry]
    private let anchors: [DossierChain.Head]
    /// The first entry of each number.
    private let byNumber: [Int: DossierEntry]

    init(_ entries: [DossierEntry], anchors: [DossierChain.Head]) {
        self.entries = entries
        self.anchors = anchors.sorted { $0.sequence < $1.sequence }
        byNumber = Dictionary(entries.map { ($0.sequence, $0) }) { first, _ in first }
    }

    func findings() -> [DossierFinding] {
        let changed = changed()
        let links = brokenLinks(changed)
        let found =
            order() + repeated() + missing() + changed.sorted().map { DossierFinding(.changed, $0, $0) }
            + links.map { DossierFinding(.rewritten, $0, $0) } + whole(changed.union(links))
        return found.sorted { ($0.first, $0.last, $0.kind.rawValue) < ($1.first, $1.last, $1.kind.rawValue) }
    }

    /// Entries outside the longest run of rising numbers: the fewest that must have moved.
    private func order() -> [DossierFinding] {
        var tails: [Int] = []
        var before: [Int?] = []
        for (index, entry) in entries.enumerated() {
            let place = tails.firstIndex { entries[$0].sequence >= entry.sequence } ?? tails.count
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

    private func repeated() -> [DossierFinding] {
        Dictionary(grouping: entries, by: \.sequence).filter { $0.value.count > 1 }.keys.sorted()
            .map { DossierFinding(.repeated, $0, $0) }
    }

    private func missing() -> [DossierFinding] {
        let end = max(byNumber.keys.max() ?? 0, anchors.last?.sequence ?? 0)
        var found: [DossierFinding] = []
        var first: Int?
        for number in 1..<(end + 2) {
            if number <= end, byNumber[number] == nil {
                first = first ?? number
            } else if let start = first {
                found.append(DossierFinding(.missing, start, number - 1))
                first = nil
            }
        }
        return found
    }

    private func changed() -> Set<Int> {
        Set(
            entries.filter { DossierHash(of: $0.canonicalBytes) != $0.hash }.map(\.sequence))
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
