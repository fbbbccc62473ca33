import API
import Procurement
import Sheets

/// Feedback for people, in Swedish or English.
struct FeedbackSheet: Speaking {
    let language: TextLanguage

    func kept(_ entry: FeedbackEntry) -> String {
        pick(
            sv:
                "Noterat som nummer \(entry.id): \(entry.supplier) \(language.verdict(entry.verdict)) för \(need(entry.need)).",
            en:
                "Kept as number \(entry.id): \(entry.supplier) \(language.verdict(entry.verdict)) for \(need(entry.need))."
        )
    }

    func lines(_ entries: [FeedbackEntry], _ terminal: Terminal) -> [String] {
        guard !entries.isEmpty else { return [pick(sv: "Ingen återkoppling.", en: "No feedback.")] }
        var table = Table([
            .init(title: pick(sv: "Nr", en: "No"), alignment: .right), .init(title: pick(sv: "När", en: "When")),
            .init(title: pick(sv: "Utfall", en: "Verdict")), .init(title: pick(sv: "Leverantör", en: "Supplier")),
            .init(title: pick(sv: "Behov", en: "Need"), isFlexible: true), .init(title: pick(sv: "Av", en: "By")),
        ])
        for entry in entries {
            let reason = entry.reason.map { TextLayout.wrap($0, width: terminal.width - 4) } ?? []
            table.add(
                [
                    "\(entry.id)", String(entry.at.text.prefix(10)), language.verdict(entry.verdict), entry.supplier,
                    need(entry.need), entry.by,
                ], notes: reason.map { terminal.dim("    " + $0) })
        }
        return table.lines(for: terminal)
    }

    private func need(_ need: NeedQuery) -> String {
        switch need {
        case .category(.configured(let id)): pick(sv: "kategorin \(id)", en: "category \(id)")
        case .category(.described(let category)):
            pick(sv: "kategorin ”\(category.name)”", en: "category “\(category.name)”")
        case .challenge(.configured(let id)): pick(sv: "utmaningen \(id)", en: "challenge \(id)")
        case .challenge(.described(let challenge)):
            pick(sv: "utmaningen ”\(challenge.text)”", en: "challenge “\(challenge.text)”")
        case .notice(.stored(let id)): pick(sv: "annonsen \(id)", en: "notice \(id)")
        case .notice(.described(let notice)): pick(sv: "”\(notice.title)”", en: "“\(notice.title)”")
        }
    }
}
