import Procurement

/// Gives each lot of a notice a name of its own, so that none is lost where two have the same number.
struct LotNames {
    private var uses: [String: Int] = [:]

    /// `name`; the second time it comes `name (2)`.
    mutating func unused(_ name: String) -> LotID {
        let use = uses[name, default: 0] + 1
        uses[name] = use
        return use == 1 ? LotID(name) : unused("\(name) (\(use))")
    }
}
