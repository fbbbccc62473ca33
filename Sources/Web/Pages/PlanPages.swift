import API
import Foundation
import JSON
import JSONRPC
import Procurement
import Sheets
import Transport

/// A kind of plan as a form, and as the tables that come of it.
protocol PlanOnPage: SendableMetatype {
    associatedtype Plan: Method where Plan.Result: KeptAnswer & Listed

    /// The last part of the address, and the template.
    static var path: String { get }
    /// What an event of such a plan is.
    static var kind: EventKind { get }
    /// What the form is called.
    static var title: BilingualText { get }
    /// What the form asks, by the names of its fields, in the order of the address.
    static var names: [String] { get }
    /// What the form says as the daemon is asked.
    static func parameters(_ form: Form, _ visit: Visit) async throws -> Plan.Parameters
    /// What the form shows beside what was written in it: where nothing else is said, categories, shortlists and events.
    static func choices(_ form: Form, _ visit: Visit) async throws -> Fields
    /// What came of decisions by hand.
    static func decided(_ plan: Plan.Result) -> [EditEffect]
    /// The plan as the page shows it.
    ///
    /// - Parameter names: of suppliers that decisions by hand are about, by id.
    static func fields(_ plan: Plan.Result, _ visit: Visit, _ here: Address, names: [String: String]) -> Fields
}

extension PlanOnPage {
    static func choices(_ form: Form, _ visit: Visit) async throws -> Fields {
        let shared = PlanFields(visit: visit)
        return [
            "categories": try await shared.categories(form), "shortlists": try await shared.shortlists(form),
            "events": try await shared.events(form),
        ]
    }
}

/// Plans: the form with its question in the address, and the plan that the daemon made and kept.
///
/// Making one writes in a dossier, so it is asked for with POST; the address that follows names the entry, and shows that plan
/// to whoever opens it, also later.
enum PlanPages {
    static func show<P: PlanOnPage>(_: P.Type) -> Site.Page {
        { visit in
            guard let entry = visit.asked["entry"].flatMap(Int.init) else {
                return try await page(P.self, visit, visit.asked, [:])
            }
            let kept = try await visit.call(DossierGet.self, .init(sequence: entry))
            guard let plan = KeptPlan.read(P.Plan.self, kept) else { throw PageNotFound() }
            let here = address(P.self, visit.asked).saying("entry", "\(entry)")
            if visit.file != nil {
                let parameters = try await P.parameters(visit.asked, visit)
                if let file = try await visit.file(P.Plan.self, parameters, plan, name: "\(P.path)-\(entry)") {
                    return file
                }
            }
            let reader = visit.reader
            let ground = GroundText(reader: reader)
            let through = kept.result?.json.object?["dataThrough"]?.string.flatMap { CalendarDate($0) }
            let about = P.decided(plan).map(\.about).filter { $0.count < 60 }
            let names = try await visit.details(of: Array(about.prefix(100))).mapValues(\.name)
            var fields = P.fields(plan, visit, here, names: names)
            fields["ground"] = .text(ground.sentence(through, generation: plan.generation))
            fields["old"] = Fields.Value(ground.warning(through))
            fields["record"] = .text(RecordPages.address(kept.entry.dossier, entry).description)
            fields["treatment"] = Fields.Value(
                P.kind == .talks ? nil : Address("treatment").saying("plan", kept.entry.dossier).description)
            fields["event"] = .text(
                Address("events", "new").saying("dossier", kept.entry.dossier).saying("kind", P.kind.rawValue)
                    .saying("name", visit.asked["name"]).saying("date", visit.asked["date"])
                    .saying("place", visit.asked["place"]).saying("capacity", visit.asked["capacity"]).description)
            fields["at"] = .text(reader.moment(kept.entry.at))
            fields["by"] = Fields.Value(kept.entry.actor)
            fields["files"] = .fields(visit.files(of: here))
            return try await page(P.self, visit, visit.asked, ["plan": .fields(fields)])
        }
    }

    /// Has the daemon plan. What can't be held is told beside the form, with the change that helps.
    static func make<P: PlanOnPage>(_: P.Type) -> Site.Page {
        { visit in
            let form = try edited(visit)
            let parameters = try await P.parameters(form, visit)
            do {
                let plan = try await visit.call(P.Plan.self, parameters)
                guard let kept = plan.dossier else { return .seeOther(Address("records")) }
                // The dossier that a form named is in its address already.
                let dossier = form["dossier"] == nil ? kept.id : nil
                let whole = address(P.self, form).saying("dossier", dossier).saying("entry", "\(kept.sequence)")
                // What no browser would carry is in the record.
                return .seeOther(
                    whole.description.utf8.count > 12_000
                        ? Address("plan", P.path).saying("entry", "\(kept.sequence)") : whole)
            } catch let error as RPCClientError {
                guard case .remote(let answer) = error, answer.code == .infeasible,
                    let value = answer.detail?.more["infeasible"],
                    let obstacles = try? ValueDecoder.decode([Obstacle].self, from: value, unknown: .ignored)
                else { throw error }
                let texts = obstacles.prefix(50).map { obstacle -> Fields in
                    let unproven = visit.reader.pick(
                        sv: " Sökningen avbröts; en mindre ändring kan räcka.",
                        en: " The search was cut short; a smaller change may do.")
                    return [
                        "text": .text(obstacle.text.text(in: visit.language) + (obstacle.proven ? "" : unproven))
                    ]
                }
                return try await page(P.self, visit, form, ["obstacles": .fields(["list": Fields.Value(texts)])])
            }
        }
    }

    private static func page<P: PlanOnPage>(_: P.Type, _ visit: Visit, _ form: Form, _ more: Fields) async throws
        -> Answer
    {
        var fields: Fields = [
            // A plan that is opened from its record has its question there, and is changed where it was asked.
            "isAsked": .flag(asked(P.self, form).contains { !$0.values.isEmpty }),
            "plan": false, "obstacles": false, "action": .text(Address("plan", P.path).description),
            "dossier": Fields.Value(form["dossier"]),
            "asked": Fields.Value(
                asked(P.self, form).flatMap { said in
                    said.values.map { ["name": .text(said.name), "value": .text($0)] }
                }),
            "edits": Fields.Value(PlanEdit.all(form).map { ["value": .text($0.text)] }),
        ]
        for name in P.names { fields[name] = Fields.Value(form[name]) }
        fields = fields.merging(try await P.choices(form, visit)).merging(more)
        return .page(P.path, title: P.title.text(in: visit.language), fields)
    }

    /// What is asked, without decisions by hand.
    private static func asked<P: PlanOnPage>(_: P.Type, _ form: Form) -> [(name: String, values: [String])] {
        var names = P.names
        names += form.all("category").prefix(200).map { "floor-\($0)" }
        return names.map { ($0, form.all($0)) }
    }

    private static func address<P: PlanOnPage>(_: P.Type, _ form: Form) -> Address {
        asked(P.self, form).reduce(Address("plan", P.path)) { $0.saying($1.name, all: $1.values) }
            .saying("edit", all: form.all("edit")).saying("dossier", form["dossier"])
    }

    /// The form with the decision that was just made, or without the one that is taken back.
    private static func edited(_ visit: Visit) throws -> Form {
        var edits = PlanEdit.all(visit.sent)
        if let place = visit.sent["undo"].flatMap(Int.init), edits.indices.contains(place) { edits.remove(at: place) }
        if let edit = PlanEdit(new: visit.sent) { edits.append(edit) }
        return visit.sent.saying("edit", edits.map(\.text))
    }
}

/// One decision by hand in a form: what, whom it is about, for what, in which slot, whose it is and why.
struct PlanEdit {
    let kind, about, to, slot, by, note: String

    /// All in a form, in order.
    static func all(_ form: Form) -> [PlanEdit] {
        form.all("edit").compactMap { text in
            let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6 else { return nil }
            return PlanEdit(
                kind: parts[0], about: parts[1], to: parts[2], slot: parts[3], by: parts[4], note: parts[5])
        }
    }

    private init(kind: String, about: String, to: String, slot: String, by: String, note: String) {
        (self.kind, self.about, self.to, self.slot, self.by, self.note) = (kind, about, to, slot, by, note)
    }

    /// The one that is being made; `nil` where none is.
    init?(new form: Form) {
        guard let kind = form["decision"], let about = form["other"] ?? form["about"] else { return nil }
        func said(_ name: String) -> String { (form[name] ?? "").replacing("\t", with: " ") }
        self.init(
            kind: kind, about: about.replacing("\t", with: " "), to: said("to"), slot: said("slot"), by: said("by"),
            note: said("note"))
    }

    var text: String { [kind, about, to, slot, by, note].joined(separator: "\t") }
}

extension Form {
    /// A whole number in a field.
    func number(_ name: String) -> Int? { self[name].flatMap(Int.init) }

    /// A share written in per cent: `40`. What lies outside 0 to 100 stays outside, for the daemon to refuse.
    func share(_ name: String) -> Points? {
        number(name).map { Points(millionths: min(max($0, -1), 101) * 10_000) }
    }

    /// A programme of regular slots.
    var programme: Programme? {
        number("slots").map {
            .regular(
                RegularProgramme(
                    starts: self["starts"] ?? "13:00", count: $0, minutes: number("minutes") ?? 25,
                    pause: number("pause") ?? 5))
        }
    }
}
