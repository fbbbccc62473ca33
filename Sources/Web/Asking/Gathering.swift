import API
import JSONRPC
import Procurement

/// Suppliers ticked in a list, on their way to a shortlist: a new one, or one that there is.
enum Gathering {
    /// How many shortlists are there to choose between.
    private static let shown: Limit = 50

    /// The form behind a list; `nil` for one who may keep no shortlist.
    ///
    /// - Parameters:
    ///   - name: what a new one is called where nobody says otherwise.
    ///   - hidden: what the form says besides.
    static func fields(
        _ visit: Visit, to action: Address, name: String, hidden: [Fields] = []
    ) async throws -> Fields? {
        let parameters = ShortlistsList.Parameters(limit: shown)
        guard let known = try await visit.callWhereAllowed(ShortlistsList.self, parameters) else { return nil }
        return [
            "action": .text(action.description), "newName": .text(String(name.prefix(200))),
            "hidden": Fields.Value(hidden),
            "lists": Fields.Value(known.shortlists.map { ["id": Fields.Value($0.id), "listName": .text($0.name)] }),
        ]
    }

    /// - Throws: `FormError` where none is.
    static func ticked(_ visit: Visit) throws -> [String] {
        var seen: Set<String> = []
        let suppliers = visit.sent.all("supplier").filter { seen.insert($0).inserted }
        guard !suppliers.isEmpty else {
            throw FormError(
                sv: "Ingen leverantör är vald. Gå tillbaka, kryssa för minst en i listan och tryck på Samla igen.",
                en: "No supplier is ticked. Go back, tick at least one in the list, and press Gather again.")
        }
        return Array(suppliers.prefix(ShortlistsAdd.most))
    }

    /// - Parameter dossier: the kept list that they were ticked in.
    static func save(_ visit: Visit, _ suppliers: [String], from dossier: String?) async throws -> Answer {
        var list = visit.sent["shortlist"].flatMap(Int.init)
        if list == nil {
            let name = visit.sent["name"] ?? visit.reader.pick(sv: "Urval", en: "Shortlist")
            list = try await visit.call(ShortlistsCreate.self, ShortlistsCreate.Parameters(name: name)).shortlist.id
        }
        guard let list else { throw PageNotFound() }
        _ = try await visit.call(
            ShortlistsAdd.self,
            ShortlistsAdd.Parameters(
                shortlist: list, suppliers: suppliers, dossier: dossier, reason: visit.sent["reason"]))
        return .seeOther(Address("shortlist", "\(list)"))
    }
}
