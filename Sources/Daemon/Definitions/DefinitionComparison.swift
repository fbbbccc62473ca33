import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store

/// The list that a definition makes beside the one that a change of it would make.
struct DefinitionComparison {
    let market: Market
    let asked: (buyer: BuyerQuery?, nuts: [String]?)
    /// How long the lists are.
    let limit: Int
    let language: TextLanguage

    /// How far down the lists a supplier's place is looked for.
    private static let reach = 200
    private static let mostChanges = 3

    /// - Parameters:
    ///   - before: as it is; `nil` where it isn't in use.
    ///   - after: as it would be; `nil` where it would be out of use.
    ///   - version: the one in force.
    func effect<D: SavedDefinition>(from before: D?, to after: D?, version: Int?) throws -> DefinitionEffect {
        let old = try before.map { try list($0.query) } ?? []
        try Task.checkCancellation()
        let question = try after.map { try setting($0.query) }
        let new = try after.map { try list($0.query) } ?? []
        let places = (old: places(old), new: places(new))
        func moving(_ supplier: SupplierID) -> DefinitionMove? {
            let (was, becomes) = (places.old[supplier], places.new[supplier])
            return (becomes ?? was).map { move($0, from: was, to: becomes) }
        }
        let (oldIDs, newIDs) = (old.prefix(limit).map(\.supplier), new.prefix(limit).map(\.supplier))
        let (wasListed, isListed) = (Set(oldIDs), Set(newIDs))
        let staying = newIDs.filter(wasListed.contains)
        let moved = staying.filter { places.old[$0]?.rank != places.new[$0]?.rank }
        return DefinitionEffect(
            version: version, limit: limit, entered: newIDs.filter { !wasListed.contains($0) }.compactMap(moving),
            left: oldIDs.filter { !isListed.contains($0) }.compactMap(moving), moved: moved.compactMap(moving),
            stayed: staying.count - moved.count, setting: question?.setting,
            remarks: question?.remarks(in: market.snapshot, language), dataThrough: market.snapshot.dataThrough,
            generation: market.snapshot.generation)
    }

    private func setting(_ query: MatchQuery) throws -> AskedQuery {
        try AskedQuery(query, buyer: asked.buyer, nuts: asked.nuts, in: market.snapshot)
    }

    private func list(_ query: MatchQuery) throws -> [Match] {
        let query = try setting(query).query
        return Ranker(market.snapshot).rank(
            query,
            Matching.MatchOptions(
                limit: max(limit, Self.reach), language: language, weights: market.weights[query.question])
        ).matches
    }

    private func places(_ list: [Match]) -> [SupplierID: Match] {
        Dictionary(list.map { ($0.supplier, $0) }) { first, _ in first }
    }

    private func move(_ match: Match, from old: Match?, to new: Match?) -> DefinitionMove {
        DefinitionMove(
            supplier: SupplierReference(match), from: old?.rank, to: new?.rank, before: old?.score, after: new?.score,
            changes: changes(old, new))
    }

    private func changes(_ old: Match?, _ new: Match?) -> [SignalChange] {
        let (before, after) = (points(old), points(new))
        let all = Set(before.keys).union(after.keys).sorted { $0.rawValue < $1.rawValue }
        let changes = all.compactMap { name -> (size: Int, change: SignalChange)? in
            let (was, becomes) = (before[name], after[name])
            let difference = (becomes?.points.millionths ?? 0) - (was?.points.millionths ?? 0)
            guard difference != 0, let larger = difference > 0 ? becomes : was else { return nil }
            return (
                abs(difference),
                SignalChange(
                    name: name.rawValue, before: was?.points ?? (old == nil ? nil : .zero),
                    after: becomes?.points ?? (new == nil ? nil : .zero), because: larger.because)
            )
        }
        return changes.sorted { ($1.size, $0.change.name) < ($0.size, $1.change.name) }.prefix(Self.mostChanges)
            .map(\.change)
    }

    private func points(_ match: Match?) -> [SignalName: SignalScore] {
        Dictionary((match?.signals ?? []).map { ($0.name, $0) }) { first, _ in first }
    }
}
