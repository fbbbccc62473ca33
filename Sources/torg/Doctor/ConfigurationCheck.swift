import API
import Foundation
import Procurement
import Sheets
import Subprocess
import SystemPackage

/// Can the configuration be used? Asked of `torgd check-config`, the same check that a start and a reload make.
struct ConfigurationCheck: Speaking {
    let language: TextLanguage

    /// - Returns: `nil` where there is no torgd to ask, as on a machine that has the client alone.
    func finding() async -> Finding? {
        guard let program = Self.daemon else { return nil }
        let run = try? await Subprocess.run(
            .path(FilePath(program)), arguments: ["check-config"], output: .string(limit: 1 << 16),
            error: .string(limit: 1 << 16))
        guard let run, case .exited(let code) = run.terminationStatus else { return nil }
        func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
        let said = lines(run.standardOutput)
        if code == 0 {
            let warnings = said.filter { $0.hasPrefix("warning: ") }
            let file = said.first { $0.hasPrefix("configuration: ") }?.dropFirst("configuration: ".count)
            return warnings.isEmpty
                ? .good("configuration", file.map(String.init) ?? "")
                : .notice("configuration", warnings.joined(separator: "; "))
        }
        return .bad(
            "configuration", pick(sv: "konfigurationen är fel", en: "the configuration is wrong"),
            pick(
                sv: "Rätta den, pröva med torgd check-config, och: systemctl restart torgd",
                en: "Mend it, try it with torgd check-config, and: systemctl restart torgd"),
            // The first line says what the finding says already.
            lines: Array(lines(run.standardError).dropFirst()))
    }

    /// Beside this program, as it is installed.
    private static var daemon: String? {
        guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let program = (own as NSString).deletingLastPathComponent + "/torgd"
        return FileManager.default.isExecutableFile(atPath: program) ? program : nil
    }
}
