import API
import ArgumentParser
import Foundation
import JSON
import JSONRPC
import Sheets
import Transport

/// `torg doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Look Torg over: configuration, socket, group, versions, store, disk, index, imports, clock, metrics, sources, drop folder, timers; and say what to do.",
        discussion: "Exit codes: 0 all is well, 1 something is wrong, 69 the daemon can't be reached.")

    @Option(
        help: ArgumentHelp("How many days without anything new are too many.", valueName: "days"))
    var quietDays = StatusCheck.standardQuietDays

    @Option(help: ArgumentHelp("The drop folder.", valueName: "folder"), completion: .directory)
    var dropFolder = "/var/spool/torg"

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        if quietDays < 1 { throw ValidationError("--quiet-days must be 1 or more") }
    }

    func run() async throws {
        var findings = [await ConfigurationCheck(language: speech.language).finding()].compactMap { $0 }
        findings += SocketCheck(language: speech.language).findings(connection.path)
        var isReachable = true
        var isFollower = false
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let start = ContinuousClock.now
            let came = try await client.call(ServerStatus.name, parameters: [:], timeout: .seconds(30))
            let wait = Int((ContinuousClock.now - start) / .milliseconds(1))
            findings += await answered(came, in: wait)
            isFollower = came.object?["following"] != nil
        } catch {
            isReachable = false
            findings.append(
                .bad(
                    "daemon", speech(sv: "den svarar inte: \(error)", en: "it doesn't answer: \(error)"),
                    speech(
                        sv: "Se efter: systemctl status torgd; journalctl -u torgd -n 50",
                        en: "Look with: systemctl status torgd; journalctl -u torgd -n 50")))
        }
        if let left = DropFolderCheck(language: speech.language).finding(dropFolder) { findings.append(left) }
        // What a follower has comes from its leader, which imports and backs up.
        if !isFollower { findings += await TimerCheck(language: speech.language).findings() }
        if connection.json {
            Output.json((["findings": .array(findings.map(\.json))] as JSONValue).bytes)
        } else {
            Output.lines(lines(findings, on: .standardOutput()))
        }
        if !isReachable { throw ExitCode(69) }
        if findings.contains(where: { $0.state == .bad }) { throw ExitCode(1) }
    }

    private func answered(_ came: JSONValue, in milliseconds: Int) async -> [Finding] {
        do {
            let status = try ValueDecoder.decode(ServerStatus.Result.self, from: came, unknown: .ignored)
            return [
                .good(
                    "daemon",
                    speech(
                        sv: "torgd \(status.version) svarar på \(milliseconds) ms",
                        en: "torgd \(status.version) answers in \(milliseconds) ms"))
            ] + (await looked(status))
        } catch {
            return [
                .bad(
                    "version",
                    speech(
                        sv: "demonen svarar så som klienten (\(Torg.version)) inte förstår: \(error)",
                        en:
                            "the daemon answers in a way that this client (\(Torg.version)) doesn't understand: \(error)"
                    ),
                    speech(
                        sv: "Efter en uppgradering måste demonen startas om: systemctl restart torgd",
                        en: "After an upgrade the daemon has to be started anew: systemctl restart torgd"))
            ]
        }
    }

    private func looked(_ status: ServerStatus.Result) async -> [Finding] {
        let now = Date()
        let shown = Moment(secondsSinceEpoch: Int(now.timeIntervalSince1970))
        let clock = await ClockCheck(language: speech.language).finding(shown: shown.text)
        return StatusCheck(language: speech.language, version: Torg.version, quietDays: quietDays, now: now)
            .findings(status, clock: clock)
    }

    private func lines(_ findings: [Finding], on terminal: Terminal) -> [String] {
        findings.flatMap { finding in
            let mark =
                switch finding.state {
                case .good: "ok   "
                case .notice: speech(sv: "obs  ", en: "note ")
                case .bad: terminal.bold(speech(sv: "FEL  ", en: "BAD  "))
                }
            return ["\(mark) \(finding.subject): \(finding.text)"] + (finding.lines ?? []).map { "      \($0)" }
                + (finding.remedy.map { ["      → \($0)"] } ?? [])
        }
    }
}
