import API
import ArgumentParser
import Procurement

/// What a change is looked at with, in place of saving it.
struct PreviewArguments: ParsableArguments {
    @Flag(help: "Only show what the change would do to the list: who comes, who leaves, who moves, and why.")
    var preview = false

    @Option(name: .shortAndLong, help: "How long the lists are that --preview compares.")
    var limit = 20

    @OptionGroup var setting: SettingArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var files: FileArguments

    func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit is from 1 to 100.") }
        if files.isAsked, !preview { throw ValidationError("--csv and --xlsx go with --preview.") }
    }
}

/// What a save says beside the definition.
struct SavingArguments: ParsableArguments {
    @Option(name: .customLong("name"), help: ArgumentHelp("Its Swedish name.", valueName: "words"))
    var swedish: String?

    @Option(name: .customLong("name-en"), help: ArgumentHelp("Its English name.", valueName: "words"))
    var english: String?

    @Option(help: ArgumentHelp("CPV codes and patterns, in place of those that it has.", valueName: "code"))
    var cpv: [String] = []

    @Option(help: ArgumentHelp("CPV codes and patterns beside those that it has.", valueName: "code"))
    var addCpv: [String] = []

    @Option(help: ArgumentHelp("CPV codes and patterns that it is to have no longer.", valueName: "code"))
    var dropCpv: [String] = []

    @Option(help: ArgumentHelp("Who answers for it: a role or a mailbox.", valueName: "who"))
    var owner: String?

    @Option(help: ArgumentHelp("Why; it stands in the history. Needed but for --preview.", valueName: "words"))
    var reason: String?

    func names(_ names: SortedMap<String>) -> SortedMap<String> {
        var names = names
        if let swedish { names["sv"] = swedish }
        if let english { names["en"] = english.isEmpty ? nil : english }
        return names
    }

    func codes(_ codes: [String]?) -> [String] {
        Self.edited(codes ?? [], instead: cpv, adding: addCpv, dropping: dropCpv)
    }

    static func edited(_ list: [String], instead: [String], adding: [String], dropping: [String]) -> [String] {
        let list = instead.isEmpty ? list : instead
        return list.filter { !dropping.contains($0) } + adding.filter { !list.contains($0) }
    }

    /// - Throws: where nothing is looked at only and nobody says why.
    func reason(_ question: PreviewArguments) throws -> String {
        guard let reason else {
            if question.preview { return "" }
            throw ValidationError("Say why with --reason, or look first with --preview.")
        }
        return reason
    }
}

/// `torg categories save`
struct CategoriesSaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Make a category or change it; what isn't named stays as it is.",
        discussion: "A category that is out of use is in use again when it is saved.")

    @Argument(help: "The id: a-z, 0-9 and -.")
    var id: String

    @OptionGroup var saving: SavingArguments

    @Option(help: ArgumentHelp("Words of the field, in place of those that it has.", valueName: "word"))
    var keyword: [String] = []

    @Option(help: ArgumentHelp("Words beside those that it has.", valueName: "word"))
    var addKeyword: [String] = []

    @Option(help: ArgumentHelp("Words that it is to have no longer.", valueName: "word"))
    var dropKeyword: [String] = []

    @OptionGroup var question: PreviewArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws { _ = try saving.reason(question) }

    func run() async throws {
        let session = Session(options: connection)
        let known = try await CategoryCalls.current(id, session)
        var wire = known?.wire ?? CategoryDefinition(id: id, names: [:])
        wire.names = saving.names(wire.names)
        wire.cpv = saving.codes(wire.cpv)
        wire.keywords = SavingArguments.edited(
            wire.keywords ?? [], instead: keyword, adding: addKeyword, dropping: dropKeyword)
        if let owner = saving.owner { wire.owner = owner.isEmpty ? nil : owner }
        let change = DefinitionSaving(wire: wire, basedOn: known?.version, reason: try saving.reason(question))
        if question.preview {
            try await CategoryCalls.preview(change, question, session)
        } else {
            try await CategoryCalls.save(change, session, question.speech.language)
        }
    }
}

/// `torg challenges save`
struct ChallengesSaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Make a challenge or change it; what isn't named stays as it is.",
        discussion: "A challenge that is out of use is in use again when it is saved.")

    @Argument(help: "The id: a-z, 0-9 and -.")
    var id: String

    @OptionGroup var saving: SavingArguments

    @Option(help: ArgumentHelp("The need in words.", valueName: "words"))
    var text: String?

    @Option(help: ArgumentHelp("Codes of strategic goals, in place of those that it has.", valueName: "code"))
    var goal: [String] = []

    @OptionGroup var question: PreviewArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws { _ = try saving.reason(question) }

    func run() async throws {
        let session = Session(options: connection)
        let known = try await ChallengeCalls.current(id, session)
        var wire = known?.wire ?? ChallengeDefinition(id: id, names: [:], text: "")
        wire.names = saving.names(wire.names)
        wire.cpv = saving.codes(wire.cpv)
        if let text { wire.text = text }
        if !goal.isEmpty { wire.goals = goal }
        if let owner = saving.owner { wire.owner = owner.isEmpty ? nil : owner }
        let change = DefinitionSaving(wire: wire, basedOn: known?.version, reason: try saving.reason(question))
        if question.preview {
            try await ChallengeCalls.preview(change, question, session)
        } else {
            try await ChallengeCalls.save(change, session, question.speech.language)
        }
    }
}
