import API
import ArgumentParser

/// The need that a command is about: one of three kinds.
struct NeedArguments: ParsableArguments {
    @Option(help: ArgumentHelp("A configured category; see “torg categories”.", valueName: "id"))
    var category: String?

    @Option(help: ArgumentHelp("A configured challenge; see “torg challenges”.", valueName: "id"))
    var challenge: String?

    @Option(help: ArgumentHelp("A stored notice; see “torg notices find”.", valueName: "id"))
    var notice: String?

    func validate() throws {
        if [category, challenge, notice].count(where: { $0 != nil }) != 1 {
            throw ValidationError("Give one of --category, --challenge and --notice.")
        }
    }

    var query: NeedQuery {
        if let category { return .category(.configured(category)) }
        if let challenge { return .challenge(.configured(challenge)) }
        return .notice(.stored(id: notice ?? ""))
    }
}
