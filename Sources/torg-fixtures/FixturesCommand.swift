import ArgumentParser
import Foundation

/// Writes `Fixtures/`: the procurements of a municipality that doesn't exist. The same seed gives the same bytes.
@main
struct FixturesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torg-fixtures",
        abstract: "Write the fixtures: notices in three dialects, a supplier register, and bad files.")

    @Option(help: "Where to write.")
    var folder = "Fixtures"

    @Option(help: "Where chance begins. The fixtures in the repository have 2025.")
    var seed: UInt64 = 2025

    @Flag(help: "Write nothing; compare with what is there, and fail when a byte differs.")
    var check = false

    func run() throws {
        let tree = FixtureMaker.tree(seed: seed)
        let url = URL(filePath: folder, directoryHint: .isDirectory)
        guard check else {
            try tree.write(to: url)
            print("\(tree.paths.count) files written to \(folder)")
            return
        }
        let differences = try tree.differences(from: url)
        if differences.isEmpty {
            print("\(folder) is what the generator makes: \(tree.paths.count) files")
            return
        }
        print(differences.joined(separator: "\n"))
        print("Write them anew with: swift run torg-fixtures, and look at the difference before committing it.")
        throw ExitCode(1)
    }
}
