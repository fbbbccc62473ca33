import API
import ArgumentParser
import Foundation
import Procurement

extension TextLanguage: ExpressibleByArgument {
    /// That of the terminal's locale.
    static var ofTerminal: TextLanguage { TextLanguage(environment: ProcessInfo.processInfo.environment) }
}
