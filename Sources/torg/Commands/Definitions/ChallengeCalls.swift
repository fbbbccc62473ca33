import API
import ArgumentParser
import Procurement
import StrictYAML

/// The calls about challenges.
enum ChallengeCalls: DefinitionCalls {
    static var kind: DefinitionKind { .challenge }
    static func noun(_ language: TextLanguage) -> String { language.pick(sv: "Utmaningen", en: "The challenge") }
    static func id(_ wire: ChallengeDefinition) -> String { wire.id }

    static func current(_ session: Session) async throws -> [KeptDefinition<ChallengeDefinition>] {
        try await session.ask(ChallengesList.self, .init(retired: true)).challenges.map { line in
            KeptDefinition(
                wire: .init(
                    id: line.id, names: line.names, text: line.text, cpv: line.cpv, goals: line.goals, owner: line.owner
                ),
                version: line.version, isRetired: line.retired ?? false)
        }
    }

    static func save(
        _ change: DefinitionSaving<ChallengeDefinition>, _ session: Session, _ language: TextLanguage
    ) async throws {
        try await session.run(
            ChallengesSave.self,
            .init(
                challenge: change.wire, reason: change.reason, basedOn: change.basedOn,
                retired: change.isRetired ? true : nil)
        ) { result in
            told(
                result.version.challenge.id, version: result.version.version, retired: result.version.retired,
                changed: result.changed, result.dossier, language)
        }
    }

    static func preview(
        _ change: DefinitionSaving<ChallengeDefinition>, _ question: PreviewArguments, _ session: Session
    ) async throws {
        let language = question.speech.language
        try await session.run(
            ChallengesPreview.self,
            .init(
                challenge: change.wire, retired: change.isRetired ? true : nil, buyer: question.setting.query,
                nuts: question.setting.nuts, limit: question.limit, language: language),
            files: question.files, language: language
        ) { EffectSheet(terminal: session.terminal, language: language).lines($0) }
    }

    static func take(
        file: String, retireOthers: Bool, reason: String, _ session: Session, _ speech: LanguageOption
    ) async throws {
        let read = try DefinitionFile.read(file, ChallengeFile.read)
        let challenges = read.map { challenge in
            ChallengeDefinition(
                id: challenge.id.rawValue, names: SortedMap(challenge.name), text: challenge.text,
                cpv: challenge.cpv.map(\.description), goals: challenge.goals, owner: challenge.owner)
        }
        try await session.run(
            ChallengesImport.self,
            .init(challenges: challenges, reason: reason, retireOthers: retireOthers ? true : nil)
        ) { told($0, speech.language) }
    }

    static func file(_ session: Session) async throws -> String {
        let lines = try await session.ask(ChallengesList.self, .init()).challenges
        return ChallengeFile.text(
            lines.map { line in
                Challenge(
                    id: ChallengeID(line.id), name: line.names.dictionary, text: line.text,
                    cpv: line.cpv.compactMap { CPVPattern($0) }, goals: line.goals, owner: line.owner)
            })
    }
}

/// `torg challenges history`
struct ChallengesHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show who changed one, when and why, the latest first.")

    @Argument(help: "The id.")
    var id: String

    @Option(name: .shortAndLong, help: "How many versions at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            ChallengesHistory.self, .init(id: id, limit: Limit(clamping: limit), after: after), files: files,
            language: speech.language
        ) { result in
            var table = HistoryTable(speech)
            for version in result.versions {
                let line = version.challenge
                table.add(
                    version.version, version.at, version.by, version.retired, version.reason,
                    [
                        line.name, line.text, line.cpv.joined(separator: " "), line.goals.joined(separator: " "),
                        line.owner ?? "",
                    ],
                    session.terminal)
            }
            return table.lines(session.terminal) + Paging.hint(result.next)
        }
    }
}
