import Procurement

/// What came of each change by hand.
struct MeetingEdits: Sendable {
    private let request: MeetingRequest
    private let seated: Set<SupplierID>
    private let waiting: Set<SupplierID>
    private let orders: [SupplierID: Int]
    private let rotas: [SupplierID: CompanyRota]

    init(_ roll: MeetingRoll, outreach: [Outreach], rotas: [CompanyRota]) {
        request = roll.request
        seated = Set(roll.seated.map(\.company.id))
        waiting = Set(roll.waiting.map(\.company.id))
        orders = Dictionary(uniqueKeysWithValues: outreach.map { ($0.company.id, $0.order) })
        self.rotas = Dictionary(uniqueKeysWithValues: rotas.map { ($0.supplier, $0) })
    }

    func applied() -> [AppliedEdit] { request.edits.map { AppliedEdit(edit: $0, effect: effect(of: $0)) } }

    private func effect(of edit: MeetingEdit) -> BilingualText {
        let supplier = edit.supplier
        if case .exclude = edit.change {
            guard !seated.contains(supplier), !waiting.contains(supplier) else {
                return BilingualText(
                    sv: "Har anmält sig självt och behandlas som alla andra; en anmälan avvisas aldrig.",
                    en: "Has registered of its own accord and is treated like all others; no registration is refused.")
            }
            return BilingualText(
                sv: "Kontaktas inte särskilt, men får anmäla sig.", en: "Not contacted in particular, but may register."
            )
        }
        if waiting.contains(supplier) {
            return BilingualText(
                sv: "Står på väntelistan; gäller när företaget får en plats.",
                en: "Is on the waiting list; takes effect when it gets a place.")
        }
        let list =
            seated.contains(supplier)
            ? BilingualText(sv: "Har anmält sig", en: "Has registered")
            : BilingualText(
                sv: "Kontaktas som nummer \(orders[supplier] ?? 0)", en: "Contacted as number \(orders[supplier] ?? 0)")
        switch edit.change {
        case .pin, .exclude:
            return BilingualText(sv: "\(list.sv).", en: "\(list.en).")
        case .move(_, let category):
            let name = request.categories.first { $0.id == category }?.name
            return BilingualText(
                sv: "\(list.sv), vid bordet för \(name?.sv ?? category.rawValue).",
                en: "\(list.en), at the table for \(name?.en ?? category.rawValue).")
        case .place(_, let station, let slot):
            let name = request.stations.first { $0.id == station }?.name
            let starts = request.slots.first { $0.id == slot }?.starts ?? slot.rawValue
            guard rotas[supplier]?.visits.contains(StationVisit(slot: slot, station: station)) == true else {
                return BilingualText(sv: "\(list.sv). Inga besök planeras.", en: "\(list.en). No visits are planned.")
            }
            return BilingualText(
                sv: "\(list.sv), vid \(name?.sv ?? station.rawValue) klockan \(starts).",
                en: "\(list.en), at \(name?.en ?? station.rawValue) at \(starts).")
        }
    }
}
