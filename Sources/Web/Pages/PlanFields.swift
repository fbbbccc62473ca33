import API
import JSONRPC
import Procurement
import Sheets

/// What the pages of all plans show alike.
struct PlanFields {
    let visit: Visit
    var reader: Reader { visit.reader }

    /// How a plan stands to the best that there could be.
    func optimality(_ optimality: PlanOptimality) -> String {
        if optimality.gap == .zero { return reader.pick(sv: "bevisat bäst", en: "proven best") }
        let (gap, bound) = (reader.points(optimality.gap), reader.points(optimality.bound))
        return reader.pick(
            sv: "högst \(gap) poäng från det bästa möjliga (\(bound))",
            en: "at most \(gap) points from the best possible (\(bound))")
    }

    /// What came of decisions by hand.
    func edits(_ edits: [EditEffect], names: [String: String]) -> Fields.Value {
        Fields.Value(
            edits.enumerated().map { place, edit in
                [
                    "index": Fields.Value(place), "what": .text(word(edit.edit)),
                    "name": .text(names[edit.about] ?? edit.about), "by": .text(edit.by), "note": .text(edit.note),
                    "effect": .text(edit.effect.text(in: reader.language)),
                ]
            })
    }

    func word(_ edit: String) -> String {
        switch edit {
        case "pin": reader.pick(sv: "Ta med", en: "Include")
        case "ban": reader.pick(sv: "Uteslut", en: "Exclude")
        case "move": reader.pick(sv: "Flytta", en: "Move")
        case "place": reader.pick(sv: "Placera", en: "Place")
        case "swap": reader.pick(sv: "Byt", en: "Swap")
        default: edit
        }
    }

    func supplier(_ supplier: SupplierReference) -> Fields {
        [
            "id": .text(supplier.id), "name": .text(supplier.name),
            "page": .text(Address("supplier", supplier.id).description),
            "size": Fields.Value(reader.size(supplier.size)), "isNew": .flag(supplier.newcomer),
        ]
    }

    /// Categories to tick, with the floor of each; ticked as the form says.
    func categories(_ form: Form) async throws -> Fields.Value {
        let chosen = Set(form.all("category"))
        return Fields.Value(
            try await visit.call(CategoriesList.self, .init()).categories.map {
                [
                    "id": .text($0.id), "name": .text(visit.name($0.names, $0.name)),
                    "isChosen": .flag(chosen.contains($0.id)), "floor": Fields.Value(form["floor-\($0.id)"]),
                ]
            })
    }

    /// Shortlists to choose from.
    func shortlists(_ form: Form) async throws -> Fields.Value {
        let chosen = form.number("shortlist")
        return Fields.Value(
            (try await visit.callWhereAllowed(ShortlistsList.self, .init(limit: Limit(clamping: 100)))?.shortlists ?? [])
                .map { ["id": Fields.Value($0.id), "name": .text($0.name), "isChosen": .flag($0.id == chosen)] })
    }

    /// Events to choose from.
    func events(_ form: Form) async throws -> Fields.Value {
        let chosen = form.number("event")
        return Fields.Value(
            try await visit.call(EventsList.self, .init(limit: Limit(clamping: 50))).events
                .map { ["id": Fields.Value($0.id), "name": .text($0.name), "isChosen": .flag($0.id == chosen)] })
    }

    /// Only those on the shortlist of the form, where it names one.
    func filter(_ form: Form) async throws -> SupplierFilter? {
        guard let shortlist = form.number("shortlist") else { return nil }
        var filter = SupplierFilter()
        filter.only = try await visit.call(ShortlistsGet.self, .init(shortlist: shortlist)).suppliers.map(\.supplier)
        return filter
    }
}
