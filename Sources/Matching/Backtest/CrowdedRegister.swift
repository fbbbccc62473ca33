import Procurement

/// The market with made copies of the firms that never won, as a register of all firms would hold many like them.
///
/// A register that was made from who won holds, of the firms without an earlier award, just those that win later; in such
/// a back-test it costs nothing to put them first. A copy has its model's industry and size and a name that tells
/// nothing. Copies of one model always score alike, so one stands for all of them.
struct CrowdedRegister: Sendable {
    /// With the copies.
    let facts: MarketFacts
    private let copies: Set<SupplierID>
    private let times: Int

    /// Is last among those of one model, so that the models keep their order.
    private static let mark = "\u{10FFFF}"

    /// - Parameters:
    ///   - times: how many of each firm without an award there shall be, itself among them.
    ///   - snapshot: of the history.
    init(_ facts: MarketFacts, times: Int, in snapshot: IndexSnapshot) {
        self.times = max(1, times)
        var all = facts
        var copies: Set<SupplierID> = []
        if times > 1 {
            for model in facts.suppliers {
                guard let number = snapshot.suppliers.number(of: model.id), snapshot.wins(of: number) == 0 else {
                    continue
                }
                let copy = Self.copy(of: model)
                copies.insert(copy.id)
                all.suppliers.append(copy)
            }
        }
        self.facts = all
        self.copies = copies
    }

    private static func copy(of model: Supplier) -> Supplier {
        var copy = Supplier(id: SupplierID(model.id.rawValue + mark), name: "")
        var register = RegisterEntry(name: "")
        register.sni = model.register?.sni
        register.sniLabel = model.register?.sniLabel
        copy.size = model.size ?? model.register?.size
        copy.register = register
        return copy
    }

    /// By supplier of a snapshot of these facts: 0, or for a copy, how many it stands for; empty where none is one.
    func multiples(in snapshot: IndexSnapshot) -> [Int] {
        guard !copies.isEmpty else { return [] }
        return (0..<snapshot.supplierCount).map { copies.contains(snapshot.suppliers.id($0)) ? times - 1 : 0 }
    }

    /// How many suppliers are no copies.
    func suppliers(in snapshot: IndexSnapshot) -> Int { snapshot.supplierCount - copies.count }
}
