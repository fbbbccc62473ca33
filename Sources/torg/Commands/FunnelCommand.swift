import API
import ArgumentParser
import Procurement

/// `torg funnel`
struct FunnelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funnel",
        abstract: "Count for each event and year who were invited, came, and afterwards tendered and won.",
        discussion: """
            What isn't known is a question mark, and no 0: who came where nobody noted it, tenders where no statistics reach beyond the \
            event, wins where the data don't. Tenders and wins are those of the office, or of --buyer.
            """)

    @Option(help: "Only meeting, council, talks or other.")
    var kind: EventKind?

    @Option(help: ArgumentHelp("Only events from this day on.", valueName: "day"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp("Only events up to this day.", valueName: "day"))
    var to: CalendarDate?

    @Option(help: ArgumentHelp("Count so many months after each event, 1 to 120.", valueName: "number"))
    var months: Int?

    @Option(help: ArgumentHelp("The buyer whose tenders and wins count.", valueName: "name"))
    var buyer: String?

    @Flag(help: "Tenders and wins of any buyer.")
    var noOffice = false

    @Option(name: .shortAndLong, help: "How many events at most, the latest.")
    var limit = 20

    @OptionGroup var text: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if let months, !(1...120).contains(months) { throw ValidationError("--months is from 1 to 120.") }
    }

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            EventsFunnel.self,
            .init(
                kind: kind, from: from, to: to, months: months,
                buyer: buyer.map(SettingArguments.query) ?? (noOffice ? BuyerQuery() : nil),
                limit: Limit(clamping: limit)), files: files, language: text.language
        ) { lines($0, session.terminal) }
        if result.events.isEmpty { throw ExitCode(1) }
    }

    private func lines(_ result: EventsFunnel.Result, _ terminal: Terminal) -> [String] {
        guard !result.events.isEmpty else { return [text(sv: "Inga händelser.", en: "No events.")] }
        func number(_ count: Int?) -> String { count.map { "\($0)" } ?? "?" }
        let stages: [Table.Column] = [
            .init(title: text(sv: "Inbjudna", en: "Invited"), alignment: .right),
            .init(title: text(sv: "Anmälda", en: "Registered"), alignment: .right),
            .init(title: text(sv: "Närvarade", en: "Came"), alignment: .right),
            .init(title: text(sv: "Anbud", en: "Tendered"), alignment: .right),
            .init(title: text(sv: "Vann", en: "Won"), alignment: .right),
        ]
        var events = Table(
            [
                .init(title: text(sv: "Datum", en: "Date")),
                .init(title: text(sv: "Namn", en: "Name"), isFlexible: true),
            ] + stages)
        for line in result.events {
            events.add([
                line.date?.description ?? "–", line.name, "\(line.invited)", "\(line.registered)", number(line.came),
                number(line.tendered), number(line.won),
            ])
        }
        var years = Table(
            [
                .init(title: text(sv: "År", en: "Year")),
                .init(title: text(sv: "Händelser", en: "Events"), alignment: .right),
            ] + stages)
        for year in result.years {
            years.add([
                "\(year.year)", "\(year.events)", "\(year.invited)", "\(year.registered)", number(year.came),
                number(year.tendered), number(year.won),
            ])
        }
        var lines = events.lines(for: terminal)
        if !result.years.isEmpty { lines += [""] + years.lines(for: terminal) }
        return lines + [""] + TextLayout.wrap(ground(result), width: terminal.width).map(terminal.dim)
    }

    private func ground(_ result: EventsFunnel.Result) -> String {
        let whose = result.buyer?.name ?? result.buyer?.id
        var sentences = [
            whose.map { text(sv: "Anbud och vinster hos \($0).", en: "Tenders to and wins from \($0).") }
                ?? text(sv: "Anbud och vinster hos vilken köpare som helst.", en: "Tenders to and wins from any buyer."),
            result.winsThrough.map {
                text(sv: "Vinster är kända till och med \($0).", en: "Wins are known through \($0).")
            } ?? text(sv: "Inga vinster är kända.", en: "No wins are known."),
            result.tendersThrough.map {
                text(sv: "Anbud är kända till och med \($0).", en: "Tenders are known through \($0).")
            }
                ?? text(
                    sv: "Inga anbud är kända: läs in statistiken.", en: "No tenders are known: import the statistics."),
            text(sv: "? är inte känt.", en: "? is not known."),
        ]
        let unidentified = result.events.reduce(0) { $0 + $1.unidentified }
        if unidentified > 0 {
            sentences.append(
                text(
                    sv: "\(unidentified) företag finns inte i underlaget och kan inte följas.",
                    en: "\(unidentified) companies are not in the data and can't be followed."))
        }
        return sentences.joined(separator: " ")
    }
}
