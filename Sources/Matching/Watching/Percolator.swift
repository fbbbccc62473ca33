import Procurement

/// Many watches, to be held against one notice at a time: the index of a search turned round.
///
/// Each watch lies under the one of its criteria that is likely to be the rarest: its supplier, its buyer, a word, else its
/// codes, keywords or regions. A notice looks up what it has of these, and only the watches found there are compared with it
/// in full. So the cost is that of the notices' words and codes, and of the watches that share one with them, not that of
/// all watches times all notices. (“Percolation”: Elasticsearch's name for it; Yan and Garcia-Molina, “Index structures for
/// selective dissemination of information”, ACM TODS 19(2), 1994.)
package struct Percolator: Sendable {
    private struct Watch: Sendable {
        let criteria: WatchCriteria
        let words: [[UInt8]]
        let buyerWords: [[UInt8]]
        let keywords: [[[UInt8]]]
    }

    private let watches: [Watch]
    private var bySupplier: [SupplierID: [Int]] = [:]
    private var byBuyer: [String: [Int]] = [:]
    /// By the first bytes of a word (`start`).
    private var byWord: [UInt32: [Int]] = [:]
    private var byBuyerWord: [UInt32: [Int]] = [:]
    /// By the digits of a pattern, with a 1 before them so that zeros in front count.
    private var byCode: [Int: [Int]] = [:]
    private var byRegion: [String: [Int]] = [:]

    /// - Parameter criteria: of each watch. What `matches` gives are places in this list.
    package init(_ criteria: [WatchCriteria]) {
        watches = criteria.map { criteria in
            Watch(
                criteria: criteria, words: criteria.words.flatMap(WordSet.words),
                buyerWords: criteria.buyerWords.flatMap(WordSet.words),
                keywords: criteria.keywords.map(WordSet.words).filter { !$0.isEmpty })
        }
        for (place, watch) in watches.enumerated() { file(watch, at: place) }
    }

    private mutating func file(_ watch: Watch, at place: Int) {
        let criteria = watch.criteria
        if let supplier = criteria.supplier {
            bySupplier[supplier, default: []].append(place)
        } else if let key = criteria.buyerKey {
            byBuyer[key, default: []].append(place)
        } else if let word = watch.buyerWords.max(by: { $0.count < $1.count }) {
            byBuyerWord[Self.start(of: word), default: []].append(place)
        } else if let word = watch.words.max(by: { $0.count < $1.count }) {
            byWord[Self.start(of: word), default: []].append(place)
        } else if !criteria.cpv.isEmpty {
            for pattern in Set(criteria.cpv) { byCode[Self.key(pattern), default: []].append(place) }
        } else if !watch.keywords.isEmpty {
            for start in Set(watch.keywords.map({ Self.start(of: $0[0]) })) { byWord[start, default: []].append(place) }
        } else {
            for region in Set(criteria.nuts) { byRegion[region.code, default: []].append(place) }
        }
    }

    /// The places of the watches that the notice is news to, in their order.
    package func matches(_ notice: IncomingNotice) -> [Int] {
        let buyers = WordSet(notice.buyers.map(\.name).joined(separator: " "))
        let text = WordSet(notice.text + " " + notice.buyers.map(\.name).joined(separator: " "))
        var candidates: Set<Int> = []
        for supplier in notice.suppliers { candidates.formUnion(bySupplier[supplier] ?? []) }
        for buyer in notice.buyers { candidates.formUnion(byBuyer[buyer.key] ?? []) }
        if !byBuyerWord.isEmpty { Self.look(up: buyers, in: byBuyerWord, into: &candidates) }
        if !byWord.isEmpty { Self.look(up: text, in: byWord, into: &candidates) }
        for key in Set(notice.cpv.flatMap(Self.keys)) { candidates.formUnion(byCode[key] ?? []) }
        for region in Set(notice.nuts.flatMap(Self.regions)) { candidates.formUnion(byRegion[region] ?? []) }
        return candidates.filter { holds(watches[$0], notice, text, buyers) }.sorted()
    }

    private func holds(_ watch: Watch, _ notice: IncomingNotice, _ text: WordSet, _ buyers: WordSet) -> Bool {
        let criteria = watch.criteria
        if let supplier = criteria.supplier, !notice.suppliers.contains(supplier) { return false }
        if let key = criteria.buyerKey, !notice.buyers.contains(where: { $0.key == key }) { return false }
        guard watch.buyerWords.allSatisfy(buyers.hasWord), watch.words.allSatisfy(text.hasWord) else { return false }
        if !criteria.cpv.isEmpty, !criteria.cpv.contains(where: { notice.cpv.contains(where: $0.matches) }) {
            return false
        }
        if !watch.keywords.isEmpty, !watch.keywords.contains(where: { $0.allSatisfy(text.hasWord) }) { return false }
        return criteria.nuts.isEmpty || criteria.nuts.contains { notice.nuts.contains(where: $0.contains) }
    }

    private static func look(up words: WordSet, in index: [UInt32: [Int]], into found: inout Set<Int>) {
        var seen: Set<UInt32> = []
        for word in words.words {
            var start: UInt32 = 0
            for byte in word.prefix(4) {
                start = start << 8 | UInt32(byte)
                if seen.insert(start).inserted, let places = index[start] { found.formUnion(places) }
            }
        }
    }

    /// The first four bytes of a word, or as many as it has; no byte of a word is 0.
    private static func start(of word: [UInt8]) -> UInt32 { word.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }

    private static func key(_ pattern: CPVPattern) -> Int { Int("1" + pattern.digits) ?? 0 }

    /// Of every pattern that holds the code.
    private static func keys(_ code: CPVCode) -> [Int] {
        let digits = code.description
        return (2...8).compactMap { Int("1" + digits.prefix($0)) }
    }

    /// The region and all that it lies in.
    private static func regions(_ region: NUTSCode) -> [String] {
        (2...max(2, region.code.utf8.count)).map { String(region.code.prefix($0)) }
    }
}
