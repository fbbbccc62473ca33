import API
import ArgumentParser

/// `torg categories`
struct CategoriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "categories", abstract: "List the configured categories.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(CategoriesList.self, NoParameters()) { result in
            guard !result.categories.isEmpty else {
                return ["No category is configured: see matching.categories in torg.yaml."]
            }
            var table = Table([.init(title: "Id"), .init(title: "Category"), .init(title: "CPV", isFlexible: true)])
            for line in result.categories { table.add([line.id, line.name, line.cpv.joined(separator: " ")]) }
            return table.lines(for: session.terminal)
        }
        if result.categories.isEmpty { throw ExitCode(1) }
    }
}

/// `torg challenges`
struct ChallengesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "challenges", abstract: "List the configured challenges.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(ChallengesList.self, NoParameters()) { result in
            guard !result.challenges.isEmpty else {
                return ["No challenge is configured: see matching.challenges in torg.yaml."]
            }
            var table = Table([.init(title: "Id"), .init(title: "Challenge", isFlexible: true), .init(title: "Goals")])
            for line in result.challenges { table.add([line.id, line.name, line.goals.joined(separator: " ")]) }
            return table.lines(for: session.terminal)
        }
        if result.challenges.isEmpty { throw ExitCode(1) }
    }
}
