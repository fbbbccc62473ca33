import API
import ArgumentParser
import Foundation
import JSONRPC
import Transport

/// `torg doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look Torg over: socket, daemon, index, disk, imports, timers; and say what to do.",
        discussion: "Exit codes: 0 all is well, 1 something is wrong, 69 the daemon can't be reached.")

    @Option(
        help: ArgumentHelp("How many days without anything new are too many.", valueName: "days"))
    var quietDays = 4

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if quietDays < 1 { throw ValidationError("--quiet-days must be 1 or more") }
    }

    func run() async throws {
        var findings = [SocketCheck.finding(connection.path)]
        var isReachable = false
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let start = ContinuousClock.now
            let status = try await client.call(ServerStatus.self, NoParameters(), timeout: .seconds(30))
            isReachable = true
            findings.append(
                .good(
                    "daemon", "torgd \(status.version) answers in \(Self.milliseconds(ContinuousClock.now - start)) ms")
            )
            findings += StatusCheck(status, quietDays: quietDays, now: Date()).findings
        } catch {
            findings.append(
                .bad(
                    "daemon", "it doesn't answer: \(error)",
                    "Look with: systemctl status torgd; journalctl -u torgd -n 50"))
        }
        findings += await TimerCheck.findings()
        print(
            connection.json
                ? String(decoding: try TextEncoder.encode(Report(findings: findings)).bytes, as: UTF8.self)
                : Self.lines(findings, on: .standardOutput()).joined(separator: "\n"))
        if !isReachable { throw ExitCode(69) }
        if findings.contains(where: { $0.state == .bad }) { throw ExitCode(1) }
    }

    /// The form of `--json`.
    private struct Report: Encodable {
        let findings: [Finding]
    }

    private static func lines(_ findings: [Finding], on terminal: Terminal) -> [String] {
        findings.flatMap { finding in
            let mark =
                switch finding.state {
                case .good: "ok   "
                case .notice: "note "
                case .bad: terminal.bold("BAD  ")
                }
            return ["\(mark) \(finding.subject): \(finding.text)"] + (finding.remedy.map { ["      → \($0)"] } ?? [])
        }
    }

    private static func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }
}
