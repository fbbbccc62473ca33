import ArgumentParser
import Daemon
import Foundation

/// The daemon, in the foreground; and a look at its configuration without starting it.
@main
struct Torgd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torgd",
        abstract: "Keeps notices and suppliers, and answers who should be invited, and why.",
        discussion:
            "Exit codes: 0 stopped when told to, 69 store or socket unavailable, 75 another holds the socket or the store, 78 configuration.",
        version: TorgVersion.current,
        subcommands: [RunCommand.self, CheckConfigCommand.self], defaultSubcommand: RunCommand.self)
}

/// Which configuration.
struct ConfigurationOption: ParsableArguments {
    @Option(help: ArgumentHelp("Configuration file, YAML.", valueName: "file"), completion: .file(extensions: ["yaml"]))
    var config: String?

    /// Does something with the daemon that the file describes, and ends with the right code where that fails.
    func withDaemon(_ body: (TorgDaemon) async throws -> Void) async throws {
        do {
            try await body(TorgDaemon(configurationFile: config))
        } catch {
            let told = DaemonExit(error)
            FileHandle.standardError.write(Data("torgd: \(told.message)\n".utf8))
            throw ExitCode(told.code)
        }
    }
}

/// `torgd`, `torgd run`
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Serve until SIGTERM or SIGINT; SIGHUP reads the configuration anew. The default.",
        discussion: "Without a configuration it starts on an empty store: see config/torg.yaml for every key.")

    @OptionGroup var options: ConfigurationOption

    func run() async throws {
        Allocation.shareArenas()
        var code: Int32 = 0
        do {
            try await options.withDaemon { try await $0.run() }
        } catch let error as ExitCode {
            code = error.rawValue
        }
        // All is written and closed. What still computes is ended with the process, and not by taking away from under it
        // what `exit` takes down first.
        fflush(nil)
        _exit(code)
    }
}

/// `torgd check-config`
struct CheckConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Tell everything that is wrong in the configuration, with file, line and key; start nothing.",
        discussion: "Exit codes: 0 it can be used, 78 it can't.")

    @OptionGroup var options: ConfigurationOption

    func run() async throws {
        try await options.withDaemon { daemon in
            for line in try daemon.summary() { print(line) }
        }
    }
}
