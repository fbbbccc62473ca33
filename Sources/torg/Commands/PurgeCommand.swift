import API
import ArgumentParser

/// `torg purge`
struct PurgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Take a natural person out of the store, by a decision.",
        discussion:
            "Without --token nothing is changed: it tells what would go, and the token to have it done. Without an id the person's number is read from standard input, so that it stands in no list of processes. Backups made before still hold the person."
    )

    @Argument(help: "The id of the person; it begins with p-.")
    var id: String?

    @Option(help: ArgumentHelp("The reference of the decision, such as a diary number.", valueName: "reference"))
    var decision: String

    @Option(help: "What the run before gave.")
    var token: String?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let number = id == nil ? readLine() : nil
        guard id != nil || number?.isEmpty == false else {
            throw ValidationError("Give the person's id, or the number on standard input.")
        }
        let ask = PrivacyPurge.Parameters(decision: decision, supplier: id, number: number, token: token)
        try await Session(options: connection).run(PrivacyPurge.self, ask, timeout: nil) { result in
            let parts = [
                (result.notices, "contents of notices"), (result.registerEntries, "register entries"),
                (result.feedback, "entries of feedback"), (result.dossierEntries, "entries of dossiers"),
                (result.guests, "guests of events"),
                (result.shortlisted, "places on shortlists"), (result.notes, "notes"), (result.refusals, "refusals"),
            ]
            let remaining = result.remaining.map {
                "  still named in \(TextLayout.grouped($0.rows)) rows of \($0.place)"
            }
            let list = parts.map { "  \(TextLayout.grouped($0.0)) \($0.1)" } + remaining
            if let token = result.token {
                return ["\(result.supplier) would go from:"] + list + [
                    "Nothing is changed yet. To have it done, the same again with: --token \(token)"
                ]
            }
            return ["\(result.supplier) is gone from:"] + list + [
                "Gone from the database file and its log too. Backups made before still hold the person."
            ]
        }
    }
}
