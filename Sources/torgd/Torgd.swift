import ArgumentParser
import Daemon
import Foundation

/// The daemon, in the foreground.
@main
struct Torgd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torgd",
        abstract: "Keeps notices and suppliers, and answers who should be invited, and why.",
        discussion: """
            Runs in the foreground until SIGTERM or SIGINT. SIGHUP reads the configuration anew.
            Without a configuration it starts on an empty store: see config/torg.yaml for every key.
            """,
        version: TorgVersion.current)

    @Option(help: ArgumentHelp("Configuration file, YAML.", valueName: "file"))
    var config: String?

    mutating func run() async throws {
        do {
            try await TorgDaemon(configurationFile: config).run()
        } catch {
            let told = DaemonExit(error)
            FileHandle.standardError.write(Data("torgd: \(told.message)\n".utf8))
            throw ExitCode(told.code)
        }
    }
}
