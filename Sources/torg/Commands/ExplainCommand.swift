import API
import ArgumentParser
import Procurement
import Sheets

/// `torg explain SUPPLIER --category ID`
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell where a supplier stands for a need, and what would change that.",
        discussion: "--limit says how long the list is that the supplier may stand on.")

    @Argument(help: "The id of the supplier; see “torg suppliers find”.")
    var supplier: String

    @OptionGroup var need: NeedArguments
    @OptionGroup var setting: SettingArguments
    @OptionGroup var match: MatchArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            MatchingExplain.self,
            .init(
                need: need.query, supplier: supplier, buyer: setting.query, nuts: setting.nuts, options: match.options)
        ) {
            lines($0, session.terminal)
                + [DataAge(language: language).setting($0.setting)].compactMap { $0 }
                + [DataAge(language: language).sentence($0.dataThrough, generation: $0.generation)]
                + RankedList.kept($0.dossier, match.speech.language)
        }
    }

    private var language: TextLanguage { match.speech.language }

    private func lines(_ result: MatchingExplain.Result, _ terminal: Terminal) -> [String] {
        var lines = [terminal.bold("\(RankedList.name(result.supplier, language)), \(result.supplier.id)")]
        if let rank = result.rank, let score = result.score {
            let (place, all) = (TextLayout.grouped(rank), TextLayout.grouped(result.considered))
            let points = language.points(score)
            lines.append(
                result.scoreOfLastPlace == nil
                    ? language.pick(
                        sv: "Plats \(place) av \(all) med \(points) poäng: på listan över de \(match.limit) bästa.",
                        en: "Place \(place) of \(all) with \(points) points: on the list of \(match.limit).")
                    : language.pick(
                        sv:
                            "Plats \(place) av \(all) med \(points) poäng: utanför listan över de \(match.limit) bästa.",
                        en: "Place \(place) of \(all) with \(points) points: not on the list of \(match.limit)."))
            var table = Table([
                .init(title: language.pick(sv: "Poäng", en: "Points"), alignment: .right),
                .init(title: language.pick(sv: "Värde", en: "Value"), alignment: .right),
                .init(title: language.pick(sv: "Vikt", en: "Weight"), alignment: .right),
                .init(title: language.pick(sv: "Mått", en: "Signal"), isFlexible: true),
            ])
            for signal in result.signals where result.feedback == nil || signal.name != FeedbackShare.signal {
                let because = TextLayout.wrap(signal.because, width: terminal.width - 8).map {
                    terminal.dim("        " + $0)
                }
                table.add(
                    [
                        language.points(signal.points),
                        signal.value.map(language.points) ?? language.pick(sv: "okänt", en: "unknown"),
                        language.points(signal.weight), language.signal(signal.name),
                    ], notes: because)
            }
            lines += [""] + table.lines(for: terminal)
        }
        let tenders = TenderText(language: language).lines(result.tenders)
        if !tenders.isEmpty { lines += [""] + tenders.flatMap { TextLayout.wrap($0, width: terminal.width) } }
        if let feedback = result.feedback {
            lines += [""] + TextLayout.wrap(feedback.sentence(language), width: terminal.width)
        }
        guard let first = result.reasons.first else { return lines }
        lines += [""] + TextLayout.wrap(first, width: terminal.width)
        for reason in result.reasons.dropFirst().prefix(match.reasons) {
            let wrapped = TextLayout.wrap(reason, width: terminal.width - 2)
            lines += wrapped.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
        }
        return lines
    }
}
