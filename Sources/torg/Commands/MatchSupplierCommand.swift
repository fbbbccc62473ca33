import API
import ArgumentParser
import Procurement
import Sheets

struct MatchSupplierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplier", abstract: "Rank categories, challenges and open notices for one supplier.")

    @Argument(help: "The id of the supplier; see “torg suppliers find”.")
    var supplier: String

    @OptionGroup var setting: SettingArguments
    @OptionGroup var match: MatchArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            MatchSupplier.self,
            .init(supplier: supplier, buyer: setting.query, nuts: setting.nuts, options: match.options), files: files,
            language: match.speech.language
        ) { result in
            var lines = [session.terminal.bold("\(result.supplier.name) (\(result.supplier.id))")]
            let language = match.speech.language
            lines += TenderText(language: language).lines(result.tenders).flatMap {
                TextLayout.wrap($0, width: session.terminal.width)
            }
            lines += section(
                language.pick(sv: "Kategorier", en: "Categories"),
                result.categories.map { ($0.score, $0.category.name, $0.signals) }, session)
            lines += section(
                language.pick(sv: "Utmaningar", en: "Challenges"),
                result.challenges.map { ($0.score, $0.challenge.name, $0.signals) }, session)
            lines += section(
                language.pick(sv: "Öppna annonser", en: "Open notices"),
                result.notices.map { match in
                    let buyer = match.notice.buyer.map { ", \($0)" } ?? ""
                    return (match.score, "\(match.notice.title) (\(match.notice.id)\(buyer))", match.signals)
                }, session)
            lines += [""] + [DataAge(language: language).setting(result.setting)].compactMap { $0 }
            lines += [
                DataAge(language: language).sentence(result.dataThrough, generation: result.generation)
            ]
            return lines + RankedList.kept(result.dossier, language)
        }
    }

    private func section(_ title: String, _ rows: [(Points, String, [Signal])], _ session: Session) -> [String] {
        let language = match.speech.language
        var table = Table([
            .init(title: language.pick(sv: "Poäng", en: "Score"), alignment: .right),
            .init(title: title, isFlexible: true),
        ])
        for (score, name, signals) in rows {
            let best = signals.filter { $0.points > .zero }.max { $0.points < $1.points }
            var notes: [String] = []
            if let best {
                let text = "\(language.signal(best.name)): \(best.because)"
                notes = TextLayout.wrap(text, width: session.terminal.width - 9).map {
                    session.terminal.dim("       " + $0)
                }
            }
            table.add([language.points(score), name], notes: notes)
        }
        guard !rows.isEmpty else { return ["", "\(title): " + language.pick(sv: "inga", en: "none")] }
        return [""] + table.lines(for: session.terminal)
    }
}
