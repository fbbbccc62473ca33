import API
import ArgumentParser
import Procurement

/// `torg challenges …`: without more, the list.
struct ChallengesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "challenges", abstract: "List the challenges, change them and look back.",
        subcommands: [
            ChallengesListCommand.self, ChallengesSaveCommand.self, RetireCommand<ChallengeCalls>.self,
            RestoreCommand<ChallengeCalls>.self, ChallengesHistoryCommand.self,
            DefinitionImportCommand<ChallengeCalls>.self, DefinitionExportCommand<ChallengeCalls>.self,
        ],
        defaultSubcommand: ChallengesListCommand.self)
}

struct ChallengesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the challenges in use.")

    @Flag(help: "List those out of use too.")
    var retired = false

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            ChallengesList.self, .init(retired: retired ? true : nil), files: files, language: speech.language
        ) { result in
            guard !result.challenges.isEmpty else { return [ChallengeCalls.none(speech)] }
            var table = Table([
                .init(title: "Id"), .init(title: speech(sv: "Utmaning", en: "Challenge"), isFlexible: true),
                .init(title: speech(sv: "Mål", en: "Goals")), .init(title: speech(sv: "Version", en: "Version")),
            ])
            for line in result.challenges {
                table.add([
                    line.id, line.name, line.goals.joined(separator: " "),
                    ChallengeCalls.version(line.version, line.retired, speech),
                ])
            }
            return table.lines(for: session.terminal) + ChallengeCalls.home(result.file, speech)
        }
        if result.challenges.isEmpty { throw ExitCode(1) }
    }
}
