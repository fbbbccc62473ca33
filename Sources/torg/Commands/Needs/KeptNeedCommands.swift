import API
import ArgumentParser
import Foundation
import Procurement

extension NeedRoute: ExpressibleByArgument {}
extension NeedState: ExpressibleByArgument {}

/// What may be said of a need beside its text.
struct NeedFields: ParsableArguments {
    @Option(help: ArgumentHelp("What people call it. Default: the beginning of the text.", valueName: "words"))
    var name: String?

    @Option(help: ArgumentHelp("What was found, in short.", valueName: "words"))
    var found: String?

    @Option(help: ArgumentHelp("The dossier with what was found; see “torg need --keep”.", valueName: "id"))
    var dossier: String?

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp("Who took part: a company, an administration, a role.", valueName: "who"))
    var participants: [String] = []

    @Option(help: ArgumentHelp("Who answers for it: a role or a mailbox.", valueName: "who"))
    var owner: String?

    @Option(help: "How far it has come: explored, underway, done or dropped.")
    var state: NeedState?

    /// Puts what was said in the place of what is kept; an empty text takes a member away.
    func fill(_ need: inout NeedDefinition) {
        func set(_ value: String?, _ member: WritableKeyPath<NeedDefinition, String?>) {
            if let value { need[keyPath: member] = value.isEmpty ? nil : value }
        }
        set(name, \.name)
        set(found, \.found)
        set(dossier, \.dossier)
        set(owner, \.owner)
        if !participants.isEmpty { need.participants = (need.participants ?? []) + participants }
        if let state { need.state = state }
    }
}

/// `torg need save`
struct NeedSaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Keep a need, or change one that is kept; what isn't named stays as it is.",
        discussion: "A lone “-” reads the text from standard input.")

    @Argument(help: "The need, as people write it; not needed where one is changed.")
    var text: [String] = []

    @Option(
        name: .customLong("need"), help: ArgumentHelp("The number of the need that is changed.", valueName: "number"))
    var id: Int?

    @OptionGroup var fields: NeedFields
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if text.isEmpty, id == nil { throw ValidationError("Write the need, or name one that is kept with --need.") }
    }

    func run() async throws {
        let session = Session(options: connection)
        let words =
            text == ["-"]
            ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            : text.joined(separator: " ")
        guard let id else {
            var need = NeedDefinition(text: words)
            fields.fill(&need)
            return try await KeptNeedCalls.save(.init(need: need), session, speech)
        }
        var change = try await KeptNeedCalls.change(id, session)
        if !words.isEmpty { change.need.text = words }
        fields.fill(&change.need)
        try await KeptNeedCalls.save(change, session, speech)
    }
}

/// `torg need route`
struct NeedRouteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route",
        abstract: "Choose the route of a need, and see what it asks for; without one, see them all.",
        discussion: "The routes: \(NeedRoute.allCases.map(\.rawValue).joined(separator: ", ")).")

    @Argument(help: "The number of the need; see “torg need list”.")
    var need: Int?

    @Argument(help: "The route.")
    var route: NeedRoute?

    @Option(help: ArgumentHelp("Why this route.", valueName: "words"))
    var reason: String?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if need != nil, route == nil { throw ValidationError("Name the route: “torg need route” lists them.") }
    }

    func run() async throws {
        let session = Session(options: connection)
        guard let need, let route else {
            Output.lines(KeptNeedSheet(terminal: session.terminal, language: speech.language).routes())
            return
        }
        var change = try await KeptNeedCalls.change(need, session)
        change.need.route = route
        change.need.routeReason = reason
        if change.need.state == .explored { change.need.state = .underway }
        try await KeptNeedCalls.save(change, session, speech)
    }
}

/// `torg need outcome`
struct NeedOutcomeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "Note what came of a need, beside what is noted already.")

    @Argument(help: "The number of the need; see “torg need list”.")
    var need: Int

    @Argument(help: "What came of it.")
    var text: [String]

    @Option(help: "How far it has come: explored, underway, done or dropped.")
    var state: NeedState?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        var change = try await KeptNeedCalls.change(need, session)
        change.outcome = text.joined(separator: " ")
        if let state { change.need.state = state }
        try await KeptNeedCalls.save(change, session, speech)
    }
}

/// `torg need list`
struct NeedListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the needs that are kept, the latest first.")

    @Option(help: "Only those that have come so far: explored, underway, done or dropped.")
    var state: NeedState?

    @Option(help: "Only those that go this route.")
    var route: NeedRoute?

    @Option(help: ArgumentHelp("Only those that this one answers for.", valueName: "who"))
    var owner: String?

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let sheet = KeptNeedSheet(terminal: session.terminal, language: speech.language)
        let result = try await session.run(
            NeedsList.self,
            .init(state: state, route: route, owner: owner, limit: Limit(clamping: limit), after: after), files: files,
            language: speech.language
        ) { sheet.list($0.needs) + Paging.hint($0.next) }
        if result.needs.isEmpty { throw ExitCode(1) }
    }
}

/// `torg need show`
struct NeedShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one need with what its route asks for, what came of it, and needs like it."
    )

    @Argument(help: "The number of the need; see “torg need list”.")
    var need: Int

    @OptionGroup var speech: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let sheet = KeptNeedSheet(terminal: session.terminal, language: speech.language)
        try await session.run(NeedsGet.self, .init(id: need), files: files, language: speech.language) {
            sheet.lines($0.need) + sheet.earlier($0.earlier)
        }
    }
}

/// The calls about needs that are kept.
enum KeptNeedCalls {
    /// What is kept, ready to be changed.
    static func change(_ id: Int, _ session: Session) async throws -> NeedsSave.Parameters {
        let kept = try await session.ask(NeedsGet.self, .init(id: id)).need
        return NeedsSave.Parameters(
            need: NeedDefinition(
                name: kept.line.name, text: kept.text, found: kept.found, dossier: kept.dossier,
                route: kept.line.route, routeReason: kept.route?.reason, participants: kept.participants,
                owner: kept.line.owner, state: kept.line.state), id: id, basedOn: kept.line.version)
    }

    static func save(_ change: NeedsSave.Parameters, _ session: Session, _ speech: LanguageOption) async throws {
        let sheet = KeptNeedSheet(terminal: session.terminal, language: speech.language)
        try await session.run(NeedsSave.self, change) { sheet.lines($0.need) }
    }
}
