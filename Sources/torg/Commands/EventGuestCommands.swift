import API
import ArgumentParser
import Procurement

struct EventInviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Note that suppliers were invited to an event.")

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int

    @Argument(help: "Ids of suppliers; see “torg suppliers find”.")
    var suppliers: [String] = []

    @Option(
        help: ArgumentHelp("Those that stand on this shortlist, each for the reason it is there.", valueName: "number"))
    var shortlist: Int?

    @Option(help: "Why these in particular.")
    var reason: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if suppliers.isEmpty, shortlist == nil { throw ValidationError("Give ids of suppliers, or --shortlist.") }
    }

    func run() async throws {
        try await Session(options: connection).run(
            EventsInvite.self,
            .init(
                event: event, companies: suppliers.isEmpty ? nil : suppliers.map { CompanyQuery(supplier: $0) },
                shortlist: shortlist, reason: reason)
        ) {
            [
                text(
                    sv: "\($0.invited) inbjudna, \($0.guests.count - $0.invited) var det redan.",
                    en: "\($0.invited) invited, \($0.guests.count - $0.invited) already were.")
            ]
        }
    }
}

struct EventRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Register a company for an event. Nobody is turned away.")

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int

    @Argument(help: "The name of the company.")
    var name: String?

    @Option(help: ArgumentHelp("A known supplier, in place of a name.", valueName: "id"))
    var supplier: String?

    @Option(help: "Its organisation number.")
    var number: String?

    @Option(help: "micro, small, medium, large or sme.")
    var size: SupplierSize?

    @Option(help: ArgumentHelp("A category whose table it asks for.", valueName: "category"))
    var wish: [String] = []

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if (name == nil) == (supplier == nil) { throw ValidationError("Give a name, or --supplier.") }
    }

    func run() async throws {
        try await Session(options: connection).run(
            EventsRegister.self,
            .init(
                event: event, company: CompanyQuery(supplier: supplier, name: name, number: number, size: size),
                wishes: wish.isEmpty ? nil : wish)
        ) { ["\($0.guest.guest): \($0.guest.name), \(EventGuestRows.standing($0.guest, text))"] }
    }
}

struct EventWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a registration back; those who wait move up.")

    @Argument(help: "The number of the event.")
    var event: Int

    @Argument(help: "The number of the company at the event; see “torg event get”.")
    var guest: Int

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(EventsWithdraw.self, .init(event: event, guest: guest)) { result in
            ["\(result.guest.name): \(EventGuestRows.standing(result.guest, text))"]
                + result.movedUp.map { text(sv: "\($0.name) har fått plats", en: "\($0.name) got a place") }
        }
    }
}

struct EventAttendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "attend", abstract: "Note that a company came.")

    @Argument(help: "The number of the event.")
    var event: Int

    @Argument(help: "The number of the company at the event; see “torg event get”.")
    var guest: Int

    @Flag(help: "It did not come.")
    var absent = false

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(
            EventsAttend.self, .init(event: event, guest: guest, attended: !absent)
        ) {
            [
                "\($0.guest.name): \($0.guest.attended == true ? text(sv: "kom", en: "came") : text(sv: "kom inte", en: "did not come"))"
            ]
        }
    }
}

struct EventOutcomeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "Keep something that came of an event.")

    @Argument(help: "The number of the event.")
    var event: Int

    @Argument(help: "What came of it.")
    var words: String

    @Option(help: ArgumentHelp("The company that it is about.", valueName: "number"))
    var guest: Int?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(
            EventsOutcome.self, .init(event: event, text: words, guest: guest)
        ) { [$0.outcome.text] }
    }
}
