import API
import JSONRPC
import Procurement
import Sheets

/// A timetable of talks: who meets whom, at which table, in which slot.
enum TimetablePage: PlanOnPage {
    typealias Plan = MeetingsSchedule
    static let path = "timetable"
    static let kind = EventKind.talks
    static let title = BilingualText(sv: "Lägg ett schema för enskilda möten", en: "Make a timetable of talks")
    static let names = [
        "category", "event", "shortlist", "slots", "starts", "minutes", "pause", "tables", "spare", "promised", "most",
        "buyer", "region", "name", "date", "place",
    ]

    static func parameters(_ form: Form, _ visit: Visit) async throws -> MeetingsSchedule.Parameters {
        let known = try await visit.call(CategoriesList.self, .init()).categories
        let hosts = form.all("category").map { id in
            MeetingHost(
                id: id, name: known.first { $0.id == id }.map { visit.name($0.names, $0.name) },
                need: .category(.configured(id)))
        }
        var asked = MeetingsSchedule.Parameters(
            hosts: hosts,
            slots: form.programme
                ?? .regular(RegularProgramme(starts: form["starts"] ?? "13:00", count: 6, minutes: 25, pause: 5)))
        asked.event = form.number("event")
        if let only = try await PlanFields(visit: visit).filter(form)?.only {
            asked.companies = only.map { CompanyAtTable(supplier: $0) }
        }
        asked.tables = form.number("tables")
        asked.spareTables = form.number("spare")
        asked.companyMinimum = form.number("promised")
        asked.companyMaximum = form.number("most")
        asked.buyer = form["buyer"].map { BuyerQuery(name: $0) }
        asked.nuts = form.codes("region")
        asked.edits = PlanEdit.all(form).compactMap { edit in
            TimetableEditKind(rawValue: edit.kind).map {
                EditOfTimetable(
                    edit: $0, company: edit.about, host: edit.to,
                    slot: edit.slot.isEmpty || $0 == .ban ? nil : edit.slot, by: edit.by, note: edit.note)
            }
        }
        asked.dossier = form["dossier"]
        return asked
    }

    static func decided(_ plan: MeetingsSchedule.Result) -> [EditEffect] { plan.edits }

    static func fields(
        _ plan: MeetingsSchedule.Result, _ visit: Visit, _ here: Address, names decided: [String: String]
    ) -> Fields {
        let shared = PlanFields(visit: visit)
        let reader = visit.reader
        let names = Dictionary(plan.companies.map { ($0.id, $0.name) }) { $1 }.merging(decided) { first, _ in first }
        let hosts = Dictionary(plan.hosts.map { ($0.id, $0.name) }) { $1 }
        let cells = Dictionary(plan.meetings.map { (Place(host: $0.host, slot: $0.slot), $0) }) { $1 }
        let stretch = Stretch(visit, of: plan.hosts.count, size: max(1, 500 / max(1, plan.slots.count)))
        let met = Set(plan.meetings.map(\.company)).count
        let spare = Dictionary(plan.spare.map { ($0.slot, $0.tables.count) }) { $1 }
        return [
            "meetings": .text(reader.count(plan.meetings.count)), "met": .text(reader.count(met)),
            "companies": .text(reader.count(plan.companies.count)), "hosts": .text(reader.count(plan.hosts.count)),
            "tables": .text(reader.count(plan.tables)), "choice": .text(shared.optimality(plan.choice)),
            "slots": Fields.Value(
                plan.slots.map {
                    [
                        "id": .text($0.id), "starts": .text($0.starts), "ends": .text($0.ends),
                        "spare": .text(reader.count(spare[$0.id] ?? 0)),
                    ]
                }),
            "rows": Fields.Value(
                plan.hosts[stretch.rows].map { host in
                    [
                        "host": .text(host.name),
                        "cells": Fields.Value(
                            plan.slots.map { slot in
                                let meeting = cells[Place(host: host.id, slot: slot.id)]
                                return [
                                    "company": Fields.Value(meeting.map { names[$0.company] ?? $0.company }),
                                    "table": Fields.Value(meeting.map { "\($0.table)" }),
                                    "isPinned": .flag(meeting?.pinned == true),
                                ]
                            }),
                    ]
                }),
            "stretch": Fields.Value(stretch.fields(here, reader)),
            "hasUnscheduled": .flag(!plan.unscheduled.isEmpty),
            "unscheduledCount": .text(reader.count(plan.unscheduled.count)),
            "isMore": .flag(plan.unscheduled.count > 100),
            "unscheduled": Fields.Value(
                plan.unscheduled.sorted { ($1.worth, $0.company, $0.host) < ($0.worth, $1.company, $1.host) }
                    .prefix(100).map {
                        [
                            "company": .text(names[$0.company] ?? $0.company), "host": .text(hosts[$0.host] ?? $0.host),
                            "worth": .text(reader.points($0.worth)), "why": .text($0.text.text(in: reader.language)),
                        ]
                    }),
            "hasEffects": .flag(!plan.edits.isEmpty), "effects": shared.edits(plan.edits, names: names),
            "people": Fields.Value(
                plan.companies.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.prefix(500)
                    .map { ["id": .text($0.id), "name": .text($0.name)] }),
            "receivers": Fields.Value(plan.hosts.map { ["id": .text($0.id), "name": .text($0.name)] }),
        ]
    }

    private struct Place: Hashable {
        let host, slot: String
    }
}
