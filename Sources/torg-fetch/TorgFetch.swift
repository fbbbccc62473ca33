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
            """,
        version: version,
        subcommands: [RunCommand.self, StatusCommand.self, PlanCommand.self])
}
