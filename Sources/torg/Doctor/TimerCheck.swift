import Foundation
import Subprocess
import SystemPackage

/// Are the timers on that bring in and back up? Only asked where systemd runs the machine.
enum TimerCheck {
    private static let units = ["torg-import.timer", "torg-backup.timer"]

    static func findings() async -> [Finding] {
        guard FileManager.default.fileExists(atPath: "/run/systemd/system") else {
            return [
                .notice("timers", "this machine isn't run by systemd, so who imports and backs up is yours to see to")
            ]
        }
        var findings: [Finding] = []
        for unit in units { findings.append(finding(unit, await state(unit))) }
        return findings
    }

    private static func finding(_ unit: String, _ state: String?) -> Finding {
        switch state {
        case "active": .good(unit, "on")
        case nil: .notice(unit, "systemctl can't be asked")
        case let state?: .bad(unit, state, "Turn it on: systemctl enable --now \(unit)")
        }
    }

    /// `ActiveState` of a unit; `nil` where systemctl can't tell.
    private static func state(_ unit: String) async -> String? {
        let run = try? await Subprocess.run(
            .path("/usr/bin/systemctl"), arguments: ["show", "--property=ActiveState", "--value", unit],
            output: .string(limit: 4096), error: .discarded)
        guard let run, case .exited(0) = run.terminationStatus else { return nil }
        let text = run.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }
}
