import Fetch
import Foundation
import Procurement

/// Shows what a run does: a line for each file and failure, and, where a person looks at it, one that tells how far a
/// transfer has come.
final class Reporter: FetchReporter {
    private let language: TextLanguage
    private let showsProgress = isatty(STDERR_FILENO) == 1
    private var what = ""
    private var start = (time: ContinuousClock.now, bytes: 0)
    private var shown = ContinuousClock.now

    init(language: TextLanguage) { self.language = language }

    func progress(_ source: String, _ what: String, received: Int, total: Int?) {
        guard showsProgress else { return }
        let now = ContinuousClock.now
        if what != self.what {
            self.what = what
            start = (now, received)
        } else if now - shown < .milliseconds(200) {
            return
        }
        shown = now
        var text = "\(source) \(what): \(ByteCount.text(received))"
        if let total {
            text += language(sv: " av ", en: " of ") + ByteCount.text(total)
            let seconds = Double((now - start.time).components.seconds) + 0.2
            let speed = Double(received - start.bytes) / seconds
            if speed > 0, seconds > 1 {
                text += ", \(Self.time(Int(Double(total - received) / speed)))" + language(sv: " kvar", en: " left")
            }
        }
        Output.write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    }

    func delivered(_ source: String, _ file: String, bytes: Int) {
        clear()
        Output.line("\(file)  \(ByteCount.text(bytes))")
    }

    func wouldFetch(_ source: String, _ what: String) {
        Output.line("\(source): " + language(sv: "skulle hämta \(what)", en: "would fetch \(what)"))
    }

    func failed(_ source: String, _ what: String, _ failure: FetchFailure) {
        clear()
        guard failure != .interrupted else { return }
        let place = what == source ? source : "\(source) \(what)"
        Output.error(["\(place): \(language(failure.words)) [\(failure.kind)]", "  \(language(failure.remedy))"])
    }

    private func clear() { if showsProgress { Output.write("\r\u{1B}[K", to: STDERR_FILENO) } }

    /// `3 s`, `12 min`, `2 h 5 min`.
    static func time(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(max(0, seconds)) s"
        case ..<3600: "\((seconds + 30) / 60) min"
        default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        }
    }
}
