import API
import ArgumentParser
import JSON
import JSONRPC

/// `torg dossier …`: what was asked and answered, and whether it still is what it was.
struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: "List what was kept, show it, answer it anew, verify it, hand it out.",
        subcommands: [
            DossierListCommand.self, DossierGetCommand.self, DossierReplayCommand.self, DossierVerifyCommand.self,
            DossierExportCommand.self,
        ])
}

/// An entry by its number, or a dossier by its id.
struct DossierArgument: ParsableArguments {
    @Argument(help: "A dossier, for its latest entry, or the number of an entry.")
    var dossier: String

    var sequence: Int? { Int(dossier) }
    var id: String? { sequence == nil ? dossier : nil }
}

struct DossierListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List entries, the latest first.")

    @Option(help: ArgumentHelp("Only of this dossier.", valueName: "id"))
    var dossier: String?

    @Option(help: ArgumentHelp("Only of this method, such as meeting.plan.", valueName: "method"))
    var method: String?

    @Option(help: ArgumentHelp("Only what this user asked.", valueName: "user"))
    var actor: String?

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            DossierList.self,
            .init(dossier: dossier, method: method, actor: actor, limit: Limit(clamping: limit), after: after),
            files: files, language: text.language
        ) { result in
            guard !result.entries.isEmpty else { return [text(sv: "Inget är bevarat.", en: "Nothing is kept.")] }
            var table = Table([
                .init(title: "#", alignment: .right), .init(title: text(sv: "När", en: "When")),
                .init(title: text(sv: "Vem", en: "Who")),
                .init(title: text(sv: "Metod", en: "Method"), isFlexible: true),
                .init(title: "Dossier"),
            ])
            for entry in result.entries {
                let removed = entry.removedBy.map {
                    text(sv: " (borttagen, beslut \($0))", en: " (removed, decision \($0))")
                }
                table.add([
                    "\(entry.sequence)", entry.at.text, entry.actor ?? "–", entry.method + (removed ?? ""),
                    entry.dossier,
                ])
            }
            return table.lines(for: session.terminal) + Paging.hint(result.next)
        }
        if result.entries.isEmpty { throw ExitCode(1) }
    }
}

struct DossierGetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Show one entry whole.")

    @OptionGroup var entry: DossierArgument
    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(DossierGet.self, .init(dossier: entry.id, sequence: entry.sequence)) { result in
            let line = result.entry
            var lines = [
                session.terminal.bold("\(line.method), \(line.at)"),
                "\(text(sv: "Post", en: "Entry"))       \(line.sequence)", "Dossier    \(line.dossier)",
                "\(text(sv: "Vem ", en: "Who "))       \(line.actor ?? "–")",
                "\(text(sv: "Data", en: "Data"))       \(text(sv: "version", en: "generation")) \(line.generation)",
                "Hash       \(line.hash)",
            ]
            if let seed = line.seed { lines.append("\(text(sv: "Frö ", en: "Seed"))       \(seed)") }
            if let decision = line.removedBy {
                lines.append(
                    text(
                        sv: "Innehållet är borttaget: se post \(decision).",
                        en: "Its content was removed: see entry \(decision)."))
            }
            for (title, value) in [
                (text(sv: "Fråga", en: "Request"), result.request), (text(sv: "Svar", en: "Result"), result.result),
                (text(sv: "Vikter och definitioner", en: "Weights and definitions"), result.basis),
            ] {
                if let value {
                    lines += ["", session.terminal.bold(title)]
                    lines += value.json.indented.split(separator: "\n").map(String.init)
                }
            }
            return lines
        }
    }
}

struct DossierReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Answer a kept request anew and say what has changed.",
        discussion: "Exit code 0 where the answer is the same byte for byte, 1 where it isn't.")

    @OptionGroup var entry: DossierArgument

    @Option(name: .shortAndLong, help: "How many changes to show at most.")
    var limit = 20

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            DossierReplay.self,
            .init(dossier: entry.id, sequence: entry.sequence, limit: Limit(clamping: limit)), timeout: nil
        ) { result in
            if result.same { return [text(sv: "Samma svar, byte för byte.", en: "The same answer, byte for byte.")] }
            if let refused = result.refused {
                return [text(sv: "Frågan kan inte besvaras på nytt: ", en: "It can't be answered anew: ") + refused]
            }
            var lines = [
                text(
                    sv: "Ställen där svaret är ett annat: \(result.changeCount)",
                    en: "Places where the answer differs: \(result.changeCount)"),
                text(sv: "Dataversion", en: "Data generation")
                    + " \(result.generation.then) → \(result.generation.now)",
                "Torg \(result.version.then) → \(result.version.now)",
            ]
            if result.configurationChanged {
                lines.append(
                    text(
                        sv: "Vikter eller definitioner är andra nu; de bevarade användes.",
                        en: "Weights or definitions are others now; the recorded ones were used."))
            }
            for change in result.changes {
                lines.append("  \(change.path): \(Self.short(change.before)) → \(Self.short(change.after))")
            }
            if result.changes.count < result.changeCount { lines.append("  …") }
            return lines
        }
        if !result.same { throw ExitCode(1) }
    }

    private static func short(_ value: AnyJSON?) -> String {
        value.map { TextLayout.wrap($0.json.description, width: 60).first ?? "" } ?? "–"
    }
}

struct DossierVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look for entries that were changed or taken out.",
        discussion: "Exit code 0 where the chain is whole, 1 where it isn't.")

    @Option(
        help: ArgumentHelp(
            "A head that was written down, as its number and hash: 42:66e80bae…", valueName: "number:hash"))
    var head: [String] = []

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        for head in head where Self.head(head) == nil {
            throw ValidationError("--head “\(head)”: write a number, a colon and the hash.")
        }
    }

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            DossierVerify.self, .init(heads: head.isEmpty ? nil : head.compactMap(Self.head)), timeout: nil
        ) { result in
            var lines = result.findings.map { text(sv: $0.sv, en: $0.en) }
            lines += result.removals.map {
                text(
                    sv: "Post \($0.sequence) är borttagen enligt beslutet i post \($0.decision).",
                    en: "Entry \($0.sequence) was removed by the decision in entry \($0.decision).")
            }
            lines.append(
                result.whole
                    ? text(
                        sv: "Kedjan är hel. Poster: \(result.entries)",
                        en: "The chain is whole. Entries: \(result.entries)")
                    : text(sv: "Kedjan är inte hel.", en: "The chain is not whole."))
            return lines + [text(sv: "Sista hash", en: "Last hash") + " \(result.head.sequence):\(result.head.hash)"]
        }
        if !result.whole { throw ExitCode(1) }
    }

    private static func head(_ text: String) -> DossierHead? {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { return nil }
        return DossierHead(sequence: number, hash: String(parts[1]))
    }
}

struct DossierExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a dossier to hand out, masked.")

    @Argument(help: "The dossier.")
    var dossier: String

    @Flag(
        help:
            "Pages to print, in place of JSON: who, when, what and the list with its reasons; then all as an appendix.")
    var html = false

    @Option(help: ArgumentHelp("Mask this text too, wherever it stands.", valueName: "text=reason"))
    var mask: [String] = []

    @Option(help: ArgumentHelp("Mask a member and what it says, such as contact.", valueName: "member=reason"))
    var maskMember: [String] = []

    @Option(name: .shortAndLong, help: "The file to write; else it is printed.", completion: .file())
    var output: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        for mask in mask + maskMember where Self.pair(mask) == nil {
            throw ValidationError("“\(mask)”: write what to mask, “=” and the reason.")
        }
    }

    func run() async throws {
        let session = Session(options: connection)
        let masks =
            mask.compactMap(Self.pair).map { DossierMask(text: $0.0, reason: $0.1) }
            + maskMember.compactMap(Self.pair).map { DossierMask(member: $0.0, reason: $0.1) }
        let clean: (String) -> String = html ? { CleanText.html($0) } : { CleanText.json($0) }
        let result = try await session.run(
            DossierExtract.self,
            .init(
                dossier: dossier, format: html ? .html : nil, language: html ? text.language : nil,
                mask: masks.isEmpty ? nil : masks), timeout: nil,
            document: output == nil ? clean : nil
        ) { result in
            guard let output else { return [result.document] }
            return [
                text(
                    sv: "\(output): poster \(result.entries), maskerade ställen \(result.masked.count)",
                    en: "\(output): entries \(result.entries), masked places \(result.masked.count)")
            ]
        }
        if let output { try OutputFile.write(result.document, to: output) }
    }

    private static func pair(_ text: String) -> (String, String)? {
        let parts = text.split(separator: "=", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
}
