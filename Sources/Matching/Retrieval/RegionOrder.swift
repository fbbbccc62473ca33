import Procurement

/// Suppliers in the order of their regions, so that those of a region lie side by side in every list.
///
/// First those without a region, then those with one, by its code, last those with several; by number within each.
struct RegionOrder: Sendable {
    /// Places side by side; `isMixed` where each place must be looked at.
    struct Places: Equatable {
        var places: Range<Int>
        var isMixed: Bool
    }

    /// The supplier at each place.
    let suppliers: [Int32]
    private let single: [(region: NUTSCode, places: Range<Int>)]
    private let several: Range<Int>
    /// By place from `several.lowerBound` on.
    private let regionsOfSeveral: [[NUTSCode]]

    /// - Parameter regions: by supplier, without repeats.
    init(_ regions: some Sequence<[NUTSCode]>) {
        var (none, many): ([Int32], [Int32]) = ([], [])
        var one: [NUTSCode: [Int32]] = [:]
        var regionsOfSeveral: [[NUTSCode]] = []
        for (supplier, own) in regions.enumerated() {
            switch own.count {
            case 0: none.append(Int32(supplier))
            case 1: one[own[0], default: []].append(Int32(supplier))
            default:
                many.append(Int32(supplier))
                regionsOfSeveral.append(own)
            }
        }
        self.regionsOfSeveral = regionsOfSeveral
        var suppliers = none
        var single: [(region: NUTSCode, places: Range<Int>)] = []
        for region in one.keys.sorted() {
            let start = suppliers.count
            suppliers += one[region] ?? []
            single.append((region, start..<suppliers.count))
        }
        several = suppliers.count..<(suppliers.count + many.count)
        self.suppliers = suppliers + many
        self.single = single
    }

    /// Where the suppliers in any of these regions, or in one that lies in it, can be. Nil: all of them.
    func ranges(_ wanted: [NUTSCode]?) -> [Places] {
        guard let wanted else { return suppliers.isEmpty ? [] : [Places(places: suppliers.indices, isMixed: false)] }
        var ranges: [Places] = []
        for (region, places) in single where wanted.contains(where: { $0.contains(region) }) {
            if let last = ranges.last, last.places.upperBound == places.lowerBound {
                ranges[ranges.count - 1].places = last.places.lowerBound..<places.upperBound
            } else {
                ranges.append(Places(places: places, isMixed: false))
            }
        }
        if !several.isEmpty { ranges.append(Places(places: several, isMixed: true)) }
        return ranges
    }

    /// Whether the supplier at a place of a mixed range is in any of these regions.
    func isIn(_ wanted: [NUTSCode]?, place: Int) -> Bool {
        guard let wanted else { return true }
        return regionsOfSeveral[place - several.lowerBound].contains { own in wanted.contains { $0.contains(own) } }
    }

    /// Bytes held, for reports.
    var memory: Int { suppliers.count * 4 + regionsOfSeveral.reduce(0) { $0 + 40 + $1.count * 16 } }
}
