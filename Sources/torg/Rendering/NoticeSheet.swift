import API
import Procurement

/// One notice for people: what is bought, by whom, in which lots, and who won.
struct NoticeSheet {
    let terminal: Terminal
    let codes: CodeNames

    func lines(_ result: NoticesGet.Result) -> [String] {
        let notice = result.notice
        let names = Dictionary(notice.organisations.map { ($0.id, Self.text($0.name) ?? $0.id) }) { first, _ in first }
        func name(_ id: String) -> String { names[id] ?? id }
        var lines = [terminal.bold(Self.text(notice.title) ?? "(no title)")]
        func add(_ label: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            let wrapped = TextLayout.wrap(value, width: terminal.width - 13)
            for (index, line) in wrapped.enumerated() {
                lines.append(TextLayout.fit(index == 0 ? label : "", width: 13) + line)
            }
        }
        add("Id", "\(notice.id) version \(notice.version)")
        add("Published", notice.publicationNumber)
        add("Date", (notice.issued ?? notice.published)?.description)
        add("Type", [notice.purpose.rawValue, notice.type, notice.subtype].compactMap { $0 }.joined(separator: ", "))
        if result.standing != .current { add("Standing", result.standing.rawValue) }
        add("Changed by", result.changedBy.joined(separator: ", "))
        add("Modifies", notice.modifies.map { ([$0.id ?? $0.notice] + $0.sections).joined(separator: ", ") })
        add("Modified by", result.modifiedBy.joined(separator: ", "))
        add("Buyers", notice.buyers.map(name).joined(separator: "; "))
        add("Procedure", [notice.procedure.type, notice.procedureId].compactMap { $0 }.joined(separator: ", "))
        for (index, code) in notice.cpv.enumerated() { add(index == 0 ? "CPV" : "", codes.text(code)) }
        add("Regions", notice.nuts.joined(separator: ", "))
        add("Value", notice.value.map(Self.value))
        add("Text", Self.text(notice.description))
        for lot in notice.lots {
            lines.append("")
            lines.append(terminal.bold("\(lot.id): \(Self.text(lot.title) ?? "(no title)")"))
            for (index, code) in lot.cpv.enumerated() { add(index == 0 ? "CPV" : "", codes.text(code)) }
            add("Value", lot.value.map(Self.value))
            add("Deadline", lot.deadline?.description)
            add("Goals", lot.goals.map(\.code).joined(separator: ", "))
        }
        for award in notice.awards {
            lines.append("")
            let lots = award.lots.isEmpty ? "The whole" : award.lots.joined(separator: ", ")
            lines.append(terminal.bold("\(lots): \(Self.outcome(award))"))
            add("Won by", award.winners.map(name).joined(separator: " + "))
            add("Value", award.value.map(Self.value))
            add("Tenders", award.tendersReceived.map(Self.count))
        }
        return lines
    }

    private static func outcome(_ award: AwardDetail) -> String {
        if award.winnersWithheld == true { return "awarded, winner withheld" }
        return award.outcome + (award.reason.map { " (\($0))" } ?? "")
    }

    private static func text(_ versions: [TextVersion]) -> String? {
        (versions.first { $0.language == "SWE" } ?? versions.first { $0.language == "ENG" } ?? versions.first)?.text
    }

    private static func value(_ value: Disclosure<Amount>) -> String {
        switch value {
        case .stated(let amount): "\(amount.amount) \(amount.currency)"
        case .withheld(let why): withheld(why)
        }
    }

    private static func count(_ value: Disclosure<Int>) -> String {
        switch value {
        case .stated(let count): "\(count)"
        case .withheld(let why): withheld(why)
        }
    }

    private static func withheld(_ why: API.Withholding) -> String {
        "withheld" + (why.until.map { " until \($0)" } ?? "") + (why.reason.map { " (\($0))" } ?? "")
    }
}
