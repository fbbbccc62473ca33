import API
import ArgumentParser
import Procurement

/// `torg feedback …`
struct FeedbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "Note what became of a supplier for a need; list what was noted.",
        subcommands: [FeedbackRecordCommand.self, FeedbackListCommand.self])
}

extension FeedbackVerdict: ExpressibleByArgument {}

struct FeedbackRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Note that a supplier was suggested, accepted or rejected for a need.",
        discussion: """
            The verdicts of needs like another one lift or lower a supplier there (the signal verdicts). Nothing is \
            written over: a later verdict of yours on the same need counts in the place of the earlier.
            """)

    @Argument(help: "The id of the supplier; see “torg suppliers find”.")
    var supplier: String

    @Argument(help: "suggested, accepted or rejected.")
    var verdict: FeedbackVerdict

    @OptionGroup var need: NeedArguments

    @Option(help: ArgumentHelp("Why, in your own words; needed for rejected.", valueName: "words"))
    var reason: String?

    @OptionGroup var speech: LanguageOption

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let sheet = FeedbackSheet(language: speech.language)
        try await Session(options: connection).run(
            FeedbackRecord.self,
            .init(need: need.query, supplier: supplier, verdict: verdict, reason: reason)
        ) { [sheet.kept($0.feedback)] }
    }
}

struct FeedbackListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was noted of suppliers, the latest first.")

    @Option(help: ArgumentHelp("Only on this supplier.", valueName: "id"))
    var supplier: String?

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var speech: LanguageOption

    @OptionGroup var files: FileArguments

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let sheet = FeedbackSheet(language: speech.language)
        let result = try await session.run(
            FeedbackList.self, .init(supplier: supplier, limit: Limit(clamping: limit), after: after), files: files,
            language: speech.language
        ) { sheet.lines($0.feedback, session.terminal) + Paging.hint($0.next) }
        if result.feedback.isEmpty { throw ExitCode(1) }
    }
}
