import API
import ArgumentParser

/// `torg codes …`
struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Take in code lists.", subcommands: [CodesImportCommand.self])
}

struct CodesImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in what the CPV calls its codes, so that matches can use the words.",
        discussion:
            "The official genericode (cpv.gc of the EU's Publications Office), or a CSV file with the columns code, label_en and label_sv; one of the labels is enough. The daemon reads it itself, so its user must be able to."
    )

    @Argument(help: "The file.", completion: .file())
    var path: String

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let result = try await Session(options: connection).run(
            CodesImport.self, .init(path: try AbsolutePath.of(path)), timeout: nil
        ) { result in
            var lines = [
                "\(TextLayout.grouped(result.seen)) codes: \(TextLayout.grouped(result.stored)) stored, "
                    + "\(TextLayout.grouped(result.unchanged)) unchanged, \(TextLayout.grouped(result.refused)) refused."
            ]
            if result.refused > 0 { lines.append("See why with: torg refusals") }
            return lines
        }
        if result.refused > 0 { throw ExitCode(1) }
    }
}
