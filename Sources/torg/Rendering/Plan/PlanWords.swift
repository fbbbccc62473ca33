import API
import Procurement
import Sheets

// What plans say to people in either language.

extension TextLanguage {
    /// Two decimals, `0,83` or `0.83`. Rounded half up.
    func score(_ points: Points) -> String {
        let hundredths = (max(0, points.millionths) + 5_000) / 10_000
        let digits = String(hundredths % 100)
        return "\(hundredths / 100)\(pick(sv: ",", en: "."))\(digits.count == 1 ? "0" : "")\(digits)"
    }

    func percent(_ points: Points) -> String {
        let tenths = (points.millionths + 500) / 1000
        let whole = "\(tenths / 10)" + (tenths % 10 == 0 ? "" : "\(pick(sv: ",", en: "."))\(tenths % 10)")
        return pick(sv: "\(whole) %", en: "\(whole)%")
    }

    func size(_ size: SupplierSize?) -> String { size.map { self.size($0) } ?? "–" }

    func new(_ isNewcomer: Bool) -> String { isNewcomer ? pick(sv: "ny", en: "new") : "" }

    /// How a plan stands to the best that there could be.
    func optimality(_ optimality: PlanOptimality) -> String {
        if optimality.gap == .zero { return pick(sv: "bevisat bäst", en: "proven best") }
        return pick(
            sv: "högst \(score(optimality.gap)) poäng från det bästa möjliga (\(score(optimality.bound)))",
            en: "at most \(score(optimality.gap)) points from the best possible (\(score(optimality.bound)))")
    }
}

/// The parts of a plan on a terminal.
struct PlanPage {
    let language: TextLanguage
    let terminal: Terminal
    private(set) var lines: [String] = []

    init(language: TextLanguage, terminal: Terminal) {
        self.language = language
        self.terminal = terminal
    }

    mutating func title(sv: String, en: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(terminal.bold(language.pick(sv: sv, en: en)))
    }

    mutating func paragraph(_ text: String, indent: Int = 0) {
        let space = String(repeating: " ", count: indent)
        lines += TextLayout.wrap(text, width: terminal.width - indent).map { space + $0 }
    }

    mutating func table(_ table: Table) { lines += table.lines(for: terminal) }

    mutating func line(_ text: String) { lines.append(text) }

    /// Why something is in a plan, under its row.
    func notes(_ texts: [String]) -> [String] {
        let indent = String(repeating: " ", count: 5)
        return texts.flatMap { text in
            TextLayout.wrap(text, width: terminal.width - indent.count - 2).enumerated()
                .map { terminal.dim(indent + ($0 == 0 ? "" : "  ") + $1) }
        }
    }

    /// What the plan rests on, and where it is kept.
    mutating func ground(
        _ setting: QuestionSetting?, _ through: CalendarDate?, generation: Int, _ dossier: DossierReference?
    ) {
        let age = DataAge(language: language)
        line("")
        let ground = [age.setting(setting), age.sentence(through, generation: generation)]
        paragraph(ground.compactMap { $0 }.joined(separator: " "))
        for text in RankedList.kept(dossier, language) { line(text) }
    }

    /// What came of the decisions by hand.
    mutating func edits(_ edits: [EditEffect], names: [String: String]) {
        guard !edits.isEmpty else { return }
        title(sv: "Ändringar för hand", en: "Changes by hand")
        for edit in edits {
            paragraph(
                "– \(word(edit.edit)) \(names[edit.about] ?? edit.about), \(edit.by): \(edit.note) → "
                    + edit.effect.text(in: language))
        }
    }

    private func word(_ edit: String) -> String {
        switch edit {
        case "pin": language.pick(sv: "Ta med", en: "Pin")
        case "ban": language.pick(sv: "Uteslut", en: "Ban")
        case "move": language.pick(sv: "Flytta", en: "Move")
        case "place": language.pick(sv: "Placera", en: "Place")
        default: edit
        }
    }
}
