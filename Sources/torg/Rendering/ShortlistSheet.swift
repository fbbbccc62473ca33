import API
import Procurement
import Sheets

/// A shortlist for people, in Swedish or English.
struct ShortlistSheet: Speaking {
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ result: ShortlistsGet.Result) -> [String] {
        let line = result.shortlist
        var lines = [terminal.bold(line.name)]
        lines += (line.purpose.map { TextLayout.wrap($0, width: terminal.width) } ?? [])
        lines += [
            pick(sv: "Av \(line.by), \(line.at.text.prefix(10)).", en: "By \(line.by), \(line.at.text.prefix(10))."),
            "",
        ]
        lines += result.suppliers.isEmpty ? [pick(sv: "Inga leverantörer än.", en: "No suppliers yet.")] : table(result)
        if !result.removed.isEmpty {
            lines += ["", terminal.bold(pick(sv: "Borttagna", en: "Taken off"))]
            lines += result.removed.flatMap { removed in
                let who = removed.removal.map { "\($0.by), \($0.at.text.prefix(10))" } ?? ""
                let why = removed.removal?.reason.map { ": \($0)" } ?? ""
                return TextLayout.wrap("\(removed.name) (\(who))\(why)", width: terminal.width)
            }
        }
        let general = result.notes.filter { $0.supplier == nil }
        if !general.isEmpty {
            lines += ["", terminal.bold(pick(sv: "Anteckningar", en: "Notes"))]
            lines += general.flatMap { note($0, indent: "") }
        }
        return lines
    }

    private func table(_ result: ShortlistsGet.Result) -> [String] {
        var table = Table([
            .init(title: pick(sv: "Placering", en: "Rank"), alignment: .right),
            .init(title: pick(sv: "Poäng", en: "Score"), alignment: .right),
            .init(title: pick(sv: "Leverantör", en: "Supplier"), isFlexible: true),
            .init(title: pick(sv: "Tillagd av", en: "Added by")), .init(title: pick(sv: "När", en: "When")),
        ])
        let indent = String(repeating: " ", count: 6)
        for supplier in result.suppliers {
            var notes: [String] = []
            if let reason = supplier.reason { notes += wrapped(pick(sv: "Varför: ", en: "Why: ") + reason, indent) }
            for because in supplier.because.prefix(2) { notes += wrapped(because, indent) }
            notes += result.notes.filter { $0.supplier == supplier.supplier }.flatMap { note($0, indent: indent) }
            table.add(
                [
                    supplier.rank.map { "\($0)" } ?? "–", supplier.score.map(language.points) ?? "–", supplier.name,
                    supplier.by, String(supplier.at.text.prefix(10)),
                ], notes: notes.map(terminal.dim))
        }
        return table.lines(for: terminal)
    }

    func note(_ note: NoteLine, indent: String) -> [String] {
        wrapped("[\(note.id)] \(note.by), \(note.at.text.prefix(10)): \(note.text)", indent)
    }

    private func wrapped(_ text: String, _ indent: String) -> [String] {
        TextLayout.wrap(text, width: terminal.width - indent.count).map { indent + $0 }
    }
}
