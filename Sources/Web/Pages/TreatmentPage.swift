import API
import Foundation
import JSONRPC
import Procurement
import Sheets

/// The sheet of equal treatment: all candidates in order, who was chosen and invited, and why others were not.
enum TreatmentPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let parameters = asked(visit, visit.asked)
        let result = try await visit.call(TreatmentCompare.self, parameters)
        if let file = try await visit.file(TreatmentCompare.self, parameters, result, name: "equal-treatment") {
            return file
        }
        let reader = visit.reader
        let here = address(visit.asked)
        let stretch = Stretch(visit, of: result.lines.count, size: 150)
        return .page(
            "treatment", title: reader.pick(sv: "Likabehandling", en: "Equal treatment"),
            [
                "about": .text(result.name.text(in: reader.language)),
                "event": Fields.Value(result.event.map { Address("event", "\($0)").description }),
                "record": .text(Address("record", result.plan).description),
                "candidates": .text(reader.count(result.candidates)),
                "rest": Fields.Value(result.rest > 0 ? reader.count(result.rest) : nil),
                "all": .text(here.saying("all", "yes").description),
                "lines": Fields.Value(result.lines[stretch.rows].map { line($0, reader) }),
                "stretch": Fields.Value(stretch.fields(here.saying("all", visit.asked["all"]), reader)),
                "files": .fields(visit.files(of: here.saying("all", visit.asked["all"]))),
                "said": Fields.Value(
                    ["event", "plan", "shortlist"].compactMap { name in
                        visit.asked[name].map { ["name": .text(name), "value": .text($0)] }
                    }),
            ])
    }

    /// Makes the sheet once more, and keeps it beside the plan.
    static func keep(_ visit: Visit) async throws -> Answer {
        var parameters = asked(visit, visit.sent)
        parameters.keep = true
        let kept = try await visit.call(TreatmentCompare.self, parameters)
        return .seeOther(kept.dossier.map { Address("record", $0.id) } ?? Address("records"))
    }

    private static func asked(_ visit: Visit, _ form: Form) -> TreatmentCompare.Parameters {
        TreatmentCompare.Parameters(
            event: form["event"].flatMap(Int.init), plan: form["plan"], shortlist: form["shortlist"].flatMap(Int.init),
            all: form["all"] == "yes" || visit.file != nil ? true : nil)
    }

    private static func address(_ form: Form) -> Address {
        Address("treatment").saying("event", form["event"]).saying("plan", form["plan"])
            .saying("shortlist", form["shortlist"])
    }

    private static func line(_ line: TreatmentLine, _ reader: Reader) -> Fields {
        func yes(_ flag: Bool?) -> Fields.Value {
            .text(flag.map { $0 ? reader.pick(sv: "ja", en: "yes") : reader.pick(sv: "nej", en: "no") } ?? "–")
        }
        return [
            "place": Fields.Value(line.place.map(reader.count)), "name": .text(line.name),
            "page": .text(Address("supplier", line.supplier).description),
            "category": Fields.Value(line.category?.text(in: reader.language)),
            "score": Fields.Value(line.score.map(reader.points)), "chosen": yes(line.chosen),
            "invited": yes(line.invited), "isLeftOut": .flag(!line.chosen || line.invited == false),
            "reason": .text(line.reason.text(in: reader.language)),
        ]
    }
}

/// What came of the dialogue, event by event and year by year: invited, came, tendered, won.
enum FunnelPage {
    static func show(_ visit: Visit) async throws -> Answer {
        var parameters = EventsFunnel.Parameters(
            kind: visit.asked["kind"].flatMap(EventKind.init(rawValue:)),
            months: visit.asked["months"].flatMap(Int.init))
        parameters.limit = Limit(clamping: 100)
        let result = try await visit.call(EventsFunnel.self, parameters)
        if let file = try await visit.file(EventsFunnel.self, parameters, result, name: "funnel") { return file }
        let reader = visit.reader
        let here = Address("funnel").saying("kind", visit.asked["kind"]).saying("months", visit.asked["months"])
        return .page(
            "funnel", title: reader.pick(sv: "Vad träffarna ledde till", en: "What came of the meetings"),
            [
                "months": Fields.Value(visit.asked["months"]), "isEmpty": .flag(result.events.isEmpty),
                "buyer": Fields.Value(result.buyer?.name ?? result.buyer?.id),
                "winsThrough": Fields.Value(result.winsThrough.map(reader.day)),
                "tendersThrough": Fields.Value(result.tendersThrough.map(reader.day)),
                "events": Fields.Value(result.events.map { FunnelPage.line($0, reader) }),
                "years": Fields.Value(
                    result.years.map {
                        [
                            "year": Fields.Value($0.year), "events": .text(reader.count($0.events)),
                            "invited": .text(reader.count($0.invited)),
                            "came": known($0.came, reader), "tendered": known($0.tendered, reader),
                            "won": known($0.won, reader),
                        ]
                    }),
                "files": .fields(visit.files(of: here)),
            ])
    }

    /// One event among those of its day; `nil` where it has no day, or is yet to come.
    static func line(of event: EventLine, _ visit: Visit) async throws -> Fields? {
        let now = Moment(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
        guard let today = CalendarDate(now.text) else { return nil }
        guard let date = event.date, date < today else { return nil }
        var parameters = EventsFunnel.Parameters(from: date, to: date)
        parameters.limit = Limit(clamping: 1000)
        let found = try await visit.call(EventsFunnel.self, parameters).events.first { $0.event == event.id }
        return found.map { line($0, visit.reader) }
    }

    private static func line(_ line: FunnelLine, _ reader: Reader) -> Fields {
        [
            "name": .text(line.name), "page": .text(Address("event", "\(line.event)").description),
            "date": Fields.Value(line.date.map(reader.day)), "invited": .text(reader.count(line.invited)),
            "registered": .text(reader.count(line.registered)), "came": known(line.came, reader),
            "tendered": known(line.tendered, reader), "won": known(line.won, reader),
            "cameTendered": known(line.cameTendered, reader), "cameWon": known(line.cameWon, reader),
            "unidentified": Fields.Value(line.unidentified > 0 ? reader.count(line.unidentified) : nil),
        ]
    }

    /// What isn't known is told as that, and not as none.
    private static func known(_ number: Int?, _ reader: Reader) -> Fields.Value {
        .text(number.map(reader.count) ?? reader.pick(sv: "inte känt", en: "not known"))
    }
}
