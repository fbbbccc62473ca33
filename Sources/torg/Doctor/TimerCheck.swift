import Foundation

/// Are the timers on that bring in and back up? Only asked where systemd runs the machine.
enum TimerCheck {
    private static let units = ["torg-import.timer", "torg-backup.timer"]

    static func findings() -> [Finding] {
        guard FileManager.default.fileExists(atPath: "/run/systemd/system") else {
            return [
                .notice("timers", "this machine isn't run by systemd, so who imports and backs up is yours to see to")
            ]
        }
        return units.map { unit in
            switch state(unit) {
            case "active": .good(unit, "on")
            case nil: .notice(unit, "systemctl can't be asked")
            case let state?: .bad(unit, state, "Turn it on: systemctl enable --now \(unit)")
            }
        }
    }

    /// `ActiveState` of a unit; `nil` where systemctl can't tell.
    private static func state(_ unit: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/systemctl")
        process.arguments = ["show", "--property=ActiveState", "--value", unit]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return process.terminationStatus == 0 && !text.isEmpty ? text : nil
    }
}
