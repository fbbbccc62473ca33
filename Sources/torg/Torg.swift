import ArgumentParser

/// The client: every command is one call to the daemon, and prints its answer for people or as it came.
@main
struct Torg: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "torg",
        abstract: "Asks the Torg daemon who should be invited, and why.",
        discussion: """
            Exit codes: 0 done, 1 done but something was refused or nothing found, 64 usage, 65 bad data, \
            69 daemon not reachable, 75 try again, 77 not allowed.

            Environment:
              TORG_SOCKET: The daemon's socket, where --socket doesn't name it.
              RUNTIME_DIRECTORY: Where neither is given, the socket is torg.sock in this folder.
              LC_ALL, LC_MESSAGES, LANG: The language of tables, reasons and sheets: Swedish where one begins with sv.
              COLUMNS, NO_COLOR: The width of tables, and whether anything is coloured.

            Files:
              /run/torg/torg.sock: The daemon's socket. Whoever is in the group torg may connect.

            See also: torgd(8), torg-feed(1), torg.yaml(5).
            """,
        version: Torg.version,
        subcommands: [
            ImportCommand.self, CollectCommand.self, SuppliersCommand.self, NoticesCommand.self, RefusalsCommand.self,
            MatchCommand.self,
            ExplainCommand.self, LetterCommand.self, NeedCommand.self, PlanCommand.self, CategoriesCommand.self,
            ChallengesCommand.self,
            CodesCommand.self,
            FeedbackCommand.self, WatchCommand.self, DigestCommand.self, NotifyCommand.self, ShortlistCommand.self,
            NoteCommand.self, EventCommand.self, FunnelCommand.self,
            DossierCommand.self,
            BacktestCommand.self, TuneCommand.self, BackupCommand.self, PublishCommand.self, CheckCommand.self,
            AuditCommand.self,
            PurgeCommand.self, StatusCommand.self, MetricsCommand.self, DoctorCommand.self, WebCommand.self,
            CallCommand.self,
        ])

    @OptionGroup var connection: ConnectionOptions

    /// Options of the connection may stand before the command too: `torg --socket PATH match …`.
    static func main() async {
        let arguments = ConnectionOptions.movedBehindCommand(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try await asyncParseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if !text.isEmpty { Output.usage(text, isAsked: code.isSuccess) }
            exit(withError: code)
        }
    }
}
