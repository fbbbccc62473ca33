import API
import Procurement

/// How a source of torg-fetch is, in one line for people.
struct SourceText {
    let language: TextLanguage

    /// `late, data through 2026-11-27, last success 2026-11-28T01:40:55Z, 2 waiting`
    func line(_ source: SourceStand) -> String {
        var parts = [word(source.state)]
        if let day = source.dataThrough { parts.append(say("data till och med \(day)", "data through \(day)")) }
        if let time = source.lastSuccess { parts.append(say("senast lyckad \(time)", "last success \(time)")) }
        if source.waiting > 0 { parts.append(say("\(source.waiting) väntar", "\(source.waiting) waiting")) }
        if let error = source.error { parts.append("\(error.what): \(error.text.text(in: language)) [\(error.kind)]") }
        return parts.joined(separator: ", ")
    }

    private func word(_ state: SourceStand.State) -> String {
        switch state {
        case .good: say("i ordning", "good")
        case .new: say("aldrig hämtad", "never fetched")
        case .failing: say("misslyckades senast", "failed last time")
        case .late: say("försenad", "late")
        }
    }

    private func say(_ sv: String, _ en: String) -> String { language.pick(sv, en) }
}
