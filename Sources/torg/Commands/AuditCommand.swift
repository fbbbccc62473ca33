import API
import ArgumentParser
import Procurement

/// `torg audit`
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract:
            "List denials, unmasked numbers, purges, backups and firms added by hand, with who and when, the latest first."
    )

    @Option(help: "Only one kind: denied, unmasked, purged, backup or added.")
    var action: AuditAction?

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            AuditList.self, .init(action: action, limit: Limit(clamping: limit), after: after), files: files,
            language: speech.language
        ) {
            guard !$0.entries.isEmpty else { return [speech(sv: "Inget är antecknat.", en: "Nothing is on record.")] }
            var table = Table([
                .init(title: "Last"), .init(title: "What"), .init(title: "By"),
                .init(title: "Times", alignment: .right),
                .init(title: "About", isFlexible: true),
            ])
            for entry in $0.entries {
                let about = [entry.method, entry.subject, entry.reason].compactMap { $0 }.joined(separator: ", ")
                table.add(["\(entry.last)", entry.action.rawValue, entry.by, "\(entry.count)", about])
            }
            return table.lines(for: session.terminal) + Paging.hint($0.next)
        }
    }
}

extension AuditAction: ExpressibleByArgument {}
