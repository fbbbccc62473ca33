import API
import JSONRPC
import Procurement
import Sheets
import Transport

/// A category's or a challenge's definition: what it is, how it came to be so, and a form that shows what a change would do
/// before it is saved. Going back is the same form, filled with an earlier version.
enum DefinitionPage {
    static func show(_ visit: Visit, _ kind: DefinitionKind) async throws -> Answer {
        let known = try await kind.current(visit)
        guard let current = known.draft ?? known.versions.first?.draft else { throw PageNotFound() }
        let from = visit.asked["from"].flatMap(Int.init)
        let earlier = known.versions.first { $0.version == from }
        var more: Fields = [:]
        if let earlier, let latest = known.versions.first {
            more["from"] = Fields.Value(earlier.version)
            more["reason"] = Fields.Value(
                visit.reader.pick(
                    sv: "Tillbaka till version \(earlier.version), från version \(latest.version).",
                    en: "Back to version \(earlier.version), from version \(latest.version)."))
        }
        return page(
            visit, kind, known.file, known.versions, current: current, draft: earlier?.draft ?? current,
            basedOn: known.versions.first?.version, more)
    }

    /// Shows what a change would do, or saves it.
    static func send(_ visit: Visit, _ kind: DefinitionKind) async throws -> Answer {
        let known = try await kind.current(visit)
        guard let current = known.draft ?? known.versions.first?.draft else { throw PageNotFound() }
        let draft = DefinitionDraft(visit.sent, over: current)
        let basedOn = visit.sent["version"].flatMap(Int.init)
        var more: Fields = ["reason": Fields.Value(visit.sent["reason"])]
        var latest = basedOn
        do {
            if visit.sent["step"] != "save" {
                more["effect"] = .fields(effect(try await kind.preview(draft, visit), visit.reader))
            } else if let reason = visit.sent["reason"] {
                let version = try await kind.save(draft, reason: reason, basedOn: basedOn, visit)
                return .seeOther(Address(kind.rawValue, visit.id, "definition").saying("saved", "\(version)"))
            } else {
                more["reasonMissing"] = true
            }
        } catch let error as RPCClientError {
            if error.isStale, let newest = known.versions.first {
                more["stale"] = .fields([
                    "by": .text(newest.by), "at": .text(visit.reader.moment(newest.at)), "why": .text(newest.reason),
                    "newVersion": Fields.Value(newest.version),
                ])
                latest = newest.version
            } else if case .remote(let answer) = error, answer.code == .invalidParameters {
                more["wrong"] = .text(answer.message)
            } else {
                throw error
            }
        }
        return page(
            visit, kind, known.file, known.versions, current: current, draft: draft, basedOn: latest, more)
    }

    private static func page(
        _ visit: Visit, _ kind: DefinitionKind, _ file: String?, _ versions: [DefinitionState],
        current: DefinitionDraft, draft: DefinitionDraft, basedOn: Int?, _ more: Fields
    ) -> Answer {
        let reader = visit.reader
        let name = visit.name(current.names, current.names["sv"] ?? visit.id)
        let here = Address(kind.rawValue, visit.id, "definition")
        var fields: Fields = [
            "kind": .text(
                kind == .category
                    ? reader.pick(sv: "Kategori", en: "Category") : reader.pick(sv: "Utmaning", en: "Challenge")),
            "ranking": .text(Address(kind.rawValue, visit.id).description), "action": .text(here.description),
            "id": .text(visit.id), "isRetired": .flag(current.isRetired), "isCategory": .flag(kind == .category),
            "names": .text(current.names.map { "\($0.value) (\($0.key))" }.joined(separator: ", ")),
            "text": Fields.Value(current.text), "cpv": Fields.Value(current.cpv.joined(separator: ", ")),
            "keywords": Fields.Value(current.keywords.joined(separator: ", ")),
            "goals": Fields.Value(current.goals.joined(separator: ", ")), "owner": Fields.Value(current.owner),
            "file": Fields.Value(file), "canChange": .flag(file == nil),
            "saved": Fields.Value(visit.asked["saved"].flatMap(Int.init).map(String.init)),
            "undo": Fields.Value(
                visit.asked["saved"] == nil || versions.count < 2
                    ? nil : here.saying("from", "\(versions[1].version)").description + "#change"),
            "hasVersions": .flag(!versions.isEmpty),
            "from": false, "effect": false, "stale": false, "wrong": false, "reasonMissing": false, "reason": false,
        ]
        fields["form"] = .fields([
            "version": Fields.Value(basedOn.map(String.init)), "sv": Fields.Value(draft.names["sv"]),
            "en": Fields.Value(draft.names["en"]), "formCPV": Fields.Value(draft.cpv.joined(separator: ", ")),
            "formKeywords": Fields.Value(draft.keywords.joined(separator: "\n")),
            "formText": Fields.Value(draft.text), "formGoals": Fields.Value(draft.goals.joined(separator: ", ")),
            "formOwner": Fields.Value(draft.owner), "formRetired": .flag(draft.isRetired),
        ])
        fields["versions"] = Fields.Value(
            versions.enumerated().map { place, state -> Fields in
                let changes =
                    place + 1 < versions.count
                    ? state.draft.changes(since: versions[place + 1].draft, reader)
                    : state.version == 1 ? [reader.pick(sv: "Första versionen", en: "The first version")] : []
                return [
                    "number": Fields.Value(state.version), "by": .text(state.by), "at": .text(reader.moment(state.at)),
                    "why": .text(state.reason), "changes": Fields.Value(changes.map { ["text": .text($0)] }),
                    "back": Fields.Value(
                        place == 0 ? nil : here.saying("from", "\(state.version)").description + "#change"),
                ]
            })
        return .page("definition", title: name, fields.merging(more))
    }

    private static func effect(_ effect: DefinitionEffect, _ reader: Reader) -> Fields {
        let count = effect.entered.count + effect.left.count + effect.moved.count
        return [
            "summary": .text(
                count == 0
                    ? reader.pick(
                        sv: "De första \(effect.limit) blir desamma i samma ordning.",
                        en: "The first \(effect.limit) stay the same in the same order.")
                    : reader.pick(
                        sv: "Bland de första \(effect.limit) tillkommer \(effect.entered.count), "
                            + "\(effect.left.count) lämnar listan och \(effect.moved.count) byter plats; \(effect.stayed) står kvar.",
                        en: "Of the first \(effect.limit), \(effect.entered.count) enter, "
                            + "\(effect.left.count) leave and \(effect.moved.count) move; \(effect.stayed) keep their place."
                    )),
            "groups": Fields.Value(
                [
                    group(reader.pick(sv: "Tillkommer", en: "Enter"), effect.entered, reader),
                    group(reader.pick(sv: "Lämnar listan", en: "Leave"), effect.left, reader),
                    group(reader.pick(sv: "Byter plats", en: "Move"), effect.moved, reader),
                ].compactMap { $0 }),
            "remarks": Fields.Value((effect.remarks ?? []).map { ["text": .text($0)] }),
            "ground": .text(
                GroundText(reader: reader).sentence(
                    effect.dataThrough, generation: effect.generation, setting: effect.setting)),
        ]
    }

    private static func group(_ title: String, _ moves: [DefinitionMove], _ reader: Reader) -> Fields? {
        guard !moves.isEmpty else { return nil }
        return [
            "groupTitle": .text(title),
            "moves": Fields.Value(
                moves.map { move -> Fields in
                    [
                        "name": .text(move.supplier.name),
                        "page": .text(Address("supplier", move.supplier.id).description),
                        "placeNow": .text(move.from.map(reader.count) ?? "–"),
                        "placeAfter": .text(move.to.map(reader.count) ?? "–"),
                        "scoreNow": .text(move.before.map(reader.points) ?? "–"),
                        "scoreAfter": .text(move.after.map(reader.points) ?? "–"),
                        "why": Fields.Value(move.changes.first { !$0.because.isEmpty }?.because.withTwoDecimals),
                    ]
                }),
        ]
    }
}
