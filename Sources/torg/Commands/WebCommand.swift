import ArgumentParser
import Foundation
import Glibc
import Procurement

struct WebCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "web", abstract: "Show Torg in a web browser, for oneself.",
        discussion: """
            Prints the address to open as its first line; the token in it is good once. It listens on this machine alone, and ends \
            with Ctrl-C. One is who one is on the command line: the Unix user, with that user's role. The pages are a program of \
            their own, torg-web(1).
            """)

    @Option(help: ArgumentHelp("Where to listen. Default: 127.0.0.1 and any free port.", valueName: "host:port"))
    var listen: String?

    @Flag(help: "Only print the address; open no browser.")
    var noBrowser = false

    @OptionGroup var connection: ConnectionOptions

    /// Becomes torg-web: the terminal, its signals and its end are that program's own.
    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        var arguments = ["torg-web", "--socket", connection.path]
        if let listen { arguments += ["--listen", listen] }
        let hasDesktop = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
        if !noBrowser, hasDesktop { arguments.append("--open") }
        let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "torg-web").path
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
}
