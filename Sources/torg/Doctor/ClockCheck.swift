import API
import Procurement

/// Is the clock kept right by somebody?
struct ClockCheck {
    let language: TextLanguage

    /// - Parameter shown: the time that it shows.
    func finding(shown: String) async -> Finding {
        let isKept = await SystemQuestion.answer(
            "/usr/bin/timedatectl", ["show", "--property=NTPSynchronized", "--value"])
        switch isKept {
        case "yes": return .good("clock", say("\(shown), hålls rätt", "\(shown), kept right"))
        case "no":
            return .notice(
                "clock",
                say("\(shown), och ingen håller den rätt", "\(shown), and nobody keeps it right"),
                say("Låt den hållas rätt: timedatectl set-ntp true", "Have it kept right: timedatectl set-ntp true"))
        default: return .good("clock", shown)
        }
    }

    private func say(_ sv: String, _ en: String) -> String { language.pick(sv, en) }
}
