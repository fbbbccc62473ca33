import ArgumentParser
import Foundation
import Glibc
import Procurement

struct WebCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "web", abstract: "Show Torg in a web browser, for oneself.",
        discussion: """
            Prints the address to open as its first line; the token in it is good once. It listens on this machine alone, and ends \
            with Ctrl-C. One is who one is on the command line: the Unix user, with that user's role. The pages are a program of \
            their own, torg-web(1).

            With --demo a Torg of its own is started on the notices and suppliers of a municipality that doesn't exist, in a \
            folder under /tmp, and everything is removed when it ends. No data and no daemon of this machine are touched.
            """)

    @Option(help: ArgumentHelp("Where to listen. Default: 127.0.0.1 and any free port.", valueName: "host:port"))
    var listen: String?

    @Flag(help: "Only print the address; open no browser.")
    var noBrowser = false

    @Flag(help: "Show made-up data, in a Torg of its own that is gone afterwards.")
    var demo = false

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if demo, connection.socket != nil {
            throw ValidationError("--demo starts a daemon of its own; --socket names another.")
        }
    }

    /// Becomes torg-web: the terminal, its signals and its end are that program's own.
    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var rest: [String] = []
        if let listen { rest += ["--listen", listen] }
        let hasDesktop = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
        if !noBrowser, hasDesktop { rest.append("--open") }
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        if demo { return try await demonstrate(program, rest) }
        let arguments = ["torg-web", "--socket", connection.path] + rest
        let beside = program.deletingLastPathComponent().appending(path: "torg-web").path
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        if access(beside, X_OK) == 0 { execv(beside, &words) } else { execvp("torg-web", &words) }
        let reason = String(cString: strerror(errno))
        Output.error([
            TextLanguage.ofTerminal.pick(
                sv: "torg-web kan inte startas (\(reason)). Det finns i ett paket för sig: apt install torg-web",
                en: "torg-web can't be started (\(reason)). It is in a package of its own: apt install torg-web")
        ])
        throw ExitCode(69)
    }

    private func demonstrate(_ program: URL, _ arguments: [String]) async throws {
        let language = TextLanguage.ofTerminal
        guard let files = DemoFiles(of: program) else {
            Output.error([
                language.pick(
                    sv:
                        "Underlaget för --demo saknas. Det finns i paketet torg, i /usr/share/torg/demo, och i källkoden.",
                    en: "What --demo shows is missing. It is in the package torg and in the sources."
                )
            ])
            throw ExitCode(66)
        }
        Output.error([
            language.pick(
                sv: "Startar på påhittat underlag; allt tas bort när det avslutas (Ctrl-C).",
                en: "Starting on made-up data; everything is removed when it ends (Ctrl-C).")
        ])
        try await Demonstration(files: files, program: program, language: language).run(arguments)
    }
}
