import Procurement

/// A region, and the municipality within it where that is known.
struct Place: Sendable, Hashable, Comparable {
    /// A NUTS code, as fine as it is known.
    let region: NUTSCode
    /// Statistics Sweden's code; 0 where none is known.
    let municipality: UInt16

    init(region: NUTSCode, municipality: UInt16 = 0) {
        self.region = region
        self.municipality = municipality
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.region, left.municipality) < (right.region, right.municipality)
    }

    /// How near two places are: 1 in the same municipality, 0.5 in different ones of the same region, 0.6 in the same
    /// region with no more known, 0.15 in neighbouring regions, else 0.
    ///
    /// Where one of two codes is coarser and holds the other, they count as the same region when it is a NUTS 3 or
    /// NUTS 2 region, as neighbours when it is larger. Outside Sweden, regions of one NUTS 2 region are neighbours.
    func nearness(to other: Place) -> Float {
        if municipality != 0, municipality == other.municipality { return 1 }
        if region == other.region, region.code.utf8.count >= 4 {
            return municipality != 0 && other.municipality != 0 ? 0.5 : 0.6
        }
        if region.contains(other.region) || other.region.contains(region) {
            return min(region.code.utf8.count, other.region.code.utf8.count) >= 4 ? 0.6 : 0.15
        }
        if let neighbours = Gazetteer.neighbours[region] { return neighbours.contains(other.region) ? 0.15 : 0 }
        return region.code.utf8.count == 5 && region.code.prefix(4) == other.region.code.prefix(4) ? 0.15 : 0
    }
}
