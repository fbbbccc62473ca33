import API
import Procurement

/// How a source of torg-fetch is, in one line for people.
package struct SourceText {
    private let language: TextLanguage

    package init(language: TextLanguage) { self.language = language }

    /// `late, data through 2026-11-27, last success 2026-11-28T01:40:55Z, 2 waiting`
    package func line(_ source: SourceStand) -> String {
        var parts = [language.state(source.state)]
        if let day = source.dataThrough { parts.append(say(sv: "data till och med \(day)", en: "data through \(day)")) }
        if let time = source.lastSuccess { parts.append(say(sv: "senast lyckad \(time)", en: "last success \(time)")) }
        if source.waiting > 0 { parts.append(say(sv: "\(source.waiting) väntar", en: "\(source.waiting) waiting")) }
        if let error = source.error { parts.append("\(error.what): \(error.text.text(in: language)) [\(error.kind)]") }
        return parts.joined(separator: ", ")
    }

    private func say(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }
}
