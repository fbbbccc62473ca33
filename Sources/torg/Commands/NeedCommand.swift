import API
import ArgumentParser
import Foundation
import Procurement

/// `torg need …`: without more, a need in words is explored.
struct NeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "need", abstract: "Explore a need in plain words, and keep needs with what came of them.",
        subcommands: [
            NeedExploreCommand.self, NeedSaveCommand.self, NeedListCommand.self, NeedShowCommand.self,
            NeedRouteCommand.self, NeedOutcomeCommand.self,
        ],
        defaultSubcommand: NeedExploreCommand.self)
}

/// `torg need "hur upphandlar vi …"`
struct NeedExploreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Explore a need in plain words: what it touches, how others bought the like, from whom, what to ask.",
        discussion: "A lone “-” reads the text from standard input, such as a page of it: torg need - < need.txt")

    @Argument(help: "The need, as people write it, in Swedish or English.")
    var text: [String]

    @Option(name: .shortAndLong, help: "How many procurements and how many suppliers of each kind at most.")
    var limit = 5

    @Option(help: ArgumentHelp("How many reasons under each supplier.", valueName: "number"))
    var reasons = 2

    @Flag(help: "One row for each corporate group, as far as names tell.")
    var fold = false

    @OptionGroup var setting: SettingArguments
    @OptionGroup var speech: LanguageOption

    @Flag(help: "Keep the answer in a dossier; see “torg dossier”.")
    var keep = false

    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard Limit.range.contains(limit) else { throw ValidationError("--limit is from 1 to 1000.") }
    }

    func run() async throws {
        let words =
            text == ["-"]
            ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            : text.joined(separator: " ")
        let session = Session(options: connection)
        let result = try await session.run(
            NeedsExplore.self,
            .init(
                text: words, buyer: setting.query, nuts: setting.nuts, limit: Limit(clamping: limit),
                language: speech.language, fold: fold ? true : nil, keep: keep ? true : nil),
            files: files, language: speech.language
        ) { NeedSheet(reasons: reasons, terminal: session.terminal, language: speech.language).lines($0) }
        if result.reach == .nothing { throw ExitCode(1) }
    }
}
