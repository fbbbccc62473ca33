import API
import Procurement

/// Does what torg-fetch brings come, and on time?
package struct SourcesCheck {
    private let language: TextLanguage

    package init(language: TextLanguage) { self.language = language }

    /// One finding a source.
    ///
    /// - Parameter fetching: `nil` where nothing is fetched on this machine.
    package func findings(_ fetching: FetchingStand?) -> [Finding] {
        guard let fetching else { return [] }
        if let detail = fetching.detail {
            return [
                .bad(
                    "sources",
                    say(
                        sv: "\(fetching.path) kan inte läsas: \(detail)",
                        en: "\(fetching.path) can't be read: \(detail)"),
                    say(
                        sv: "Låt nästa körning skriva den på nytt: systemctl start torg-fetch",
                        en: "Let the next run write it anew: systemctl start torg-fetch"))
            ]
        }
        return fetching.sources.map { finding($0, at: fetching.at) }
    }

    private func finding(_ source: SourceStand, at written: Moment?) -> Finding {
        let subject = "source \(source.name)"
        let text = SourceText(language: language).line(source)
        let look = say(sv: "Se efter: torg-fetch status", en: "Look with: torg-fetch status")
        switch source.state {
        case .good: return .good(subject, text)
        case .new:
            return .notice(
                subject, text,
                say(sv: "Hämta den: systemctl start torg-fetch", en: "Fetch it: systemctl start torg-fetch"))
        case .failing: return .notice(subject, text, source.error?.remedy.text(in: language) ?? look)
        case .late:
            return .bad(
                subject, text,
                source.error?.remedy.text(in: language)
                    ?? look
                    + (written.map {
                        say(
                            sv:
                                " (torg-fetch körde senast \($0); är timern på? systemctl enable --now torg-fetch.timer)",
                            en: " (torg-fetch last ran \($0); is its timer on? systemctl enable --now torg-fetch.timer)"
                        )
                    } ?? ""))
        }
    }

    private func say(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }
}
