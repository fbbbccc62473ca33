import API
import ArgumentParser
import Procurement

/// The language that a command speaks.
struct LanguageOption: ParsableArguments {
    @Option(
        name: [.customLong("language"), .customLong("lang")],
        help: ArgumentHelp("sv or en. Default: that of the terminal.", valueName: "language"))
    var language: TextLanguage = .ofTerminal

    func callAsFunction(_ sv: String, _ en: String) -> String { language.pick(sv, en) }
}
