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

    static func show(_ visit: Visit) async throws -> Answer {
        let result = try await visit.call(DossierGet.self, DossierGet.Parameters(dossier: visit.id))
        if visit.file == .json { return .file(.json, try JSONText(writing: result).bytes, name: "record-\(visit.id)") }
        var fields = line(result.entry, visit.reader)
        fields["hash"] = .text(result.entry.hash)
        fields["previous"] = .text(result.entry.previous)
        fields["version"] = Fields.Value(result.version)
        fields["isRemoved"] = .flag(result.entry.removedBy != nil)
        fields["request"] = Fields.Value(result.request.map { RecordText.lines($0.json) })
        fields["list"] = Fields.Value(result.result.flatMap { ranked($0.json, visit) })
        // The reasons are in the language that was asked in, which may not be the page's.
        fields["listLanguage"] = .text(result.request?.json.object?["language"]?.string ?? TextLanguage.en.rawValue)
        fields["result"] = Fields.Value(result.result.map { RecordText.lines($0.json) })
        fields["json"] = .text(Address("record", visit.id).file(.json).description)
        return .page("record", title: visit.reader.pick(sv: "Handling \(visit.id)", en: "Record \(visit.id)"), fields)
    }

    private static func line(_ entry: DossierEntryLine, _ reader: Reader) -> Fields {
        [
            "sequence": Fields.Value(entry.sequence), "dossier": .text(entry.dossier),
            "page": .text(Address("record", entry.dossier).description), "at": .text(reader.moment(entry.at)),
            "actor": Fields.Value(entry.actor), "method": .text(MethodWords.text(entry.method, reader)),
            "generation": Fields.Value(entry.generation), "isRemoved": .flag(entry.removedBy != nil),
        ]
    }

    /// The list that an answer holds, where it is one of suppliers.
    private static func ranked(_ result: JSONValue, _ visit: Visit) -> Fields? {
        guard let list = try? ValueDecoder.decode(RankedSuppliers.self, from: result, unknown: .ignored) else {
            return nil
        }
        let ranked = RankedFields(reader: visit.reader)
        return [
            "legend": Fields.Value(ranked.legend),
            "established": Fields.Value(ranked.list(list.matches, tellsNew: list.newcomers == nil)),
            "isApart": .flag(list.newcomers != nil),
            "newcomers": Fields.Value(ranked.list(list.newcomers ?? [], tellsNew: false)),
        ]
    }
}

/// A kept request or answer as text: a line a value, indented as it is nested.
enum RecordText {
    /// Characters of an answer that a page shows; the whole of it is in the file.
    private static let longest = 40_000

    static func lines(_ value: JSONValue) -> String {
        var text = ""
        write(value, indent: 0, to: &text)
        return text.count > longest ? String(text.prefix(longest)) + "\n…" : text
    }

    private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
        guard text.utf8.count < 2 * longest else { return }
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
        default: method
        }
    }
}
