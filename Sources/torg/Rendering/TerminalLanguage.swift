import API
import ArgumentParser
import Foundation
import Procurement

extension TextLanguage: ExpressibleByArgument {
    /// The words in this language.
    func pick(sv: String, en: String) -> String { self == .sv ? sv : en }

    /// Swedish where the locale of the terminal is, else English.
    static var ofTerminal: TextLanguage {
        let environment = ProcessInfo.processInfo.environment
        let locale = [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].lazy
            .compactMap { $0 }.first { !$0.isEmpty }
        return locale?.hasPrefix("sv") == true ? .sv : .en
    }
}

/// What speaks to people in one of the languages.
protocol Speaking {
    var language: TextLanguage { get }
}

extension Speaking {
    func pick(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }
}
