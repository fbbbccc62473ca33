import ArgumentParser
import Daemon
import Foundation

/// The daemon, in the foreground; and a look at its configuration without starting it.
@main
struct Torgd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torgd",
        abstract: "Keeps notices and suppliers, and answers who should be invited, and why.",
        discussion: """
            Exit codes: 0 stopped when told to, 69 store or socket unavailable, 75 another holds the socket or the \
            store, 78 configuration.

            Signals:
              SIGHUP: Reads the configuration anew; with a mistake in it the old one stays.
              SIGTERM, SIGINT: Answers what has been asked, and ends.

            Environment:
              TORG_CONFIG: The configuration file, where --config doesn't name it.
              TORG_…: Every key of torg.yaml: rpc.socket is TORG_RPC_SOCKET. The environment wins over the file.
              TORG_SOCKET: The socket, where rpc.socket is set nowhere.
              CONFIGURATION_DIRECTORY, STATE_DIRECTORY, RUNTIME_DIRECTORY: The folders that systemd made: of \
            torg.yaml, of the store, of the socket.
              NOTIFY_SOCKET, WATCHDOG_USEC, LISTEN_FDS: How systemd supervises the daemon and hands it its socket.

            Files:
              /etc/torg/torg.yaml: The configuration. No file is needed.
              /etc/torg/categories.yaml, challenges.yaml, weights.yaml, words.yaml, feeds/: What the matcher works \
            with; their comments explain them.
              /var/lib/torg/torg.sqlite: The store, with -wal and -shm beside it while the daemon runs.
              /run/torg/torg.sock: The socket.
              /usr/share/doc/torg/operating.md: How to keep it running.

            See also: torg(1), torg-feed(1), torg.yaml(5), systemd.service(5).
            """,
        version: TorgVersion.current,
        subcommands: [RunCommand.self, CheckConfigCommand.self, PromoteCommand.self], defaultSubcommand: RunCommand.self
    )
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

/// `torgd promote`
struct PromoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote",
        abstract: "Make the latest copy that a follower has the store of a leader, and say what is lost.",
        discussion: """
            For when the leader is gone and stays so. The follower's daemon must be stopped. Afterwards take store.follow out \
            of torg.yaml and start it: see /usr/share/doc/torg/standby.md.

            Exit codes: 0 promoted, 69 there is no copy, or a store already, 75 the daemon runs, 78 configuration.
            """)

    @OptionGroup var options: ConfigurationOption

    func run() async throws {
        try await options.withDaemon { daemon in
            for line in try daemon.promote() { print(line) }
        }
    }
}
