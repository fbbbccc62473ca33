import API
import ArgumentParser
import Procurement

/// `torg suppliers like SE5560000001 …`
struct SuppliersLikeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "like", abstract: "Rank suppliers by how much they are like some: more like these.",
        discussion: """
            By the CPV groups that the given ones have won or offer, their industry and what they say they do. With --shortlist the given \
            ones are those on it.
            """)

    @Argument(help: "Ids of suppliers; see “torg suppliers find”.")
    var suppliers: [String] = []

    @Option(help: ArgumentHelp("Like those on this shortlist.", valueName: "number"))
    var shortlist: Int?

    @OptionGroup var setting: SettingArguments
    @OptionGroup var match: MatchArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if suppliers.isEmpty == (shortlist == nil) { throw ValidationError("Give ids of suppliers, or --shortlist.") }
    }

    func run() async throws {
        let session = Session(options: connection)
        var ids = suppliers
        if let shortlist {
            ids = try await session.answer(ShortlistsGet.self, .init(shortlist: shortlist)).suppliers.map(\.supplier)
            guard !ids.isEmpty else {
                Output.error([
                    match.speech(
                        sv: "Urval \(shortlist) har inga leverantörer.", en: "Shortlist \(shortlist) has no suppliers.")
                ])
                throw ExitCode(1)
            }
        }
        let result = try await session.run(
            SuppliersLike.self,
            .init(
                suppliers: Array(ids.prefix(100)), buyer: setting.query, nuts: setting.nuts, options: match.options),
            files: files, language: match.speech.language
        ) { RankedList(reasons: match.reasons, terminal: session.terminal, language: match.speech.language).lines($0) }
        if result.matches.isEmpty { throw ExitCode(1) }
    }
}
