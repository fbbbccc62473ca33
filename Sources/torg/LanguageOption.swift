import API
import ArgumentParser
import Procurement

/// The language that a command speaks.
struct LanguageOption: ParsableArguments {
    @Option(
        name: [.customLong("language"), .customLong("lang")],
        help: ArgumentHelp("sv or en. Default: that of the terminal.", valueName: "language"))
    var language: TextLanguage = .ofTerminal

    func callAsFunction(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }
}
