/// The languages that Torg speaks to people.
package enum TextLanguage: String, Sendable, Hashable, Codable, CaseIterable {
    /// Swedish.
    case sv
    /// English.
    case en

    /// Swedish where the locale of a program's environment is, else English.
    package init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.hasPrefix("sv") == true ? .sv : .en
    }

    /// The words in this language.
    package func pick(sv: String, en: String) -> String { self == .sv ? sv : en }
}
