import API
import ArgumentParser
import Procurement
import Sheets
import StrictYAML

/// `torg categories retire`, `torg challenges retire`
struct RetireCommand<Calls: DefinitionCalls>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retire", abstract: "Put one out of use. Its history stays, and “restore” brings it back.")
    }

    @Argument(help: "The id.")
    var id: String

    @Option(help: ArgumentHelp("Why; it stands in the history.", valueName: "words"))
    var reason: String

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let known = try await Calls.known(id, session, speech)
        try await Calls.save(
            DefinitionSaving(wire: known.wire, basedOn: known.version, isRetired: true, reason: reason), session,
            speech.language)
    }
}

/// `torg categories restore`, `torg challenges restore`
struct RestoreCommand<Calls: DefinitionCalls>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "restore", abstract: "Bring one back that was put out of use, as it was.")
    }

    @Argument(help: "The id.")
    var id: String

    @Option(help: ArgumentHelp("Why; it stands in the history.", valueName: "words"))
    var reason: String

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let known = try await Calls.known(id, session, speech)
        try await Calls.save(
            DefinitionSaving(wire: known.wire, basedOn: known.version, reason: reason), session, speech.language)
    }
}

/// `torg categories import`, `torg challenges import`
struct DefinitionImportCommand<Calls: DefinitionCalls>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: "Take a YAML file of them in: what differs becomes a new version, all of it or none.")
    }

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Why; it stands in the history.", valueName: "words"))
    var reason: String

    @Flag(help: "Put those out of use that the file doesn't have.")
    var retireOthers = false

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Calls.take(
            file: file, retireOthers: retireOthers, reason: reason, Session(options: connection), speech)
    }
}

/// `torg categories export`, `torg challenges export`
struct DefinitionExportCommand<Calls: DefinitionCalls>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: "Write those in use as a YAML file, to standard output where none is named.")
    }

    @Argument(help: "The file; one that is there is written over.", completion: .file())
    var file: String?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let text = try await Calls.file(Session(options: connection))
        guard let file else { return Output.bytes(Array(text.utf8)) }
        do {
            try WholeFile.write(Array(text.utf8), to: file)
        } catch {
            throw Session.tell(error, socket: connection.path, language: speech.language)
        }
        Output.lines([speech(sv: "Skrev \(file).", en: "Wrote \(file).")])
    }
}

/// Files of definitions.
enum DefinitionFile {
    /// - Throws: `ExitCode`, after every mistake has been told with its line.
    static func read<D>(_ path: String, _ read: (YAMLNode, ConfigurationIssues) -> [D]) throws -> [D] {
        do {
            let root = try YAMLFile.read(path)
            let issues = ConfigurationIssues()
            let definitions = read(root, issues)
            try issues.check()
            return definitions
        } catch {
            Output.error("\(error)".split(separator: "\n").map(String.init))
            throw ExitCode(65)
        }
    }
}
