import API
import Procurement

/// Feedback for people, in Swedish or English.
struct FeedbackSheet {
    let language: TextLanguage

    func kept(_ entry: FeedbackEntry) -> String {
        pick(
            "Kept as number \(entry.id): \(entry.supplier) \(verdict(entry.verdict)) for \(need(entry.need)).",
            "Noterat som nummer \(entry.id): \(entry.supplier) \(verdict(entry.verdict)) för \(need(entry.need)).")
    }

    func lines(_ entries: [FeedbackEntry], _ terminal: Terminal) -> [String] {
        guard !entries.isEmpty else { return [pick("No feedback.", "Ingen återkoppling.")] }
        var table = Table([
            .init(title: pick("No", "Nr"), alignment: .right), .init(title: pick("When", "När")),
            .init(title: pick("Verdict", "Utfall")), .init(title: pick("Supplier", "Leverantör")),
            .init(title: pick("Need", "Behov"), isFlexible: true), .init(title: pick("By", "Av")),
        ])
        for entry in entries {
            let reason = entry.reason.map { TextLayout.wrap($0, width: terminal.width - 4) } ?? []
            table.add(
                [
                    "\(entry.id)", String(entry.at.text.prefix(10)), verdict(entry.verdict), entry.supplier,
                    need(entry.need), entry.by,
                ], notes: reason.map { terminal.dim("    " + $0) })
        }
        return table.lines(for: terminal)
    }

    private func verdict(_ verdict: FeedbackVerdict) -> String {
        switch verdict {
        case .suggested: pick("suggested", "föreslagen")
        case .accepted: pick("accepted", "godtagen")
        case .rejected: pick("rejected", "avvisad")
        }
    }

    private func need(_ need: NeedQuery) -> String {
        switch need {
        case .category(.configured(let id)): pick("category \(id)", "kategorin \(id)")
        case .category(.described(let category)): pick("category “\(category.name)”", "kategorin ”\(category.name)”")
        case .challenge(.configured(let id)): pick("challenge \(id)", "utmaningen \(id)")
        case .challenge(.described(let challenge)):
            pick("challenge “\(challenge.text)”", "utmaningen ”\(challenge.text)”")
        case .notice(.stored(let id)): pick("notice \(id)", "annonsen \(id)")
        case .notice(.described(let notice)): pick("“\(notice.title)”", "”\(notice.title)”")
        }
    }

    private func pick(_ english: String, _ swedish: String) -> String { language.pick(swedish, english) }
}
