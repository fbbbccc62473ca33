import API
import ArgumentParser
import JSON
import JSONRPC
import Procurement
import Sheets
import Transport

/// `torg event equal 3`
struct EventEqualCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equal",
        abstract: "Show who was a candidate, who was invited and who not, and the reason for each difference.",
        discussion: """
            The plan is the latest in the dossier that the event names: a meeting or a council. On the terminal are those who were \
            chosen or invited, and those who stand before one of them; --xlsx and --csv have all candidates.
            """)

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int

    @OptionGroup var files: FileArguments
    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    /// So many suppliers have their names looked up; the others stand by their ids.
    private static let mostNames = 2000

    func run() async throws {
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let event = try await client.call(EventsGet.self, .init(event: event))
            guard let dossier = event.event.dossier else { throw ValidationError(noPlan) }
            let kept = try await client.call(DossierGet.self, .init(dossier: dossier))
            guard let answer = kept.result?.json else { throw ValidationError(noPlan) }
            let sheet: EqualTreatment
            switch kept.entry.method {
            case MeetingPlan.name:
                sheet = EqualTreatment(
                    try ValueDecoder.decode(MeetingPlan.Result.self, from: answer, unknown: .ignored), event)
            case CouncilCompose.name:
                sheet = EqualTreatment(
                    try ValueDecoder.decode(CouncilCompose.Result.self, from: answer, unknown: .ignored), event)
            default: throw ValidationError(noPlan)
            }
            let shown = files.isAsked ? sheet.lines : sheet.differences
            let details = try await Session.details(shown.prefix(Self.mostNames).map(\.supplier), client)
            if files.isAsked {
                let context = SheetContext(
                    language: text.language,
                    asked: Asked(method: EventsGet.name, parameters: ["event": .number(.init(self.event))], at: .now),
                    details: details)
                let lines = try files.write(sheet.workbook(context))
                if !lines.isEmpty { Output.lines(lines) }
            } else {
                Output.lines(lines(shown, of: sheet.lines.count, event.event, dossier, details))
            }
        } catch {
            throw Session.tell(error, socket: connection.path, language: text.language)
        }
    }

    private var noPlan: String {
        text(
            sv: "Händelse \(event) har ingen plan för en träff eller ett råd i sin akt.",
            en: "Event \(event) has no plan of a meeting or a council in its dossier.")
    }

    private func lines(
        _ shown: [EqualTreatment.Line], of all: Int, _ event: EventLine, _ dossier: String,
        _ details: [String: SupplierDetail]
    ) -> [String] {
        let terminal = Terminal.standardOutput()
        func yes(_ flag: Bool) -> String { flag ? text(sv: "ja", en: "yes") : text(sv: "nej", en: "no") }
        var table = Table([
            .init(title: "#", alignment: .right), .init(title: text(sv: "Företag", en: "Company"), isFlexible: true),
            .init(title: text(sv: "Kategori", en: "Category")),
            .init(title: text(sv: "Poäng", en: "Score"), alignment: .right),
            .init(title: text(sv: "Vald", en: "Chosen")), .init(title: text(sv: "Inbjuden", en: "Invited")),
        ])
        for line in shown {
            let reason = TextLayout.wrap(line.reason.text(in: text.language), width: terminal.width - 6)
            table.add(
                [
                    line.place.map { "\($0)" } ?? "–", details[line.supplier]?.name ?? line.supplier,
                    line.category.map { TextLayout.wrap($0.text(in: text.language), width: 24).first ?? "" } ?? "",
                    line.score.map(text.language.score) ?? "–", yes(line.isChosen), yes(line.isInvited),
                ], notes: reason.map { terminal.dim("      " + $0) })
        }
        let rest = all - shown.count
        return [
            terminal.bold(text(sv: "Likabehandling: \(event.name)", en: "Equal treatment: \(event.name)")),
            text(
                sv:
                    "\(all) kandidater; plan i akten \(dossier). \(rest) står efter den sist valda och är inte inbjudna.",
                en:
                    "\(all) candidates; plan in dossier \(dossier). \(rest) stand after the last one chosen and aren't invited."
            ),
            "",
        ] + table.lines(for: terminal)
    }
}
