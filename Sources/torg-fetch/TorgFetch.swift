import ArgumentParser
import Fetch
import Glibc

/// Fetches what Torg reads, from where it is published, into the drop folder.
@main
struct TorgFetch: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "torg-fetch",
        abstract: "Fetch notices, statistics and registers into the drop folder.",
        discussion: """
            What is fetched is in sources.yaml. Whatever isn't the data, or not all of it, is an error that says what to do.
            Exit codes: 0 done, 1 done but some source failed or is late, 64 usage, 69 no server could be reached, \
            74 a disk failed, 75 try again (another run is at work, or this one was interrupted), 78 configuration.

            Environment:
              CONFIGURATION_DIRECTORY, STATE_DIRECTORY, CREDENTIALS_DIRECTORY: The folders that systemd made: of \
            sources.yaml, of what has come, of secrets (LoadCredential=).
              https_proxy, no_proxy: A proxy, as libcurl reads them.
              LC_ALL, LC_MESSAGES, LANG: The language: Swedish where one begins with sv.

            Files:
              /etc/torg/sources.yaml: What is fetched; its comments explain every key.
              /var/spool/torg/: The drop folder, where whole files are put.
              /var/lib/torg-fetch/status.json: How each source is, for other programs.
              /usr/share/doc/torg/sources.md: Where the data come from, their licences, and what each error means.

            See also: torg-collect(1), torg-feed(1), systemd.exec(5).
            """,
        version: version,
        subcommands: [RunCommand.self, StatusCommand.self, PlanCommand.self])
}
