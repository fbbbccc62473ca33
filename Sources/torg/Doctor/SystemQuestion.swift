import Foundation
import Subprocess
import SystemPackage

/// One question to a program of the system.
enum SystemQuestion {
    /// Whether systemd runs this machine.
    static var hasSystemd: Bool { FileManager.default.fileExists(atPath: "/run/systemd/system") }

    /// What the program prints, without its line feed; `nil` where it can't be asked or says nothing.
    static func answer(_ program: String, _ arguments: [String]) async -> String? {
        guard hasSystemd else { return nil }
        let run = try? await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), output: .string(limit: 4096), error: .discarded)
        guard let run, case .exited(0) = run.terminationStatus else { return nil }
        let text = run.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }
}
