import JSON
import Procurement

/// An export as pages for people: self-contained, in one language, without scripts. A front page for the latest entry of each method
/// says who asked, when, what, and the list with its reasons; everything else is the appendix.
struct DossierPage: Sendable {
    private let export: DossierExport
    private let language: TextLanguage

    init(_ export: DossierExport, _ language: TextLanguage) {
        self.export = export
        self.language = language
    }

    private func pick(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }

    private static let style = """
        @page{size:A4;margin:12mm}
        body{font:9pt/1.35 system-ui,"DejaVu Sans",sans-serif;margin:1rem auto;max-width:60rem;padding:0 1rem;color:#111;background:#fff}
        h1{font-size:1.5em;margin:.2em 0}h2{font-size:1.25em;border-top:1px solid #888;padding-top:.6em}h3,h4{font-size:1em;margin:.7em 0 .1em}
        table{border-collapse:collapse;margin:.3em 0;width:100%}th,td{border:1px solid #bbb;padding:.1em .4em;text-align:left;vertical-align:top}
        th{background:#eee}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em .8em;margin:.3em 0}
        dt{font-weight:600}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}ul{margin:.1em 0;padding-left:1.2em}
        code{font-size:.85em;overflow-wrap:anywhere}.front{font-size:.84em;line-height:1.2}.front td:last-child{width:68%}.id{color:#444;margin:.1em 0}
        @media print{body{margin:0;max-width:none;padding:0}.front{break-after:page}tr{break-inside:avoid}thead{display:table-header-group}}
        """

    func html() -> String {
        let names = Set(export.entries.map(\.record.dossier)).sorted().map(\.rawValue).joined(separator: ", ")
        var page = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(pick(sv: "Akt", en: "Dossier")) \(Self.escaped(names))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>

            """
        for entry in fronts { page += front(entry) }
        page += """
            <h1>\(pick(sv: "Bilaga till akt", en: "Appendix to dossier")) \(Self.escaped(names))</h1>
            <p>\(pick(
                sv: "Utdrag med \(export.entries.count) av \(export.head.sequence) poster. Kedjan slutar med",
                en: "\(export.entries.count) of \(export.head.sequence) entries. The chain ends with"
            )) <code>\(export.head.hash)</code>.</p>

            """
        for entry in export.entries { page += section(entry) }
        page += removedSection() + maskedSection()
        return page + "</body>\n</html>\n"
    }

    /// The latest entry of each method, in order: an earlier one of a plan that was changed is in the appendix alone.
    private var fronts: [DossierEntry] {
        let latest = Dictionary(export.entries.map { ($0.record.method, $0.sequence) }) { max($0, $1) }
        return export.entries.filter { latest[$0.record.method] == $0.sequence }
    }

    private func front(_ entry: DossierEntry) -> String {
        let front = RecordFront(entry: entry, language: language)
        let facts = front.facts.map { "<dt>\($0.name)</dt><dd>\(Self.escaped($0.text))</dd>" }
        let earlier = export.entries.filter {
            $0.record.method == entry.record.method && $0.sequence < entry.sequence
        }.map { "\($0.sequence)" }
        let masked = export.masked.count { $0.entry == entry.sequence }
        var foot = pick(
            sv: "Post \(entry.sequence) i akten \(entry.record.dossier), hash \(entry.hash). ",
            en: "Entry \(entry.sequence) of dossier \(entry.record.dossier), hash \(entry.hash). ")
        if !earlier.isEmpty {
            foot += pick(
                sv: "Tidigare versioner: post \(earlier.joined(separator: ", ")). ",
                en: "Earlier versions: entry \(earlier.joined(separator: ", ")). ")
        }
        if masked > 0 { foot += pick(sv: "Maskerade ställen: \(masked). ", en: "Masked places: \(masked). ") }
        foot += pick(
            sv: "Alla uppgifter, vikter och definitioner står i bilagan.",
            en: "All data, weights and definitions are in the appendix.")
        return """
            <section class="front">
            <h1>\(Self.escaped(front.title))</h1>
            <dl>\(facts.joined())</dl>
            \(front.tables.map(table).joined(separator: "\n"))
            <p class=id>\(Self.escaped(foot))</p>
            </section>

            """
    }

    /// A column in which no row says anything is left out.
    private func table(_ table: RecordFront.Table) -> String {
        let columns = table.heads.indices.filter { column in
            table.rows.contains { $0.indices.contains(column) && !$0[column].isEmpty }
        }
        let head = columns.map { "<th>\(Self.escaped(table.heads[$0]))</th>" }.joined()
        let rows = table.rows.map { row in
            "<tr>" + columns.map { "<td>\(Self.escaped(row[$0]))</td>" }.joined() + "</tr>"
        }
        return (table.title.map { "<h3>\(Self.escaped($0))</h3>\n" } ?? "")
            + "<table><thead><tr>\(head)</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table>"
            + (table.note.map { "\n<p>\(Self.escaped($0))</p>" } ?? "")
    }

    private func section(_ entry: DossierEntry) -> String {
        let record = entry.record
        let appendix = RecordAppendix(language: language)
        let facts: [(String, String)] = [
            (pick(sv: "Akt", en: "Dossier"), Self.escaped(record.dossier.rawValue)),
            (pick(sv: "Vem frågade", en: "Who asked"), Self.escaped(record.actor)),
            (pick(sv: "När", en: "When"), Self.escaped(record.at)),
            (pick(sv: "Metod", en: "Method"), "<code>\(Self.escaped(record.method))</code>"),
            (pick(sv: "Dataversion", en: "Generation"), String(record.generation)),
            (pick(sv: "Programversion", en: "Version of the program"), Self.escaped(record.version)),
            (
                pick(sv: "Nummer för lottning", en: "Seed of draws"),
                record.seed.map(String.init) ?? pick(sv: "ingen lottning", en: "nothing was drawn")
            ),
            (pick(sv: "Föregående hash", en: "Hash before"), "<code>\(entry.previous)</code>"),
            ("Hash", "<code>\(entry.hash)</code>"),
        ]
        return """
            <section>
            <h2>\(pick(sv: "Post", en: "Entry")) \(entry.sequence)</h2>
            <dl>\(facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined())</dl>
            <h3>\(pick(sv: "Fråga och villkor", en: "Question and conditions"))</h3>
            \(appendix.render(record.request))
            <h3>\(pick(sv: "Vikter och definitioner", en: "Weights and definitions"))</h3>
            \(appendix.render(record.basis))
            <h3>\(pick(sv: "Resultat", en: "Result"))</h3>
            \(appendix.render(record.result))
            </section>

            """
    }

    private func removedSection() -> String {
        guard !export.removed.isEmpty else { return "" }
        let rows = export.removed.map {
            "<tr><td>\($0.sequence)</td><td>\($0.decision)</td><td><code>\(Self.escaped($0.hash))</code></td></tr>"
        }
        let heads = [
            pick(sv: "Post", en: "Entry"), pick(sv: "Beslut i post", en: "Decision in entry"), "Hash",
        ]
        return """
            <h2>\(pick(sv: "Poster vars innehåll har tagits bort", en: "Entries whose content was removed"))</h2>
            <table><thead><tr>\(heads.map { "<th>\($0)</th>" }.joined())</tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>

            """
    }

    private func maskedSection() -> String {
        let title = "<h2>\(pick(sv: "Maskerade uppgifter", en: "Masked data"))</h2>\n"
        guard !export.masked.isEmpty else { return title + "<p>\(pick(sv: "Inga", en: "None")).</p>\n" }
        let rows = export.masked.map {
            "<tr><td>\($0.entry)</td><td><code>\(Self.escaped($0.path))</code></td><td>\(Self.escaped($0.reason))</td></tr>"
        }
        let heads = [pick(sv: "Post", en: "Entry"), pick(sv: "Plats", en: "Place"), pick(sv: "Skäl", en: "Reason")]
        return title + """
            <table><thead><tr>\(heads.map { "<th>\($0)</th>" }.joined())</tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>

            """
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
