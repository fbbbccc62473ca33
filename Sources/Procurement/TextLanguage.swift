/// The languages that Torg speaks to people.
package enum TextLanguage: String, Sendable, Hashable, Codable, CaseIterable {
    /// Swedish.
    case sv
    /// English.
    case en
}
