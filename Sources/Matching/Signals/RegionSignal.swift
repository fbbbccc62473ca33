import Procurement

/// Whether the supplier is, or has worked, near the place of performance.
///
/// value = NUTS levels shared with the nearest place / levels asked for (country 0.25, then 0.5, 0.75 and 1).
/// The supplier's places are its own regions, else those of what it won. Unknown where either side has none.
struct RegionSignal: Signal {
    var name: SignalName { .region }

    func values(in match: MatchContext) -> SignalValues {
        let wanted = match.query.source.nuts
        guard !wanted.isEmpty else { return .unknown }
        return .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                places(supplier, in: match).map { own in
                    wanted.map { Self.nearness(own, $0) }.max() ?? 0
                }.max() ?? .nan
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard !match.query.source.nuts.isEmpty else {
            return phrases.pick("No place of performance is given.", "Ingen plats är angiven.")
        }
        guard value != nil else { return phrases.pick("Its region is not known.", "Regionen är inte känd.") }
        let own = places(supplier, in: match).prefix(3).map(\.code).joined(separator: ", ")
        let wanted = match.query.source.nuts.prefix(3).map(\.code).joined(separator: ", ")
        return phrases.pick("Its regions: \(own); sought: \(wanted).", "Dess regioner: \(own); sökt: \(wanted).")
    }

    private func places(_ supplier: Int, in match: MatchContext) -> [NUTSCode] {
        let own = match.snapshot.suppliers.regions[supplier]
        guard own.isEmpty else { return own }
        let table = match.snapshot.procurements
        return Array(Set(match.awards(of: supplier).flatMap { table.nuts[Int($0)] })).sorted()
    }

    private static func nearness(_ left: NUTSCode, _ right: NUTSCode) -> Float {
        let shared = zip(left.code.utf8, right.code.utf8).prefix { $0 == $1 }.count
        let full = min(left.code.utf8.count, right.code.utf8.count)
        return shared == full ? 1 : Float(max(0, shared - 1)) / 4
    }
}
