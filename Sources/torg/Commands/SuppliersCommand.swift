import API
import ArgumentParser
import Procurement

/// `torg suppliers …`
struct SuppliersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppliers", abstract: "Import a register, add a firm, find suppliers, show one.",
        subcommands: [
            SuppliersImportCommand.self, SuppliersAddCommand.self, SuppliersFindCommand.self, SuppliersGetCommand.self,
            SuppliersLikeCommand.self,
        ])
}

struct SuppliersImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in a register of firms: Bolagsverket's, Statistics Sweden's or your own.",
        discussion: """
            Which it is shows in the file: Bolagsverket's and Statistics Sweden's bulk files as they come (.zip) or \
            unpacked, or a CSV file of your own with its columns named in the first line. Of natural persons nothing is \
            kept.
            """)

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The edition of Statistics Sweden's industry codes: 2007 or 2025.", valueName: "year"))
    var sni: Int?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            SuppliersImport.self, .init(path: try AbsolutePath.of(file), sni: sni), timeout: nil
        ) { RegisterText.lines($0) }
        if result.refused > 0 { throw ExitCode(1) }
    }
}

/// What came of a register.
enum RegisterText {
    static func lines(_ result: SuppliersImport.Result) -> [String] {
        let persons = result.persons > 0 ? ", \(TextLayout.grouped(result.persons)) natural persons left out" : ""
        var lines = [
            (result.source.map { "\($0): " } ?? "")
                + "\(TextLayout.grouped(result.seen)) rows: \(TextLayout.grouped(result.stored)) stored, "
                + "\(TextLayout.grouped(result.unchanged)) unchanged, \(TextLayout.grouped(result.refused)) refused"
                + persons + "."
        ]
        lines += result.mended.map { "Mended: \(text($0))" } + result.refusals.map { "Refused: \(text($0))" }
        return lines + (result.refused > 0 ? ["See why with: torg refusals"] : [])
    }

    private static func text(_ note: SuppliersImport.RowNote) -> String {
        let more = note.count > note.lines.count ? " …" : ""
        return
            "\(note.reason), \(TextLayout.grouped(note.count)) rows, line \(note.lines.map(String.init).joined(separator: ", "))\(more)"
    }
}

struct SuppliersFindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find suppliers by name or organisation number, or by what they do.")

    @Argument(help: "Words of a name, or a number.")
    var words: [String] = []

    @Option(help: "Words of what they do, in their industry, the register and what they have won.")
    var text: String?

    @Option(help: ArgumentHelp("CPV codes of what they offer or have won, such as 722*.", valueName: "code"))
    var cpv: [String] = []

    @Option(help: ArgumentHelp("Only these sizes: micro, small, medium, large, sme.", valueName: "size"))
    var size: [SupplierSize] = []

    @Option(help: ArgumentHelp("Only suppliers in these regions.", valueName: "region"))
    var nuts: [String] = []

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let filter = SupplierFilter(size: size.isEmpty ? nil : size, nuts: nuts.isEmpty ? nil : nuts)
        let session = Session(options: connection)
        let result = try await session.run(
            SuppliersFind.self,
            .init(
                query: words.isEmpty ? nil : words.joined(separator: " "), text: text, cpv: cpv.isEmpty ? nil : cpv,
                filter: filter == SupplierFilter() ? nil : filter, limit: Limit(clamping: limit), after: after),
            files: files, language: speech.language
        ) { result in
            guard !result.suppliers.isEmpty else {
                return [speech(sv: "Ingen leverantör hittades.", en: "No supplier found.")]
            }
            var table = Table([
                .init(title: speech(sv: "Leverantör", en: "Supplier"), isFlexible: true),
                .init(title: speech(sv: "Nummer", en: "Number")), .init(title: speech(sv: "Storlek", en: "Size")),
                .init(title: speech(sv: "Vinster", en: "Awards"), alignment: .right),
                .init(title: speech(sv: "Senaste", en: "Latest")), .init(title: "Id"),
            ])
            for line in result.suppliers {
                table.add([
                    line.name + (line.status.map { " (\($0.kind.rawValue))" } ?? ""), line.number ?? "–",
                    speech.language.size(line.size), "\(line.awards)",
                    line.lastAward?.description ?? "–", line.id,
                ])
            }
            return table.lines(for: session.terminal) + Paging.hint(result.next)
        }
        if result.suppliers.isEmpty { throw ExitCode(1) }
    }
}

struct SuppliersGetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Show one supplier and what it won.")

    @Argument(help: "The id of the supplier.")
    var id: String

    @Flag(help: "Show a sole trader's number as it is. For managers, with --reason, and recorded in the audit.")
    var unmask = false

    @Option(help: ArgumentHelp("Why the number is needed.", valueName: "words"))
    var reason: String?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(SuppliersGet.self, .init(id: id, unmask: unmask ? true : nil, reason: reason)) { result in
            let supplier = result.supplier
            var lines = [session.terminal.bold(supplier.name)]
            func add(_ label: String, _ value: String?) {
                if let value, !value.isEmpty { lines.append(TextLayout.fit(label, width: 13) + value) }
            }
            add("Id", supplier.id)
            add("Number", supplier.number)
            add("Also called", supplier.otherNames.joined(separator: "; "))
            add("Country", supplier.country)
            add("Size", supplier.size?.rawValue)
            add("Regions", supplier.nuts.joined(separator: ", "))
            if let entry = supplier.register {
                add("Industry", [entry.sni, entry.sniLabel].compactMap { $0 }.joined(separator: " "))
                add("Legal form", entry.legalForm)
                add("Activity", entry.description)
                add("Town", [entry.firm?.town, entry.firm?.municipality].compactMap { $0 }.joined(separator: ", "))
                if let firm = entry.firm, firm.sniVersion != 2007 { add("SNI", "\(firm.sniVersion)") }
                if let refuses = entry.firm?.refusesAdvertising { add("Advertising", refuses ? "refused" : "accepted") }
                if let status = entry.firm?.status {
                    add("Status sv", status.text.sv)
                    add("Status en", status.text.en)
                }
                add("Website", entry.website)
            }
            if let tenders = supplier.tenders {
                let (all, told) = (tenders.all, tenders.told)
                add("Tenders", "\(all.lots) lots, a contract in \(all.contracted)")
                if told.lots > 0, told != all {
                    add("", "\(told.lots) of procurements whose losers are known, a contract in \(told.contracted)")
                }
                add(
                    "Tenders to",
                    tenders.buyers.prefix(3).map { "\($0.buyer) (\($0.count.lots))" }.joined(separator: "; "))
                add("Source", tenders.source.text(in: .ofTerminal))
            }
            guard !supplier.awards.isEmpty else { return lines + ["", "No award is known: a newcomer."] }
            var table = Table([
                .init(title: "Date"), .init(title: "Won", isFlexible: true), .init(title: "Buyer"),
                .init(title: "Value", alignment: .right),
            ])
            for award in supplier.awards.prefix(20) {
                table.add([
                    award.date?.description ?? "–", award.title,
                    TextLayout.wrap(award.buyer ?? "–", width: 30).first ?? "–",
                    Self.value(award.value),
                ])
            }
            lines += [""] + table.lines(for: session.terminal)
            let rest = supplier.awardCount - min(20, supplier.awards.count)
            return rest > 0 ? lines + ["… and \(TextLayout.grouped(rest)) more."] : lines
        }
    }

    private static func value(_ value: Disclosure<Amount>?) -> String {
        switch value {
        case .stated(let amount): "\(amount.amount) \(amount.currency)"
        case .withheld: "withheld"
        case nil: "–"
        }
    }
}

/// The line that says how to go on with a long list.
enum Paging {
    static func hint(_ next: String?) -> [String] { next.map { ["", "More: the same with --after \($0)"] } ?? [] }
}
