// What several files say of one procurement, put together. Each `merge` is idempotent, commutative and associative (a join
// of a semilattice), so that neither the order of files nor a file read twice makes a difference.

extension Tendering {
    /// Adds what another file, or another part of a file, says of the same procurement.
    ///
    /// Of each lot and outcome the latest edition counts, whole; two files of one edition are put together.
    package mutating func merge(_ other: Tendering) {
        outline = Self.later(outline, \.edition, other.outline)
        lots = (lots + other.lots).merged(by: \.id) { $0.merge($1) }
    }

    /// What the later edition says; of one edition always the same of the two.
    fileprivate static func later<Said: CompactJSONObject & Equatable>(
        _ left: Said, _ edition: (Said) -> Int, _ right: Said
    ) -> Said {
        if edition(left) != edition(right) { return edition(left) > edition(right) ? left : right }
        return left == right || right.precedes(left) ? left : right
    }
}

extension TenderedLot {
    fileprivate mutating func merge(_ other: TenderedLot) {
        outline = Tendering.later(outline, \.edition, other.outline)
        contracted = TenderSet.merged(contracted, other.contracted)
        uncontracted = TenderSet.merged(uncontracted, other.uncontracted)
    }
}

extension TenderSet {
    fileprivate static func merged(_ left: TenderSet?, _ right: TenderSet?) -> TenderSet? {
        guard var merged = left, let right else { return left ?? right }
        guard merged.edition == right.edition else { return merged.edition > right.edition ? merged : right }
        merged.unnamed = max(merged.unnamed, right.unnamed)
        merged.add(right.tenderers)
        return merged
    }

    private mutating func add(_ others: [Tenderer]) {
        tenderers = (tenderers + others).merged(by: \.key) { if $0.precedes($1) { $0 = $1 } }
    }
}

// MARK: Row by row

extension Tendering {
    /// Whom a row names.
    package enum Tender: Sendable, Hashable {
        case firm(Tenderer)
        /// Somebody whose name isn't told.
        case unnamed
        /// Nobody tendered for the lot.
        case nobody
    }

    /// Adds a row of the same file, in time that doesn't grow with the number of rows.
    ///
    /// - Parameters:
    ///   - row: what the row says of the procurement and the lot, its one lot without tenders.
    ///   - tellsLosers: whether the file has those who got no contract.
    package mutating func add(_ tender: Tender, isContracted: Bool, of row: Tendering, tellsLosers: Bool) {
        outline = Self.later(outline, \.edition, row.outline)
        guard let lot = row.lots.first else { return }
        let place = lots.place(of: lot.id, by: \.id)
        if place == lots.count || lots[place].id != lot.id {
            lots.insert(lot, at: place)
        } else {
            lots[place].outline = Self.later(lots[place].outline, \.edition, lot.outline)
        }
        let edition = row.outline.edition
        if lots[place].contracted == nil { lots[place].contracted = TenderSet(edition: edition) }
        if tellsLosers, lots[place].uncontracted == nil { lots[place].uncontracted = TenderSet(edition: edition) }
        if isContracted {
            lots[place].contracted?.add(tender)
        } else {
            lots[place].uncontracted?.add(tender)
        }
    }
}

extension TenderSet {
    fileprivate mutating func add(_ tender: Tendering.Tender) {
        switch tender {
        case .nobody: break
        case .unnamed: unnamed += 1
        case .firm(let firm):
            let place = tenderers.place(of: firm.key, by: \.key)
            if place == tenderers.count || tenderers[place].key != firm.key {
                tenderers.insert(firm, at: place)
            } else if tenderers[place].precedes(firm) {
                tenderers[place] = firm
            }
        }
    }
}

extension Array {
    /// Where an element with this key stands, or should stand, in their order.
    fileprivate func place(of key: String, by keyOf: (Element) -> String) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if keyOf(self[middle]) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Sorted by key, elements of one key made one.
    fileprivate func merged(by key: (Element) -> String, _ merge: (inout Element, Element) -> Void) -> [Element] {
        guard count > 1 else { return self }
        var merged: [String: Element] = [:]
        for element in self {
            let name = key(element)
            guard var known = merged.removeValue(forKey: name) else {
                merged[name] = element
                continue
            }
            merge(&known, element)
            merged[name] = known
        }
        return merged.sorted { $0.key < $1.key }.map(\.value)
    }
}
