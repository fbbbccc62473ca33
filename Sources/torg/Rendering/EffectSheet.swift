import API
import Procurement
import Sheets

/// What a change of a definition would do, on a page.
struct EffectSheet: Speaking {
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ effect: DefinitionEffect) -> [String] {
        let count = effect.entered.count + effect.left.count + effect.moved.count
        let summary =
            count == 0
            ? pick(
                sv: "De första \(effect.limit) blir desamma i samma ordning.",
                en: "The first \(effect.limit) stay the same in the same order.")
            : pick(
                sv:
                    "Av de första \(effect.limit) tillkommer \(effect.entered.count), lämnar \(effect.left.count) och flyttas "
                    + "\(effect.moved.count); \(effect.stayed) står kvar.",
                en: "Of the first \(effect.limit), \(effect.entered.count) enter, \(effect.left.count) leave and "
                    + "\(effect.moved.count) move; \(effect.stayed) keep their place.")
        var lines = TextLayout.wrap(summary, width: terminal.width).map(terminal.bold)
        lines += section(pick(sv: "Tillkommer", en: "Enter"), effect.entered)
        lines += section(pick(sv: "Lämnar listan", en: "Leave"), effect.left)
        lines += section(pick(sv: "Flyttas", en: "Move"), effect.moved)
        let age = DataAge(language: language)
        let ground = [
            pick(sv: "Inget är sparat.", en: "Nothing is saved."), age.setting(effect.setting),
            age.sentence(effect.dataThrough, generation: effect.generation),
        ].compactMap { $0 }.joined(separator: " ")
        lines.append("")
        lines += (effect.remarks ?? []).flatMap { TextLayout.wrap($0, width: terminal.width) }
        return lines + TextLayout.wrap(ground, width: terminal.width).map(terminal.dim)
    }

    private func section(_ title: String, _ moves: [DefinitionMove]) -> [String] {
        guard !moves.isEmpty else { return [] }
        var table = Table([
            .init(title: pick(sv: "Nu", en: "Now"), alignment: .right),
            .init(title: pick(sv: "Efter", en: "After"), alignment: .right),
            .init(title: pick(sv: "Leverantör", en: "Supplier"), isFlexible: true),
            .init(title: pick(sv: "Poäng nu", en: "Score now"), alignment: .right),
            .init(title: pick(sv: "Poäng efter", en: "Score after"), alignment: .right),
        ])
        for move in moves {
            table.add(
                [
                    place(move.from), place(move.to), move.supplier.name,
                    move.before.map(language.points) ?? "–", move.after.map(language.points) ?? "–",
                ], notes: move.changes.flatMap(notes))
        }
        return ["", terminal.bold(title)] + table.lines(for: terminal)
    }

    private func place(_ rank: Int?) -> String { rank.map { "\($0)" } ?? "–" }

    private func notes(_ change: SignalChange) -> [String] {
        let points = [change.before, change.after].map { $0.map(language.points) ?? "–" }.joined(separator: " → ")
        let text = "\(language.signal(change.name)) \(points)" + (change.because.isEmpty ? "" : ": \(change.because)")
        let lines = TextLayout.wrap(text, width: terminal.width - 14)
        return lines.enumerated().map {
            terminal.dim(String(repeating: " ", count: $0.offset == 0 ? 12 : 14) + $0.element)
        }
    }
}
