import API
import ArgumentParser

/// `torg backup FILE`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the store to a file, checked, while imports go on.",
        discussion:
            "The daemon writes the copy itself, so its user must be able to. It is one file: to restore it, stop the daemon and put it in the place of store.path."
    )

    @Argument(help: "The file; nothing may be there yet.", completion: .file())
    var file: String

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(
            StoreBackup.self, .init(path: try AbsolutePath.of(file)), timeout: nil
        ) {
            [
                "\($0.path): \($0.bytes >> 10) KiB, generation \($0.generation), checked, in \($0.seconds) s.",
                "contents: \($0.digest)",
            ]
        }
    }
}
