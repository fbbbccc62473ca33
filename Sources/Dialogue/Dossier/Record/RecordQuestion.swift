import JSON
import Procurement

/// What was asked, in a few words, of a request as it is kept.
struct RecordQuestion {
    private let record: DossierRecord
    private let language: TextLanguage

    /// As much of a need's own text as a front page has room for.
    private static let longest = 400

    init(_ record: DossierRecord, _ language: TextLanguage) {
        self.record = record
        self.language = language
    }

    /// What, for whom and where, and how it was narrowed down; empty where the request says nothing of these.
    var text: String {
        let request = record.request
        var parts: [String] = []
        if let name = request["name"] ?? request["details"]?["name"] ?? record.result["name"] {
            parts.append(text(name))
        }
        let needs =
            ([request, request["need"]].compactMap { $0 } + (request["needs"]?.array ?? [])
            + (request["categories"]?.array ?? [])).compactMap(need)
        parts.append(contentsOf: needs)
        if let text = request["text"]?.string { parts.append(quoted(text)) }
        if let supplier = request["supplier"]?.string { parts.append(named(supplier)) }
        if let event = request["event"]?.number {
            parts.append(language.pick(sv: "händelse \(event.text)", en: "event \(event.text)"))
        }
        if let dossier = request["plan"]?.string {
            parts.append(language.pick(sv: "akt \(dossier)", en: "dossier \(dossier)"))
        }
        if let shortlist = request["shortlist"]?.number {
            parts.append(language.pick(sv: "urval \(shortlist.text)", en: "shortlist \(shortlist.text)"))
        }
        var sentence = parts.filter { !$0.isEmpty }.joined(separator: ", ")
        let whose =
            [request["buyer"]?["name"]?.string ?? request["buyer"]?["id"]?.string].compactMap { $0 }
            + (request["nuts"]?.array ?? []).compactMap(\.string)
        if !whose.isEmpty {
            sentence += language.pick(sv: " för ", en: " for ") + whose.joined(separator: ", ")
        }
        if let filter = request["where"]?.object, !filter.isEmpty {
            let conditions = filter.members.sorted { $0.name < $1.name }.map {
                "\(RecordWords.member($0.name, language)) \(values($0.value))"
            }
            sentence += language.pick(sv: "; urval: ", en: "; where: ") + conditions.joined(separator: ", ")
        }
        return sentence.isEmpty ? "" : sentence + "."
    }

    /// A category, a challenge or a notice that an object names; nil for none.
    private func need(_ value: JSONValue) -> String? {
        if let category = value["category"] {
            let name = category["name"]?.string ?? category.string.map { definition(of: $0, in: "categories") } ?? ""
            return language.pick(sv: "kategorin \(name)", en: "category \(name)")
        }
        if let challenge = value["challenge"] {
            if let text = challenge["text"]?.string { return quoted(text) }
            let name = challenge.string.map { definition(of: $0, in: "challenges") } ?? ""
            return language.pick(sv: "utmaningen \(name)", en: "challenge \(name)")
        }
        if let notice = value["notice"] {
            if let title = notice["title"]?.string { return quoted(title) }
            let id = notice["id"]?.string ?? ""
            return language.pick(sv: "annonsen \(id)", en: "notice \(id)")
        }
        return nil
    }

    /// A configured category or challenge by its name, as it was defined then.
    private func definition(of id: String, in list: String) -> String {
        let found = record.basis[list]?.array?.first { $0["id"]?.string == id }
        return found?["name"]?[language.rawValue]?.string ?? found?["name"]?["sv"]?.string ?? id
    }

    /// A supplier by the name that the answer has for it.
    private func named(_ id: String) -> String {
        let supplier = record.result["supplier"]
        return supplier?["id"]?.string == id ? supplier?["name"]?.string ?? id : id
    }

    private func quoted(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > Self.longest ? "”\(words.prefix(Self.longest)) …”" : "”\(words)”"
    }

    private func text(_ value: JSONValue) -> String { value.string ?? value[language.rawValue]?.string ?? "" }

    private func values(_ value: JSONValue) -> String {
        switch value {
        case .array(let values):
            values.count > 10
                ? "\(values.count)"
                : values.compactMap(\.string).map { RecordWords.value($0, language) }
                    .joined(separator: "/")
        case .bool(let flag): flag ? language.pick(sv: "ja", en: "yes") : language.pick(sv: "nej", en: "no")
        case .string(let text): RecordWords.value(text, language)
        case .number(let number): number.text
        case .null, .object: ""
        }
    }
}
