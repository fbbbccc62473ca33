import API
import Procurement
import Sheets

/// Watches and what is new to them, for people.
struct WatchSheet: Speaking {
    let terminal: Terminal
    let language: TextLanguage

    func kept(_ watch: WatchLine) -> [String] {
        [
            pick(
                sv: "Bevakas som nummer \(watch.id). ”torg digest” berättar vad som är nytt.",
                en: "Watched as number \(watch.id). “torg digest” tells what is new.")
        ] + lines(watch)
    }

    func lines(_ watch: WatchLine) -> [String] {
        var lines = [terminal.bold(watch.name)]
        func add(_ sv: String, _ en: String, _ value: String) {
            for (index, line) in TextLayout.wrap(value, width: terminal.width - 14).enumerated() {
                lines.append(TextLayout.fit(index == 0 ? pick(sv: sv, en: en) : "", width: 14) + line)
            }
        }
        add("Fråga", "Question", language.watched(watch))
        add("Berättar om", "Tells of", watch.tell.map(language.news).joined(separator: ", "))
        if watch.tell.contains(.contract) {
            add(
                "Avtal", "Contracts",
                pick(sv: "\(watch.months) månader före slutet", en: "\(watch.months) months ahead"))
        }
        if watch.tell.contains(.supplier) {
            add(
                "Leverantörer", "Suppliers",
                pick(sv: "bland de \(watch.first) främsta", en: "among the first \(watch.first)"))
        }
        add("Osedda", "Unseen", "\(watch.unseen)")
        if watch.uncounted > 0 { add("", "", uncounted(watch)) }
        return lines
    }

    func list(_ watches: [WatchLine]) -> [String] {
        guard !watches.isEmpty else {
            return [
                pick(sv: "Inga bevakningar. ”torg watch add” gör en.", en: "No watches. “torg watch add” makes one.")
            ]
        }
        var table = Table([
            .init(title: pick(sv: "Nr", en: "No"), alignment: .right), .init(title: pick(sv: "Namn", en: "Name")),
            .init(title: pick(sv: "Fråga", en: "Question"), isFlexible: true),
            .init(title: pick(sv: "Osedda", en: "Unseen"), alignment: .right),
        ])
        for watch in watches {
            table.add(
                ["\(watch.id)", watch.name, language.watched(watch), "\(watch.unseen)"],
                notes: [terminal.dim("    " + watch.tell.map(language.news).joined(separator: ", "))]
                    + (watch.uncounted > 0 ? [terminal.dim("    " + uncounted(watch))] : []))
        }
        return table.lines(for: terminal)
    }

    private func uncounted(_ watch: WatchLine) -> String {
        pick(
            sv: "\(watch.uncounted) till räknas inte upp: frågan är för vid.",
            en: "\(watch.uncounted) more are not listed: the question is too wide.")
    }

    /// Watch by watch, in each what is of one kind together.
    func digest(_ result: WatchesNews.Result) -> [String] {
        guard !result.news.isEmpty else { return [pick(sv: "Inget nytt.", en: "Nothing new.")] }
        var lines: [String] = []
        for (watch, news) in Digest(result.news).watches {
            if !lines.isEmpty { lines.append("") }
            lines.append(terminal.bold(watch))
            for line in news {
                let mark = line.seen == nil ? "• " : "  "
                for (index, part) in TextLayout.wrap(line.text.text(in: language), width: terminal.width - 4)
                    .enumerated()
                {
                    lines.append((index == 0 ? "  " + mark : "    ") + part)
                }
                if let notice = line.notice { lines.append(terminal.dim("    " + notice.id)) }
            }
        }
        lines.append("")
        lines.append(
            pick(sv: "\(result.unseen) osedda i allt.", en: "\(result.unseen) unseen in all.")
                + (result.next == nil ? "" : pick(sv: " Här visas de senaste.", en: " The latest are shown here.")))
        return lines
    }
}
