import ArgumentParser
import Foundation

/// How every command reaches the daemon and shows its answer.
struct ConnectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The daemon's socket. Default: TORG_SOCKET, else torg.sock in RUNTIME_DIRECTORY, else /run/torg/torg.sock.",
            valueName: "path"))
    var socket: String?

    @Flag(help: "Print the result as it came, as JSON.")
    var json = false

    var path: String {
        let environment = ProcessInfo.processInfo.environment
        if let socket { return socket }
        if let named = environment["TORG_SOCKET"], !named.isEmpty { return named }
        if let folder = environment["RUNTIME_DIRECTORY"], !folder.isEmpty {
            return (folder.split(separator: ":").first.map(String.init) ?? folder) + "/torg.sock"
        }
        return "/run/torg/torg.sock"
    }

    /// Moves `--socket PATH` and `--json` from before the command to the end, where the command reads them.
    static func movedBehindCommand(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let first = rest.first {
            if first == "--json" || first.hasPrefix("--socket=") {
                moved.append(first)
                rest = rest.dropFirst()
            } else if first == "--socket", rest.count > 1 {
                moved += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        // After “--” everything is a value, so the options go before it.
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + moved + Array(rest[end...])
    }
}
