import API
import ArgumentParser

/// `torg publish`
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish a copy of the store for followers now, without waiting for the interval.",
        discussion: "Into the folder that store.publish of torg.yaml names; see /usr/share/doc/torg/standby.md.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(StorePublish.self, NoParameters(), timeout: nil) {
            [
                "\($0.path): \($0.manifest.bytes >> 10) KiB, generation \($0.manifest.generation), checked, in \($0.seconds) s.",
                "contents: \($0.manifest.digest)",
            ]
        }
    }
}
