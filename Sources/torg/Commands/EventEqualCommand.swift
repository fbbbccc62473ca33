import API
import ArgumentParser
import Procurement
import Sheets

/// `torg event equal 3`, `torg event equal --plan d-kfhwtbzmrqpn`
struct EventEqualCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equal",
        abstract:
            "Show who was a candidate, who was chosen and invited and who not, and the reason for each difference.",
        discussion: """
            The candidates are those of the latest plan or list in the dossier that the event names. On the terminal are those who \
            were chosen or invited, and those who stand before one of them; --all, --xlsx and --csv have all candidates. With --keep the \
            sheet becomes an entry of that dossier, and “torg dossier export --html” prints it on a page of its own.
            """)

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int?

    @Option(help: ArgumentHelp("The dossier of a meeting, a council or a list, in place of an event.", valueName: "id"))
    var plan: String?

    @Option(help: ArgumentHelp("A shortlist, in place of an event or beside it.", valueName: "number"))
    var shortlist: Int?

    @Flag(help: "All candidates, also those after the last one chosen or invited.")
    var all = false

    @Flag(help: "Keep the sheet in the dossier of the plan.")
    var keep = false

    @OptionGroup var files: FileArguments
    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if event == nil, plan == nil, shortlist == nil {
            throw ValidationError("Give the number of an event, --plan or --shortlist.")
        }
    }

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            TreatmentCompare.self,
            .init(
                event: event, plan: plan, shortlist: shortlist, all: all || files.isAsked ? true : nil,
                keep: keep ? true : nil),
            files: files, language: text.language
        ) { lines($0, session.terminal) }
    }

    private func lines(_ result: TreatmentCompare.Result, _ terminal: Terminal) -> [String] {
        func yes(_ flag: Bool?) -> String {
            flag.map { $0 ? text(sv: "ja", en: "yes") : text(sv: "nej", en: "no") } ?? "–"
        }
        var table = Table([
            .init(title: "#", alignment: .right), .init(title: text(sv: "Företag", en: "Company"), isFlexible: true),
            .init(title: text(sv: "Kategori", en: "Category")),
            .init(title: text(sv: "Poäng", en: "Score"), alignment: .right),
            .init(title: text(sv: "Vald", en: "Chosen")), .init(title: text(sv: "Inbjuden", en: "Invited")),
        ])
        for line in result.lines {
            let reason = TextLayout.wrap(line.reason.text(in: text.language), width: terminal.width - 6)
            table.add(
                [
                    line.place.map { "\($0)" } ?? "–", line.name,
                    line.category.map { TextLayout.wrap($0.text(in: text.language), width: 24).first ?? "" } ?? "",
                    line.score.map(text.language.score) ?? "–", yes(line.chosen), yes(line.invited),
                ], notes: reason.map { terminal.dim("      " + $0) })
        }
        let name = result.name.text(in: text.language)
        var ground = text(
            sv: "\(result.candidates) kandidater, enligt akten \(result.plan).",
            en: "\(result.candidates) candidates, by dossier \(result.plan).")
        if result.rest > 0 {
            ground += text(
                sv: " \(result.rest) står efter den sist valda och är inte inbjudna.",
                en: " \(result.rest) stand after the last one chosen and aren't invited.")
        }
        if result.event == nil {
            ground += text(sv: " Ingen händelse säger vem som bjöds in.", en: " No event says who was invited.")
        }
        return [terminal.bold(text(sv: "Likabehandling: \(name)", en: "Equal treatment: \(name)")), ground, ""]
            + table.lines(for: terminal) + RankedList.kept(result.dossier, text.language)
    }
}
