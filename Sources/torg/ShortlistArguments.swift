import API
import ArgumentParser

/// Suppliers that were gathered before.
struct ShortlistArguments: ParsableArguments {
    @Option(help: ArgumentHelp("Only those on this shortlist; see “torg shortlist list”.", valueName: "number"))
    var shortlist: Int?

    /// A filter that lets through no others than those on the shortlist; as it is without one.
    func narrowed(_ filter: SupplierFilter?, _ session: Session) async throws -> SupplierFilter? {
        guard let shortlist else { return filter }
        var filter = filter ?? SupplierFilter()
        filter.only = try await session.answer(ShortlistsGet.self, .init(shortlist: shortlist)).suppliers.map(
            \.supplier)
        return filter
    }
}

/// A shortlist whose suppliers a plan takes by hand.
struct PinnedShortlistArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Pin those on this shortlist, each for the reason it is there.", valueName: "number"))
    var pinShortlist: Int?

    /// Whom to pin, by whom and why.
    ///
    /// - Parameters:
    ///   - by: whose decision it is; whoever put it on the shortlist without one.
    ///   - note: why; the reason on the shortlist, else its name, without one.
    func pins(
        by: String?, note: String?, _ session: Session
    ) async throws -> [(supplier: String, by: String, note: String)] {
        guard let pinShortlist else { return [] }
        let found = try await session.answer(ShortlistsGet.self, .init(shortlist: pinShortlist))
        return found.suppliers.map { entry in
            // A plan goes on after the note with a full stop of its own.
            var why = note ?? entry.reason ?? found.shortlist.name
            while why.hasSuffix(".") { why.removeLast() }
            return (entry.supplier, by ?? entry.by, why)
        }
    }
}
