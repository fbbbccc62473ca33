import API
import ArgumentParser
import Foundation
import Transport

/// `torg import PATH…`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in notices: XML files, archives of them, or folders.",
        discussion:
            "The daemon reads the files itself, so its user must be able to. Ends when all is committed and searchable."
    )

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let progress = ProgressLine(socket: connection.path)
        progress.start()
        defer { progress.stop() }
        let result = try await session.run(
            FeedImport.self, .init(paths: try paths.map(AbsolutePath.of)), timeout: nil
        ) { result in
            progress.stop()
            let counts = result.notices
            var lines = [
                "\(TextLayout.grouped(counts.seen)) notices in \(TextLayout.grouped(result.files)) files, \(Self.time(result.seconds)): "
                    + "\(TextLayout.grouped(counts.stored)) stored, \(TextLayout.grouped(counts.unchanged)) unchanged, "
                    + "\(TextLayout.grouped(counts.superseded)) superseded, \(TextLayout.grouped(counts.refused)) refused, "
                    + "\(TextLayout.grouped(counts.conflicting)) conflicting."
            ]
            if counts.foreign > 0 {
                lines.append(
                    "\(TextLayout.grouped(counts.foreign)) notices of buyers in other countries are not stored (import.countries)."
                )
            }
            if counts.refused > 0 { lines.append("See why with: torg refusals") }
            return lines
        }
        if result.notices.refused > 0 { throw ExitCode(1) }
    }

    private static func time(_ seconds: Double) -> String { "\((seconds * 10).rounded() / 10) s" }
}

/// Paths as the daemon needs them, whose working folder is another.
enum AbsolutePath {
    /// - Throws: `ValidationError` for none at all, which would be the folder that one is in: a variable that isn't set.
    static func of(_ path: String) throws -> String {
        if path.isEmpty { throw ValidationError("A path is empty: name a file or a folder.") }
        if path.hasPrefix("/") { return path }
        return URL(fileURLWithPath: path).standardizedFileURL.path
    }
}
