import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

/// What is done with the office's own definitions, whichever kind they are of.
struct DefinitionDesk: Sendable {
    let market: CurrentMarket
    let store: Store
    let keeper: DossierKeeper
    let publisher: Publisher

    /// Saves one, and puts it in force.
    ///
    /// - Parameter method: the one that was called.
    /// - Returns: its latest version, whether that is new, and where the entry is that says so.
    /// - Throws: -32002 where a file has the definitions; -32602 for what is no definition, or is based on a version that isn't
    ///   the latest any more.
    func save<D: SavedDefinition>(
        _ wire: D.Wire, isRetired: Bool, basedOn: Int?, reason: String, method: String, by peer: Peer,
        _: D.Type = D.self
    ) async throws -> (version: DefinitionVersion<D>, isNew: Bool, reference: DossierReference?) {
        let definition: D = try DefinitionReader.read(wire, at: D.kind.rawValue)
        try await check(D.self, reason)
        let (saved, reference) = try await keeper.save(
            [DefinitionChange(definition, isRetired: isRetired, basedOn: basedOn ?? 0)], reason: reason,
            method: method, by: UserName.of(peer))
        if let version = saved.first {
            await publisher.refresh()
            return (version, true, reference)
        }
        guard let version = try store.history(of: definition.key, D.self, limit: 1).items.first else {
            throw StoreError.inconsistent(detail: "a definition that was kept is not there")
        }
        return (version, false, nil)
    }

    /// Takes a list in, and puts it in force.
    ///
    /// - Throws: as `save` does.
    func take<D: SavedDefinition>(
        _ wires: [D.Wire], retireOthers: Bool, reason: String, method: String, by peer: Peer, _: D.Type = D.self
    ) async throws -> DefinitionImport {
        var definitions: [D] = []
        var ids: Set<String> = []
        for (index, wire) in wires.enumerated() {
            let place = "\(D.kind.plural)[\(index)]"
            let definition: D = try DefinitionReader.read(wire, at: place)
            guard ids.insert(definition.key).inserted else {
                throw RPCError.invalid(
                    parameter: "\(place).id", expected: "each id once", came: .string(definition.key))
            }
            definitions.append(definition)
        }
        try await check(D.self, reason)
        let others = try store.definitions(D.self).filter { !$0.isRetired && !ids.contains($0.definition.key) }
        let retired =
            retireOthers ? others.map { DefinitionChange($0.definition, isRetired: true, basedOn: $0.version) } : []
        let (saved, reference) = try await keeper.save(
            definitions.map { DefinitionChange($0, basedOn: nil) } + retired, reason: reason, method: method,
            by: UserName.of(peer))
        if !saved.isEmpty { await publisher.refresh() }
        return DefinitionImport(
            saved: saved.map {
                DefinitionReference(id: $0.definition.key, version: $0.version, retired: $0.isRetired)
            },
            unchanged: definitions.count + retired.count - saved.count,
            others: retireOthers ? [] : others.map(\.definition.key), dossier: reference)
    }

    /// - Throws: `NotFound` for an id that the store never had.
    func history<D: SavedDefinition>(
        of id: String, limit: Limit?, after: String?, _: D.Type = D.self
    ) throws -> Page<DefinitionVersion<D>> {
        let page = try store.history(
            of: id, D.self, limit: (limit ?? .standard).count, after: try after.map { try PageCursor($0) })
        if page.items.isEmpty, after == nil {
            throw NotFound(
                parameter: "id", id: id, hint: "\(D.kind.plural).list with retired gives those that the store has")
        }
        return page
    }

    /// What a change would do to the list that is made by the definition. Nothing is saved.
    ///
    /// - Throws: -32602 for what is no definition.
    func preview<D: SavedDefinition>(
        _ wire: D.Wire, isRetired: Bool, buyer: BuyerQuery?, nuts: [String]?, limit: Int?, language: TextLanguage?,
        _: D.Type = D.self
    ) async throws -> DefinitionEffect {
        let market = try await market.ready
        let definition: D = try DefinitionReader.read(wire, at: D.kind.rawValue)
        var asked = (buyer: buyer, nuts: nuts)
        market.office.fill(&asked.buyer, &asked.nuts)
        let comparison = DefinitionComparison(
            market: market, asked: asked, limit: limit ?? Limit.standard.count, language: language ?? .en)
        let before = D.inUse(in: market).first { $0.key == definition.key }
        let version = try kept(retired: true, on: market, D.self)?.first { $0.definition.key == definition.key }?
            .version
        return try comparison.effect(from: before, to: isRetired ? nil : definition, version: version)
    }

    /// The latest versions that the store has, those out of use where they are asked for; `nil` where a file has the
    /// definitions, or the store has never had any.
    func kept<D: SavedDefinition>(retired: Bool, on market: Market, _: D.Type = D.self) throws -> [DefinitionVersion<
        D
    >]? {
        guard case .store = D.home(in: market) else { return nil }
        let kept = try store.definitions(D.self)
        return kept.isEmpty ? nil : kept.filter { retired || !$0.isRetired }
    }

    /// That definitions of a kind can be saved now, and that it is said why.
    private func check<D: SavedDefinition>(_: D.Type, _ reason: String) async throws {
        if case .file(let path) = D.home(in: try await market.ready) {
            let kind = D.kind.plural
            throw RPCError(
                .notAllowed,
                "The \(kind) are those of \(path), which torg.yaml names under matching.\(kind): one truth at a time. Change that "
                    + "file and reload the daemon; or take the key out of torg.yaml and reload, and the store has them from then on "
                    + "(“torg \(kind) export” and “torg \(kind) import” carry them over)",
                detail: .init(expected: "\(kind) that the store has", came: "a file that has them"))
        }
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw RPCError.invalid(parameter: "reason", expected: "why, in words", came: .string(reason))
        }
        try await publisher.takeOver()
    }
}
