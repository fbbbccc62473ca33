import API
import ArgumentParser
import Procurement
import Sheets

/// `torg watch …`
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Keep questions to be told of what is new; “torg digest” tells.",
        subcommands: [
            WatchAddCommand.self, WatchListCommand.self, WatchShowCommand.self, WatchRemoveCommand.self,
            WatchMailCommand.self,
        ])
}

extension NewsKind: ExpressibleByArgument {}
extension MailInterval: ExpressibleByArgument {}

/// `torg watch add "IT i länet" --category it --place SE121 --tell notice,result,contract`
struct WatchAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Watch something, or change a watch.",
        discussion: """
            All that is given must hold. What is stored already is no news; contracts that run out within the months are told \
            at once. Default of --tell: notice, result and plan.
            """)

    @Argument(help: "What to call it.")
    var name: String

    @Option(help: ArgumentHelp("A need in plain words; it is read as branches of the CPV.", valueName: "words"))
    var need: String?

    @Option(help: ArgumentHelp("A configured category; see “torg categories”.", valueName: "id"))
    var category: String?

    @Option(help: ArgumentHelp("A configured challenge; see “torg challenges”.", valueName: "id"))
    var challenge: String?

    @Option(help: ArgumentHelp("A CPV code or pattern, such as 722*; may be repeated.", valueName: "code"))
    var cpv: [String] = []

    @Option(help: ArgumentHelp("Who buys, by words of the name or organisation number.", valueName: "name"))
    var buyer: String?

    @Option(help: ArgumentHelp("Words of the notice; each may be the beginning of one.", valueName: "words"))
    var words: String?

    @Option(help: ArgumentHelp("A supplier that wins or tenders; see “torg suppliers find”.", valueName: "id"))
    var supplier: String?

    @Option(help: ArgumentHelp("Where it is to be done, such as SE121; may be repeated.", valueName: "region"))
    var place: [String] = []

    @Option(
        help: ArgumentHelp(
            "What to tell of, commas between: notice, result, plan, supplier, contract, status.", valueName: "kinds"))
    var tell: String?

    @Option(
        help: ArgumentHelp("How many months before their end contracts are told. Default: 12.", valueName: "months"))
    var months: Int?

    @Option(
        help: ArgumentHelp("Among how many of the first a supplier is told as new. Default: 20.", valueName: "number"))
    var first: Int?

    @Option(help: ArgumentHelp("Change the watch of this number; see “torg watch list”.", valueName: "number"))
    var change: Int?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws { _ = try kinds }

    private var kinds: [NewsKind] {
        get throws {
            guard let tell else { return [.notice, .result, .plan] }
            return try tell.split(whereSeparator: { $0 == "," || $0 == " " }).map { word in
                guard let kind = NewsKind(rawValue: String(word)) else {
                    let known = NewsKind.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--tell knows no “\(word)”: \(known).")
                }
                return kind
            }
        }
    }

    func run() async throws {
        let session = Session(options: connection, language: speech.language)
        let sheet = WatchSheet(terminal: session.terminal, language: speech.language)
        try await session.run(
            WatchesSave.self,
            .init(
                name: name,
                question: WatchQuestion(
                    need: need, category: category, challenge: challenge, cpv: cpv.isEmpty ? nil : cpv,
                    buyer: buyer.map(SettingArguments.query), words: words, supplier: supplier,
                    nuts: place.isEmpty ? nil : place),
                tell: try kinds, watch: change, months: months, first: first)
        ) { sheet.kept($0.watch) }
    }
}

/// `torg watch list`
struct WatchListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List your watches.")

    @OptionGroup var speech: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection, language: speech.language)
        let sheet = WatchSheet(terminal: session.terminal, language: speech.language)
        let result = try await session.run(WatchesList.self, .init(), files: files, language: speech.language) {
            sheet.list($0.watches)
        }
        if result.watches.isEmpty { throw ExitCode(1) }
    }
}

/// `torg watch show 4`
struct WatchShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one of your watches.")

    @Argument(help: "Its number; see “torg watch list”.")
    var watch: Int

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection, language: speech.language)
        let sheet = WatchSheet(terminal: session.terminal, language: speech.language)
        try await session.run(WatchesGet.self, .init(watch: watch)) { sheet.lines($0.watch) }
    }
}

/// `torg watch remove 4`
struct WatchRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Watch something no more; its news go too.")

    @Argument(help: "Its number; see “torg watch list”.")
    var watch: Int

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection, language: speech.language)
        try await session.run(WatchesRemove.self, .init(watch: watch)) {
            [speech(sv: "Bevakning \($0.removed) är borttagen.", en: "Watch \($0.removed) is removed.")]
        }
    }
}

/// `torg watch mail anna@ekby.example --every weekly`
struct WatchMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Have your news mailed, change how, or stop it.",
        discussion: "Without anything it tells what holds. “torg watch mail --every never” stops the mails.")

    @Argument(help: "The address; needed the first time.")
    var address: String?

    @Option(help: ArgumentHelp("How often: daily, weekly or never.", valueName: "interval"))
    var every: MailInterval?

    @Option(help: ArgumentHelp("The language of the mails: sv or en.", valueName: "language"))
    var mailLanguage: TextLanguage?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection, language: speech.language)
        try await session.run(
            WatchesAddress.self, .init(address: address, every: every, language: mailLanguage)
        ) { result in
            guard let address = result.address, result.every != .never else {
                return [speech(sv: "Inga mejl skickas.", en: "No mails are sent.")]
            }
            let language = result.language.pick(
                sv: speech(sv: "svenska", en: "Swedish"), en: speech(sv: "engelska", en: "English"))
            let often = speech.language.interval(result.every)
            return [
                speech(
                    sv: "Det som är nytt mejlas till \(address) \(often), på \(language).",
                    en: "What is new is mailed to \(address) \(often), in \(language).")
            ]
        }
    }
}
