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

    @Option(help: ArgumentHelp("Write statistics of so many tenders instead, of a made country.", valueName: "rows"))
    var statistics: Int?

    @Option(help: ArgumentHelp("With --statistics: the file.", valueName: "file"))
    var to = "statistics.csv"

    @Option(help: ArgumentHelp("With --statistics: the last of the four years that are told.", valueName: "year"))
    var year = 2024

    @Flag(help: "With --statistics: tell those who got no contract too.")
    var losers = false

    func run() throws {
        if let statistics {
            let tenders = StatisticsMaker.country(
                seed: seed, rows: statistics, years: year - 3...year, losers: losers)
            let made = StatisticsWriter.file(tenders, losers: losers)
            try Data(made.bytes).write(to: URL(filePath: to))
            print(made.expectation.json, terminator: "")
            return
        }
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
