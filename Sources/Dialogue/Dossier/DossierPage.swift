import JSON
import Procurement

/// An export as a page for people: self-contained, in Swedish, without scripts.
struct DossierPage: Sendable {
    private let export: DossierExport

    init(_ export: DossierExport) { self.export = export }

    private static let style = """
        body{font:11pt/1.45 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#111;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.2rem;border-top:1px solid #888;padding-top:1rem;margin-top:2rem}h3{font-size:1rem}
        table{border-collapse:collapse;margin:.4rem 0}th,td{border:1px solid #bbb;padding:.2rem .5rem;text-align:left;vertical-align:top}
        th{background:#eee;font-weight:600}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.3rem 0}
        dt{font-weight:600}dd{margin:0}code{font-size:.85em;overflow-wrap:anywhere}.text{white-space:pre-wrap}
        @media print{body{margin:0;max-width:none}h2{break-before:auto}tr,dl{break-inside:avoid}thead{display:table-header-group}}
        """

    func html() -> String {
        let names = Set(export.entries.map(\.record.dossier)).sorted().map(\.rawValue).joined(separator: ", ")
        var page = """
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Dossier \(Self.escaped(names))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>Dossier \(Self.escaped(names))</h1>
            <p>Utdrag med \(export.entries.count) av \(export.head.sequence) poster. \
            Kedjan slutar med <code>\(export.head.hash)</code>.</p>

            """
        for entry in export.entries { page += section(entry) }
        page += removedSection() + maskedSection()
        return page + "</body>\n</html>\n"
    }

    private func section(_ entry: DossierEntry) -> String {
        let record = entry.record
        let facts: [(String, String)] = [
            ("Dossier", Self.escaped(record.dossier.rawValue)), ("Vem frågade", Self.escaped(record.actor)),
            ("När", Self.escaped(record.at)), ("Metod", "<code>\(Self.escaped(record.method))</code>"),
            ("Dataversion", String(record.generation)), ("Programversion", Self.escaped(record.version)),
            ("Frö för lottning", record.seed.map(String.init) ?? "ingen lottning"),
            ("Föregående hash", "<code>\(entry.previous)</code>"), ("Hash", "<code>\(entry.hash)</code>"),
        ]
        return """
            <section>
            <h2>Post \(entry.sequence)</h2>
            <dl>\(facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined())</dl>
            <h3>Fråga och villkor</h3>
            \(render(record.request))
            <h3>Vikter och definitioner</h3>
            \(render(record.basis))
            <h3>Resultat</h3>
            \(render(record.result))
            </section>

            """
    }

    private func removedSection() -> String {
        guard !export.removed.isEmpty else { return "" }
        let rows = export.removed.map {
            "<tr><td>\($0.sequence)</td><td>\($0.decision)</td><td><code>\(Self.escaped($0.hash))</code></td></tr>"
        }
        return """
            <h2>Poster vars innehåll har tagits bort</h2>
            <table><thead><tr><th>Post</th><th>Beslut i post</th><th>Hash</th></tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>

            """
    }

    private func maskedSection() -> String {
        guard !export.masked.isEmpty else { return "<h2>Maskerade uppgifter</h2>\n<p>Inga.</p>\n" }
        let rows = export.masked.map {
            "<tr><td>\($0.entry)</td><td><code>\(Self.escaped($0.path))</code></td><td>\(Self.escaped($0.reason))</td></tr>"
        }
        return """
            <h2>Maskerade uppgifter</h2>
            <table><thead><tr><th>Post</th><th>Plats</th><th>Skäl</th></tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>

            """
    }

    private func render(_ value: JSONValue) -> String {
        switch value {
        case .null: "–"
        case .bool(let value): value ? "ja" : "nej"
        case .number(let number): number.text
        case .string(let text): "<span class=\"text\">\(Self.escaped(text))</span>"
        case .array(let values): list(values)
        case .object(let object):
            object.isEmpty
                ? "–"
                : "<dl>"
                    + object.members.sorted { $0.name < $1.name }
                    .map { "<dt>\(Self.escaped(DossierWords.swedish($0.name)))</dt><dd>\(render($0.value))</dd>" }
                    .joined() + "</dl>"
        }
    }

    /// Objects become the rows of a table; anything else a list.
    private func list(_ values: [JSONValue]) -> String {
        guard !values.isEmpty else { return "–" }
        let rows = values.compactMap(\.object)
        guard rows.count == values.count else {
            return "<ul>" + values.map { "<li>\(render($0))</li>" }.joined() + "</ul>"
        }
        let keys = Set(rows.flatMap { $0.members.map(\.name) }).sorted()
        let head = keys.map { "<th>\(Self.escaped(DossierWords.swedish($0)))</th>" }.joined()
        let body = rows.map { row in
            "<tr>" + keys.map { "<td>\(row[$0].map(render) ?? "")</td>" }.joined() + "</tr>"
        }
        return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(body.joined(separator: "\n"))\n</tbody></table>"
    }

    /// Safe between tags and in quoted attributes.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case _ where character.value < 0x20 && character != "\n" && character != "\t": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
