import API
import Foundation
import JSONRPC
import Procurement
import Sheets

/// A supplier meeting: how many firms, at which tables, with which floors.
enum MeetingPlanPage: PlanOnPage {
    typealias Plan = MeetingPlan
    static let path = "meeting"
    static let kind = EventKind.meeting
    static let title = BilingualText(sv: "Planera en leverantörsträff", en: "Plan a supplier meeting")
    static let names = [
        "event", "name", "host", "date", "place", "capacity", "category", "floor", "small", "newcomers", "rooms",
        "slots", "starts", "minutes", "pause", "visits", "registration", "before", "contact", "shortlist", "buyer",
        "region",
    ]

    static func parameters(_ form: Form, _ visit: Visit) async throws -> MeetingPlan.Parameters {
        var details = MeetingDetails()
        details.name = form["name"].map { BilingualText($0) }
        details.host = form["host"]
        details.date = try EventMaking.day(form["date"], visit)
        details.place = form["place"]
        details.registration = form["registration"]
        details.registerBefore = try EventMaking.day(form["before"], visit)
        details.contact = form["contact"]
        var asked = MeetingPlan.Parameters(event: form.number("event"), details: details)
        asked.capacity = form.number("capacity")
        let categories = form.all("category").map {
            CategoryAtMeeting(category: .configured($0), floor: form.number("floor-\($0)"))
        }
        if !categories.isEmpty { asked.categories = categories }
        asked.floor = form.number("floor")
        asked.smallShare = form.share("small")
        asked.newcomerShare = form.share("newcomers")
        let rooms = form.lines("rooms").compactMap(room)
        if !rooms.isEmpty { asked.rooms = rooms }
        asked.slots = form.programme
        asked.visitsPerCompany = form.number("visits")
        asked.filter = try await PlanFields(visit: visit).filter(form)
        asked.buyer = form["buyer"].map { BuyerQuery(name: $0) }
        asked.nuts = form.codes("region")
        asked.edits = PlanEdit.all(form).compactMap { edit in
            guard let kind = MeetingEditKind(rawValue: edit.kind) else { return nil }
            return EditOfMeeting(
                edit: kind, supplier: edit.about, category: kind == .move ? edit.to : nil, by: edit.by, note: edit.note)
        }
        asked.dossier = form["dossier"]
        return asked
    }

    /// `Stora salen = 40`.
    private static func room(_ line: String) -> RoomAtMeeting? {
        guard let cut = line.lastIndex(of: "="),
            let seats = Int(line[line.index(after: cut)...].filter { !$0.isWhitespace })
        else { return nil }
        return RoomAtMeeting(name: line[..<cut].trimmingCharacters(in: .whitespaces), seats: seats)
    }

    static func decided(_ plan: MeetingPlan.Result) -> [EditEffect] { plan.edits }

    static func fields(
        _ plan: MeetingPlan.Result, _ visit: Visit, _ here: Address, names decided: [String: String]
    ) -> Fields {
        let shared = PlanFields(visit: visit)
        let reader = visit.reader
        let categories = Dictionary(plan.coverage.map { ($0.category, $0.name.text(in: reader.language)) }) { $1 }
        let stretch = Stretch(visit, of: plan.outreach.count, size: 40)
        let view = visit.asked["view"] ?? ""
        let people = plan.outreach.map(\.supplier) + plan.seated.map(\.supplier) + plan.reserves.map(\.supplier)
        var names = decided
        for supplier in people { names[supplier.id] = supplier.name }
        return [
            "title": .text(plan.name.text(in: reader.language)),
            "places": .text(reader.count(plan.seated.count + plan.outreach.count)),
            "capacity": .text(reader.count(plan.capacity)), "seatedCount": .text(reader.count(plan.seated.count)),
            "outreachCount": .text(reader.count(plan.outreach.count)),
            "waitingCount": .text(reader.count(plan.waiting.count)),
            "choice": .text(shared.optimality(plan.choice)),
            "isCompanies": .flag(view == ""), "isProgramme": .flag(view == "programme"),
            "isInvitation": .flag(view == "invitation"),
            "companiesPage": .text(here.description),
            "programmePage": .text(here.saying("view", "programme").description),
            "invitationPage": .text(here.saying("view", "invitation").description),
            "shares": Fields.Value(plan.shares.filter { $0.asked > 0 }.map { share($0, reader) }),
            "coverage": Fields.Value(
                plan.coverage.map { line in
                    let floored = plan.outreach.count { $0.category == line.category && !$0.onScoreAlone }
                    return [
                        "name": .text(line.name.text(in: reader.language)), "floor": .text(reader.count(line.floor)),
                        "registered": .text(reader.count(line.registered)),
                        "outreach": .text(reader.count(line.outreach)),
                        "total": .text(reader.count(line.registered + line.outreach)),
                        "floored": .text(reader.count(floored)), "candidates": .text(reader.count(line.candidates)),
                    ]
                }),
            "outreach": Fields.Value(
                view == "" ? plan.outreach[stretch.rows].map { outreach($0, categories, shared) } : []),
            "stretch": Fields.Value(view == "" ? stretch.fields(here, reader) : nil),
            "reserves": Fields.Value(view == "" ? reserves(plan, shared) : []),
            "hasStations": .flag(!plan.stations.isEmpty),
            "slots": .text(plan.slots.map { "\($0.starts)–\($0.ends)" }.joined(separator: ", ")),
            "stations": Fields.Value(
                plan.stations.map {
                    [
                        "name": .text($0.name.text(in: reader.language)), "room": Fields.Value($0.room),
                        "seats": .text(reader.count($0.seats)),
                        "visitors": .text($0.visitors.map(String.init).joined(separator: ", ")),
                    ]
                }),
            "rotas": Fields.Value(view == "programme" ? rotas(plan, visit) : []),
            "rotaStretch": Fields.Value(
                view == "programme"
                    ? Stretch(visit, of: plan.rotas.count, size: 100)
                        .fields(here.saying("view", view), reader) : nil),
            "invitation": .text(plan.invitation.text(in: reader.language)),
            "hasEffects": .flag(!plan.edits.isEmpty), "effects": shared.edits(plan.edits, names: names),
            "people": Fields.Value(
                names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(500)
                    .map { ["id": .text($0.key), "name": .text($0.value)] }),
            "tables": Fields.Value(
                plan.coverage.map { ["id": .text($0.category), "name": .text($0.name.text(in: reader.language))] }),
        ]
    }

    private static func share(_ line: ShareLine, _ reader: Reader) -> Fields {
        [
            "name": .text(
                line.constraint.kind == .smallShare
                    ? reader.pick(sv: "Små företag", en: "Small firms")
                    : reader.pick(sv: "Utan kända vinster", en: "Without a known win")),
            "planned": .text(reader.count(line.planned)), "asked": .text(reader.count(line.asked)),
            "share": .text(reader.percent(line.share)),
        ]
    }

    private static func outreach(_ line: OutreachLine, _ categories: [String: String], _ shared: PlanFields) -> Fields {
        shared.supplier(line.supplier).merging([
            "order": Fields.Value(line.order), "score": .text(shared.reader.points(line.score)),
            "table": Fields.Value(line.category.map { categories[$0] ?? $0 }),
            "rank": Fields.Value(line.rank.map(shared.reader.count)), "isFloored": .flag(!line.onScoreAlone),
            "times": Fields.Value(line.timesInvited > 0 ? shared.reader.count(line.timesInvited) : nil),
            "reason": .text(line.reason.text(in: shared.reader.language)),
            "because": Fields.Value(
                line.because.prefix(2).map { ["text": .text($0.text(in: shared.reader.language))] }),
        ])
    }

    private static func reserves(_ plan: MeetingPlan.Result, _ shared: PlanFields) -> [Fields] {
        plan.coverage.prefix(50).compactMap { line in
            let nearest = plan.reserves.filter { $0.category == line.category }.prefix(5)
            guard !nearest.isEmpty else { return nil }
            return [
                "category": .text(line.name.text(in: shared.reader.language)),
                "list": Fields.Value(
                    nearest.map {
                        shared.supplier($0.supplier).merging(["score": .text(shared.reader.points($0.score))])
                    }),
            ]
        }
    }

    private static func rotas(_ plan: MeetingPlan.Result, _ visit: Visit) -> [Fields] {
        let slots = Dictionary(plan.slots.map { ($0.id, $0.starts) }) { $1 }
        let stations = Dictionary(plan.stations.map { ($0.station, $0.name.text(in: visit.language)) }) { $1 }
        return plan.rotas[Stretch(visit, of: plan.rotas.count, size: 100).rows].map { rota in
            [
                "name": .text(rota.supplier.name),
                "visits": .text(
                    rota.visits.map { "\(slots[$0.slot] ?? $0.slot) \(stations[$0.station] ?? $0.station)" }
                        .joined(separator: "; ")),
            ]
        }
    }
}
