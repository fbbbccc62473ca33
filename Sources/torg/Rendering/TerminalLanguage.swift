import API
import ArgumentParser
import Foundation
import Procurement

extension TextLanguage: ExpressibleByArgument {
    /// The words in this language.
    func pick(_ sv: String, _ en: String) -> String { self == .sv ? sv : en }

    /// Swedish where the locale of the terminal is, else English.
    static var ofTerminal: TextLanguage {
        let environment = ProcessInfo.processInfo.environment
        let locale = [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].lazy
            .compactMap { $0 }.first { !$0.isEmpty }
        return locale?.hasPrefix("sv") == true ? .sv : .en
    }
}
