import API
import ArgumentParser
import Procurement

/// `torg notices …`
struct NoticesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "Find notices, show one.",
        subcommands: [NoticesFindCommand.self, NoticesGetCommand.self])
}

struct NoticesFindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "find", abstract: "Find notices, the newest first.")

    @Argument(help: "Words of the title or the description.")
    var words: [String] = []

    @Option(help: ArgumentHelp("CPV codes and patterns, such as 722*.", valueName: "code"))
    var cpv: [String] = []

    @Option(help: ArgumentHelp("Words of the buyer, or its number.", valueName: "name"))
    var buyer: String?

    @Option(help: ArgumentHelp("What this supplier won.", valueName: "id"))
    var supplier: String?

    @Option(help: ArgumentHelp("The first day.", valueName: "day"))
    var from: CalendarDate?

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var to: CalendarDate?

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            NoticesFind.self,
            .init(
                query: words.isEmpty ? nil : words.joined(separator: " "), cpv: cpv.isEmpty ? nil : cpv, buyer: buyer,
                supplier: supplier, from: from, to: to, limit: Limit(clamping: limit), after: after),
            files: files, language: speech.language
        ) { result in
            guard !result.notices.isEmpty else { return [speech(sv: "Ingen annons hittades.", en: "No notice found.")] }
            var table = Table([
                .init(title: speech(sv: "Datum", en: "Date")),
                .init(title: speech(sv: "Titel", en: "Title"), isFlexible: true),
                .init(title: speech(sv: "Köpare", en: "Buyer")),
                .init(title: "CPV"), .init(title: "Id"),
            ])
            let codes = CodeNames(result.cpvNames, language: speech.language)
            for line in result.notices {
                table.add([
                    line.date?.description ?? "–", line.title,
                    TextLayout.wrap(line.buyer ?? "–", width: 28).first ?? "–",
                    line.cpv.first.flatMap { TextLayout.wrap(codes.text($0), width: 30).first } ?? "–", line.id,
                ])
            }
            return table.lines(for: session.terminal) + Paging.hint(result.next)
        }
        if result.notices.isEmpty { throw ExitCode(1) }
    }
}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(written: argument) }
}

struct NoticesGetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show one notice with its lots and awards.")

    @Argument(help: "The id of the notice, or the number it was published under.")
    var id: String

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(NoticesGet.self, .init(id: id)) {
            NoticeSheet(terminal: session.terminal, codes: CodeNames($0.cpvNames)).lines($0)
        }
    }
}
