import API
import JSON
import Procurement

/// Renders what is kept of an entry as HTML, whole: lists of suppliers and their reasons as lines, everything else as tables.
struct RecordAppendix {
    let language: TextLanguage

    func render(_ value: JSONValue) -> String {
        switch value {
        case .null: "–"
        case .bool(let value): value ? language.pick(sv: "ja", en: "yes") : language.pick(sv: "nej", en: "no")
        case .number(let number): number.text
        case .string(let text): DossierPage.escaped(text)
        case .array(let values): list(values)
        case .object(let object): self.object(object)
        }
    }

    private func object(_ object: JSONObject) -> String {
        if object.isEmpty { return "–" }
        // One language at a time.
        if object.members.count == 2, object["sv"] != nil, object["en"] != nil, let own = object[language.rawValue] {
            return render(own)
        }
        // A row of plain values, such as weights, is a line.
        if object.members.allSatisfy({ $0.value.number != nil }) {
            return object.members.sorted { $0.name < $1.name }
                .map { "\(figure($0.name)) \(render($0.value))" }.joined(separator: "; ")
        }
        return "<dl>"
            + object.members.sorted { $0.name < $1.name }
            .map { "<dt>\(name($0.name))</dt><dd>\(render($0.value))</dd>" }.joined() + "</dl>"
    }

    private func name(_ member: String) -> String { DossierPage.escaped(RecordWords.member(member, language)) }

    /// Of numbers by name most are weights of signals.
    private func figure(_ member: String) -> String {
        let signal = language.signal(member)
        return signal == member ? name(member) : DossierPage.escaped(signal)
    }

    /// Objects become the rows of a table; anything else a list.
    private func list(_ values: [JSONValue]) -> String {
        guard !values.isEmpty else { return "–" }
        let rows = values.compactMap(\.object)
        guard rows.count == values.count else { return plain(values) }
        if rows.allSatisfy({ $0["signals"]?.array != nil && $0["supplier"] != nil }) { return suppliers(rows) }
        if rows.allSatisfy({ $0["points"] != nil && $0["because"] != nil && $0["weight"] != nil }) {
            return signals(rows)
        }
        let keys = Set(rows.flatMap { $0.members.map(\.name) }).sorted()
        let head = keys.map { "<th>\(name($0))</th>" }.joined()
        let body = rows.map { row in
            "<tr>" + keys.map { "<td>\(row[$0].map(render) ?? "")</td>" }.joined() + "</tr>"
        }
        return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(body.joined(separator: "\n"))\n</tbody></table>"
    }

    private func plain(_ values: [JSONValue]) -> String {
        if values.allSatisfy({ $0.number != nil || ($0.string?.count ?? .max) <= 40 }) {
            return values.map(render).joined(separator: ", ")
        }
        return "<ul>" + values.map { "<li>\(render($0))</li>" }.joined() + "</ul>"
    }

    /// A supplier a heading, its reasons and its evidence below.
    private func suppliers(_ rows: [JSONObject]) -> String {
        rows.map { row in
            let known: Set = ["signals", "evidence", "supplier", "rank", "score"]
            let supplier = row["supplier"]?.object
            let facts = (supplier?.members ?? []).filter { !["id", "name"].contains($0.name) }
                .sorted { $0.name < $1.name }
                .map { "\(name($0.name)) \(inline($0.value))" }
            let rest = row.members.filter { !known.contains($0.name) }.sorted { $0.name < $1.name }
            return "<h4>\(row["rank"].map(render) ?? "") \(supplier?["name"].map(render) ?? ""), "
                + "\(row["score"].map(render) ?? "")</h4>"
                + "<p class=id>\(([supplier?["id"].map(render) ?? ""] + facts).joined(separator: "; "))</p>"
                + signals((row["signals"]?.array ?? []).compactMap(\.object))
                + evidence((row["evidence"]?.array ?? []).compactMap(\.object))
                + (rest.isEmpty ? "" : object(JSONObject(rest)))
        }.joined(separator: "\n")
    }

    private func inline(_ value: JSONValue) -> String {
        if let text = value.string { return DossierPage.escaped(RecordWords.value(text, language)) }
        return render(value)
    }

    /// `erfarenhet 0.364 (0.91 · 0.4): …`; those of which nothing is known on one line.
    private func signals(_ rows: [JSONObject]) -> String {
        guard !rows.isEmpty else { return "" }
        func word(_ row: JSONObject) -> String {
            DossierPage.escaped(language.signal(row["name"]?.string ?? ""))
        }
        let known = rows.filter { $0["value"] != nil }
        let unknown = rows.filter { $0["value"] == nil }.map(word)
        let lines = known.map { row in
            "<li>\(word(row)) \(row["points"].map(render) ?? "") (\(row["value"].map(render) ?? "") · "
                + "\(row["weight"].map(render) ?? "")): \(row["because"].map(render) ?? "")"
        }
        let rest =
            unknown.isEmpty
            ? [] : ["<li>\(language.pick(sv: "Inget känt", en: "Nothing known")): \(unknown.joined(separator: ", "))"]
        return "<ul>" + (lines + rest).map { $0 + "</li>" }.joined() + "</ul>"
    }

    private func evidence(_ rows: [JSONObject]) -> String {
        guard !rows.isEmpty else { return "" }
        let lines = rows.map { row in
            let facts = ["buyer", "date", "noticeId"].compactMap { row[$0].map(render) }.joined(separator: ", ")
            return "<li>\(row["similarity"].map(render) ?? "") \(row["title"].map(render) ?? "") (\(facts))</li>"
        }
        return
            "<p class=id>\(language.pick(sv: "Tidigare upphandlingar, med likhet", en: "Past procurements, with similarity"))</p><ul>"
            + lines.joined() + "</ul>"
    }
}
