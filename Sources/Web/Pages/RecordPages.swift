import API
import JSON
import JSONRPC
import Procurement
import Sheets

/// What was asked and answered, and kept: all of it, and one dossier.
enum RecordPages {
    static func list(_ visit: Visit) async throws -> Answer {
        let parameters = DossierList.Parameters(limit: 50, after: visit.asked["after"])
        let reader = visit.reader
        guard let result = try await visit.callWhereAllowed(DossierList.self, parameters) else {
            throw PageNotAllowed()
        }
        if let file = try await visit.file(DossierList.self, parameters, result, name: "records") { return file }
        return .page(
            "records", title: reader.pick(sv: "Handlingar", en: "Records"),
            [
                "isEmpty": .flag(result.entries.isEmpty),
                "entries": Fields.Value(result.entries.map { line($0, reader) }),
                "next": Fields.Value(result.next.map { Address("records").saying("after", $0).description }),
                "files": .fields(visit.files(of: Address("records"))),
            ])
    }

    /// The latest entry of a dossier, or the one that the address says.
    static func show(_ visit: Visit) async throws -> Answer {
        let result = try await kept(visit)
        if visit.file == .json { return .file(.json, try JSONText(writing: result).bytes, name: "record-\(visit.id)") }
        let reader = visit.reader
        let entries = try await visit.call(
            DossierList.self, DossierList.Parameters(dossier: visit.id, limit: Limit(clamping: 50))
        ).entries
        var fields = line(result.entry, reader)
        fields["hash"] = .text(result.entry.hash)
        fields["previous"] = .text(result.entry.previous)
        fields["version"] = Fields.Value(result.version)
        fields["isRemoved"] = .flag(result.entry.removedBy != nil)
        fields["isReplayable"] = .flag(result.replayable)
        fields["request"] = Fields.Value(result.request.map { RecordText.shortened(RecordText.lines($0.json)) })
        fields["list"] = Fields.Value(result.result.flatMap { ranked($0.json, visit) })
        // The reasons are in the language that was asked in, which may not be the page's.
        fields["listLanguage"] = .text(result.request?.json.object?["language"]?.string ?? TextLanguage.en.rawValue)
        fields["replay"] = .text(address(visit.id, result.entry.sequence, "replay").description)
        fields["appendix"] = Fields.Value(
            result.result.map { _ in address(visit.id, result.entry.sequence, "appendix").description })
        fields["plan"] = Fields.Value(planPage(result))
        fields["event"] = .text(Address("events", "new").saying("dossier", visit.id).description)
        fields["hasEntries"] = .flag(entries.count > 1)
        fields["entries"] = Fields.Value(
            entries.map {
                var fields = line($0, reader)
                fields["page"] = .text(address(visit.id, $0.sequence).description)
                fields["isThis"] = .flag($0.sequence == result.entry.sequence)
                return fields
            })
        fields["json"] = .text(address(visit.id, result.entry.sequence).file(.json).description)
        return .page("record", title: reader.pick(sv: "Handling \(visit.id)", en: "Record \(visit.id)"), fields)
    }

    /// The whole answer of an entry, part by part.
    static func appendix(_ visit: Visit) async throws -> Answer {
        let result = try await kept(visit)
        let sequence = result.entry.sequence
        let text = result.result.map { Array(RecordText.lines($0.json)) } ?? []
        let stretch = Stretch(visit, of: text.count, size: RecordText.page)
        let here = address(visit.id, sequence, "appendix")
        return .page(
            "appendix", title: visit.reader.pick(sv: "Bilaga: hela svaret", en: "Appendix: the whole answer"),
            [
                "method": .text(MethodWords.text(result.entry.method, visit.reader)),
                "at": .text(visit.reader.moment(result.entry.at)),
                "record": .text(address(visit.id, sequence).description),
                "json": .text(address(visit.id, sequence).file(.json).description),
                "text": Fields.Value(String(text[stretch.rows])),
                "stretch": Fields.Value(stretch.fields(here, visit.reader)),
            ])
    }

    /// The address of one entry of a dossier.
    static func address(_ dossier: String, _ sequence: Int, _ part: String? = nil) -> Address {
        (part.map { Address("record", dossier, $0) } ?? Address("record", dossier)).saying("entry", "\(sequence)")
    }

    /// Where a plan is shown as tables; `nil` for what is none.
    private static func planPage(_ kept: DossierGet.Result) -> String? {
        let paths = [
            MeetingPlan.name: MeetingPlanPage.path, CouncilCompose.name: CouncilPlanPage.path,
            MeetingsSchedule.name: TimetablePage.path,
        ]
        guard kept.result != nil, let path = paths[kept.entry.method] else { return nil }
        return Address("plan", path).saying("dossier", kept.entry.dossier).saying("entry", "\(kept.entry.sequence)")
            .description
    }

    private static func kept(_ visit: Visit) async throws -> DossierGet.Result {
        let sequence = visit.asked["entry"].flatMap(Int.init)
        let result = try await visit.call(
            DossierGet.self, DossierGet.Parameters(dossier: sequence == nil ? visit.id : nil, sequence: sequence))
        guard result.entry.dossier == visit.id else { throw PageNotFound() }
        return result
    }

    private static func line(_ entry: DossierEntryLine, _ reader: Reader) -> Fields {
        [
            "sequence": Fields.Value(entry.sequence), "dossier": .text(entry.dossier),
            "page": .text(Address("record", entry.dossier).description), "at": .text(reader.moment(entry.at)),
            "actor": Fields.Value(entry.actor), "method": .text(MethodWords.text(entry.method, reader)),
            "generation": Fields.Value(entry.generation), "isRemoved": .flag(entry.removedBy != nil),
        ]
    }

    /// Suppliers that the page has of each list; the appendix has them all.
    private static let most = 20

    /// The list that an answer holds, where it is one of suppliers.
    private static func ranked(_ result: JSONValue, _ visit: Visit) -> Fields? {
        guard let list = try? ValueDecoder.decode(RankedSuppliers.self, from: result, unknown: .ignored) else {
            return nil
        }
        let ranked = RankedFields(reader: visit.reader)
        let (matches, newcomers) = (list.matches.prefix(most), (list.newcomers ?? []).prefix(most))
        let left = list.matches.count - matches.count + (list.newcomers?.count ?? 0) - newcomers.count
        return [
            "left": Fields.Value(left > 0 ? visit.reader.count(left) : nil),
            "legend": Fields.Value(ranked.legend),
            "established": Fields.Value(ranked.list(Array(matches), tellsNew: list.newcomers == nil)),
            "isApart": .flag(list.newcomers != nil),
            "newcomers": Fields.Value(ranked.list(Array(newcomers), tellsNew: false)),
        ]
    }
}

/// A kept request or answer as text: a line a value, indented as it is nested.
enum RecordText {
    /// Characters of an answer on a page of its appendix.
    static let page = 40_000
    /// Bytes of an answer that the appendix shows; the whole of it is in the file.
    private static let longest = 4_000_000

    static func lines(_ value: JSONValue) -> String {
        var text = ""
        write(value, indent: 0, to: &text)
        return text
    }

    /// As much of a text as a page has room for beside other things.
    static func shortened(_ text: String) -> String { text.count > 8_000 ? String(text.prefix(8_000)) + "\n…" : text }

    private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
        guard text.utf8.count < longest else { return }
        let margin = String(repeating: "  ", count: indent)
        switch value {
        case .object(let object):
            for member in object.members {
                text += "\(text.isEmpty || text.hasSuffix("\n") ? "" : "\n")\(margin)\(member.name): "
                write(member.value, indent: indent + 1, to: &text)
            }
        case .array(let elements):
            for element in elements {
                text += "\(text.isEmpty || text.hasSuffix("\n") ? "" : "\n")\(margin)– "
                write(element, indent: indent + 1, to: &text)
            }
        case .string(let string): text += string + "\n"
        default: text += String(decoding: JSONText(value).bytes, as: UTF8.self) + "\n"
        }
    }
}

/// What a method is called on a page.
enum MethodWords {
    static func text(_ method: String, _ reader: Reader) -> String {
        switch method {
        case "match.category": reader.pick(sv: "Lista för en kategori", en: "List for a category")
        case "match.challenge": reader.pick(sv: "Lista för en utmaning", en: "List for a challenge")
        case "match.notice": reader.pick(sv: "Lista för en upphandling", en: "List for a procurement")
        case "match.supplier": reader.pick(sv: "Vad en leverantör passar för", en: "What a supplier fits")
        case "needs.explore": reader.pick(sv: "Ett behov", en: "A need")
        case "categories.card": reader.pick(sv: "Kort för en kategori", en: "Card of a category")
        case "meeting.plan": reader.pick(sv: "Plan för en leverantörsträff", en: "Plan of a supplier meeting")
        case "council.compose": reader.pick(sv: "Förslag till branschråd", en: "Proposed sector council")
        case "meetings.schedule": reader.pick(sv: "Tidsschema för enskilda möten", en: "Timetable of talks")
        case "treatment.compare": reader.pick(sv: "Likabehandling", en: "Equal treatment")
        default: method
        }
    }
}
