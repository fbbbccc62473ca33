import API
import Procurement
import Sheets

/// Is the clock kept right by somebody?
struct ClockCheck: Speaking {
    let language: TextLanguage

    /// - Parameter shown: the time that it shows.
    func finding(shown: String) async -> Finding {
        let isKept = await SystemQuestion.answer(
            "/usr/bin/timedatectl", ["show", "--property=NTPSynchronized", "--value"])
        switch isKept {
        case "yes": return .good("clock", pick(sv: "\(shown), hålls rätt", en: "\(shown), kept right"))
        case "no":
            return .notice(
                "clock",
                pick(sv: "\(shown), och ingen håller den rätt", en: "\(shown), and nobody keeps it right"),
                pick(
                    sv: "Låt den hållas rätt: timedatectl set-ntp true",
                    en: "Have it kept right: timedatectl set-ntp true"))
        default: return .good("clock", shown)
        }
    }
}
