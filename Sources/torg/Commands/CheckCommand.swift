import API
import ArgumentParser

/// `torg check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Examine the whole store, and tell one digest over its contents.",
        discussion: "A backup that was restored is whole when the digest is the one that “torg backup” told.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let result = try await Session(options: connection).run(StoreCheck.self, NoParameters(), timeout: nil) {
            ($0.problems.isEmpty ? ["The store is sound."] : ["The store is damaged:"] + $0.problems.map { "  \($0)" })
                + ["contents: \($0.digest)", "generation \($0.generation), \($0.seconds) s"]
        }
        if !result.problems.isEmpty { throw ExitCode(1) }
    }
}
