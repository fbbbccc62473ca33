import API
import ArgumentParser
import Foundation
import JSON
import JSONRPC
import Procurement
import Sheets
import Subprocess
import SystemPackage
import Transport

/// `torg notify`: run by `torg-notify.service`.
struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Mail everybody's news through the machine's sendmail.",
        discussion: """
            For whoever the configuration names under roles.notifier. A mail waits in the store until the mailer has taken it, and \
            is handed over again where the machine stopped in between: then it has the same Message-ID. Exit codes: 0 done, \
            75 the mailer did not take some mails, which wait for the next run. A mail that it refuses for good, because there is no \
            such address, is told and let go; its news stay in “torg digest”.
            """)

    @Option(help: ArgumentHelp("The mailer.", valueName: "program"), completion: .file())
    var sendmail = "/usr/sbin/sendmail"

    @Flag(help: "Print the mails that wait in place of handing them over. They go on waiting.")
    var dryRun = false

    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        do {
            let client = try await RPCClient.connect(to: connection.path)
            var handed = 0
            while true {
                let waiting = try await prepared(client)
                if dryRun {
                    Output.document(
                        waiting.mails.map { DigestMessage($0, sender: waiting.sender).text }.joined(separator: "\n"))
                    return
                }
                let failed = try await handOver(waiting, client)
                handed += waiting.mails.count - failed
                if failed > 0 {
                    Output.error([
                        speech(
                            sv: "\(failed) mejl togs inte emot av \(sendmail); de väntar till nästa gång",
                            en: "\(sendmail) did not take \(failed) mails; they wait for the next run")
                    ])
                    throw ExitCode(75)
                }
                if waiting.mails.isEmpty { break }
            }
            Output.lines([
                speech(sv: "\(handed) mejl lämnade till \(sendmail).", en: "\(handed) mails handed to \(sendmail).")
            ])
        } catch let code as ExitCode {
            throw code
        } catch {
            throw Session.tell(error, socket: connection.path, language: speech.language)
        }
    }

    /// Cleaned, as all that is shown.
    private func prepared(_ client: RPCClient) async throws -> DigestsPrepare.Result {
        let came = try await client.call(DigestsPrepare.name, parameters: try JSONValue(writing: NoParameters()))
        return try ValueDecoder.decode(DigestsPrepare.Result.self, from: CleanText.value(came), unknown: .ignored)
    }

    /// - Returns: how many mails the mailer did not take.
    private func handOver(_ waiting: DigestsPrepare.Result, _ client: RPCClient) async throws -> Int {
        var failed = 0
        for mail in waiting.mails {
            switch await fate(
                of: DigestMessage(mail, sender: waiting.sender).text, for: mail.address, from: waiting.sender)
            {
            case .taken: _ = try await client.call(DigestsHanded.self, .init(mail: mail.id))
            case .refused:
                Output.error([
                    speech(
                        sv: "\(sendmail) vägrar ta emot mejl till \(mail.address), för \(mail.person)",
                        en: "\(sendmail) refuses mails to \(mail.address), for \(mail.person)")
                ])
                _ = try await client.call(DigestsHanded.self, .init(mail: mail.id))
            case .waits: failed += 1
            }
        }
        return failed
    }

    private enum Fate { case taken, refused, waits }

    /// Of sysexits.h: the mail is no mail, there is no such user, no such host.
    private static let refusals: Set<Int32> = [65, 67, 68]

    private func fate(of message: String, for address: String, from sender: String) async -> Fate {
        // The address is held to a form without a hyphen in front, and stands behind “--” all the same.
        guard MailAddress(address) != nil, MailAddress(sender) != nil else { return .refused }
        // From a file: a mailer that ends before it has read all would end a program that writes it through a pipe.
        guard let file = tmpfile() else { return .waits }
        defer { fclose(file) }
        let bytes = Array(message.utf8)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { return .waits }
        rewind(file)
        let run = try? await Subprocess.run(
            .path(FilePath(sendmail)), arguments: ["-i", "-f", sender, "--", address],
            input: .fileDescriptor(FileDescriptor(rawValue: fileno(file)), closeAfterSpawningProcess: false),
            output: .discarded, error: .currentStandardError)
        guard let run, case .exited(let code) = run.terminationStatus else { return .waits }
        return code == 0 ? .taken : Self.refusals.contains(code) ? .refused : .waits
    }
}
