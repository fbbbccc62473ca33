import API
import Procurement
import Sheets

/// Are the timers on that bring in, back up and look over, and how did their last runs end? Only asked where systemd
/// runs the machine.
struct TimerCheck: Speaking {
    let language: TextLanguage

    private static let units = ["torg-import.timer", "torg-import.path", "torg-backup.timer", "torg-doctor.timer"]
    // Not torg-doctor.service: it may be what is running this.
    private static let services = ["torg-fetch.service", "torg-import.service", "torg-backup.service"]

    func findings() async -> [Finding] {
        guard SystemQuestion.hasSystemd else {
            return [
                .notice(
                    "timers",
                    pick(
                        sv:
                            "maskinen körs inte av systemd, så vem som läser in och säkerhetskopierar är din sak att ordna",
                        en: "this machine isn't run by systemd, so who imports and backs up is yours to see to"))
            ]
        }
        var findings: [Finding] = []
        for name in Self.units { findings.append(unit(name, await show(name, "ActiveState"))) }
        for name in Self.services { findings += lastRun(name, await show(name, "Result")) }
        return findings
    }

    private func unit(_ name: String, _ state: String?) -> Finding {
        switch state {
        case "active": .good(name, pick(sv: "på", en: "on"))
        case nil: .notice(name, pick(sv: "systemctl kan inte frågas", en: "systemctl can't be asked"))
        case let state?:
            .bad(
                name, state,
                pick(sv: "Slå på den: systemctl enable --now \(name)", en: "Turn it on: systemctl enable --now \(name)")
            )
        }
    }

    private func lastRun(_ name: String, _ result: String?) -> [Finding] {
        guard let result, result != "success" else { return [] }
        return [
            .bad(
                name,
                pick(sv: "slutade illa den senaste gången (\(result))", en: "ended badly the last time (\(result))"),
                pick(
                    sv: "Se varför: journalctl -u \(name) -n 50; kör om: systemctl start \(name)",
                    en: "See why: journalctl -u \(name) -n 50; run it again: systemctl start \(name)"))
        ]
    }

    private func show(_ name: String, _ property: String) async -> String? {
        await SystemQuestion.answer("/usr/bin/systemctl", ["show", "--property=\(property)", "--value", name])
    }
}
