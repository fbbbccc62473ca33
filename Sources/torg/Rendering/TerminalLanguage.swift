import API
import ArgumentParser
import Foundation
import Procurement

extension TextLanguage: ExpressibleByArgument {
    /// That of the terminal's locale.
    static var ofTerminal: TextLanguage { TextLanguage(environment: ProcessInfo.processInfo.environment) }
}

/// What speaks to people in one of the languages.
protocol Speaking {
    var language: TextLanguage { get }
}

extension Speaking {
    func pick(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }
}
