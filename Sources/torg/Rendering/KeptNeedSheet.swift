import API
import Procurement
import Sheets

/// Needs that are kept: one on a page, or several in a table.
struct KeptNeedSheet: Speaking {
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ need: NeedDetail) -> [String] {
        let line = need.line
        var lines = TextLayout.wrap("\(line.id). \(line.name)", width: terminal.width).map(terminal.bold)
        let facts = [
            line.state.name.text(in: language), line.owner.map { pick(sv: "ansvarig \($0)", en: "owner \($0)") },
            pick(
                sv: "version \(line.version), sparad av \(line.changedBy) \(line.changedAt)",
                en: "version \(line.version), saved by \(line.changedBy) \(line.changedAt)"),
        ]
        lines += wrapped(facts.compactMap { $0 }.joined(separator: ", ")).map(terminal.dim)
        if need.text != line.name { lines += wrapped(need.text) }
        if let found = need.found {
            lines += section(pick(sv: "Vad som hittades", en: "What was found")) + wrapped(found)
        }
        if let dossier = need.dossier {
            lines += wrapped(
                pick(sv: "Underlaget finns i akten \(dossier).", en: "What was found is in dossier \(dossier)."))
        }
        if let route = need.route {
            lines += section(pick(sv: "Vald väg: ", en: "Route: ") + route.name.text(in: language))
            lines += route.reason.map(wrapped) ?? []
            lines += route.asks.flatMap { item($0.text(in: language)) }
        }
        if !need.participants.isEmpty {
            lines += section(pick(sv: "Deltog", en: "Took part")) + need.participants.flatMap(item)
        }
        if !need.outcomes.isEmpty {
            lines += section(pick(sv: "Vad som hände", en: "What came of it"))
            lines += need.outcomes.flatMap { item("\($0.at.text.prefix(10)) \($0.text) (\($0.by))") }
        }
        return lines
    }

    /// Needs that are like another; nothing where there are none.
    func earlier(_ needs: [EarlierNeed]) -> [String] {
        guard !needs.isEmpty else { return [] }
        var table = Table([
            .init(title: "#", alignment: .right), .init(title: pick(sv: "Likhet", en: "Similarity"), alignment: .right),
            .init(title: pick(sv: "Behov", en: "Need"), isFlexible: true),
            .init(title: pick(sv: "Läge", en: "State")), .init(title: pick(sv: "Väg", en: "Route")),
        ])
        let indent = String(repeating: " ", count: 6)
        for earlier in needs {
            let shared = pick(sv: "gemensamt: ", en: "shared: ") + earlier.words.joined(separator: ", ")
            let notes = [shared, earlier.need.lastOutcome].compactMap { $0 }.flatMap {
                TextLayout.wrap($0, width: terminal.width - indent.count)
            }
            table.add(
                [
                    "\(earlier.need.id)", language.score(earlier.similarity), earlier.need.name,
                    earlier.need.state.name.text(in: language), earlier.need.route?.name.text(in: language) ?? "–",
                ], notes: notes.map { terminal.dim(indent + $0) })
        }
        return section(pick(sv: "Tidigare behov som liknar detta", en: "Earlier needs like this one"))
            + table.lines(for: terminal)
    }

    func list(_ needs: [NeedLine]) -> [String] {
        guard !needs.isEmpty else {
            return [
                pick(
                    sv: "Inga behov är sparade. ”torg need save” sparar ett.",
                    en: "No needs are kept. “torg need save” keeps one.")
            ]
        }
        var table = Table([
            .init(title: "#", alignment: .right), .init(title: pick(sv: "Behov", en: "Need"), isFlexible: true),
            .init(title: pick(sv: "Läge", en: "State")), .init(title: pick(sv: "Väg", en: "Route")),
            .init(title: pick(sv: "Ändrat", en: "Changed")),
        ])
        for need in needs {
            table.add([
                "\(need.id)", need.name, need.state.name.text(in: language),
                need.route?.name.text(in: language) ?? "–", String(need.changedAt.text.prefix(10)),
            ])
        }
        return table.lines(for: terminal)
    }

    /// Every route with what it asks for.
    func routes() -> [String] {
        NeedRoute.allCases.flatMap { route in
            [terminal.bold("\(route.rawValue): \(route.name.text(in: language))")]
                + route.asks.flatMap { item($0.text(in: language)) } + [""]
        }
    }

    private func section(_ title: String) -> [String] { ["", terminal.bold(title)] }
    private func wrapped(_ text: String) -> [String] { TextLayout.wrap(text, width: terminal.width) }
    private func item(_ text: String) -> [String] {
        TextLayout.wrap(text, width: terminal.width - 2).enumerated().map {
            ($0.offset == 0 ? "- " : "  ") + $0.element
        }
    }
}
