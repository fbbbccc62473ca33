import API
import Procurement
import Sheets

/// Ranked suppliers as a table with the reasons under each row.
struct RankedList {
    /// How many reasons stand under a supplier.
    let reasons: Int
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ result: RankedSuppliers) -> [String] {
        var lines: [String] = []
        if let question = result.question {
            lines += TextLayout.wrap(question.because, width: terminal.width).map(terminal.bold) + [""]
        }
        if result.considered == 0 {
            lines += TextLayout.wrap(none(result), width: terminal.width) + [""]
        } else if let newcomers = result.newcomers {
            lines += [terminal.bold(language.pick(sv: "Leverantörer", en: "Suppliers"))]
            lines += result.matches.isEmpty ? [none(result)] : table(result.matches, tellsNew: false)
            lines += ["", terminal.bold(Self.newcomers(language))]
            lines += newcomers.isEmpty ? [language.pick(sv: "Inga.", en: "None.")] : table(newcomers, tellsNew: false)
            lines += [
                "", terminal.dim(language.pick(sv: "Allt i en lista: --together.", en: "All in one list: --together.")),
            ]
        } else {
            lines += (result.matches.isEmpty ? [none(result)] : table(result.matches, tellsNew: true)) + [""]
        }
        lines += (result.remarks ?? []).flatMap { TextLayout.wrap($0, width: terminal.width) }
        lines += TextLayout.wrap(ground(result), width: terminal.width).map(terminal.dim)
        return lines + Self.kept(result.dossier, language)
    }

    /// The heading of a list of suppliers without a known win.
    static func newcomers(_ language: TextLanguage) -> String {
        language.pick(
            sv: "Leverantörer utan kända vinster i underlaget", en: "Suppliers without a known win in the data")
    }

    private func none(_ result: RankedSuppliers) -> String {
        if result.considered == 0, let without = result.withoutPlace, without > 0 {
            let count = TextLayout.grouped(without)
            return language.pick(
                sv: "Ingen leverantör har känd plats i de angivna regionerna; \(count) har ingen känd plats. "
                    + "--unknown-place tar med dem.",
                en: "No supplier has a known place in the given regions; \(count) have no known place. --unknown-place "
                    + "includes them.")
        }
        return language.pick(
            sv:
                "Ingen leverantör passar. \(TextLayout.grouped(result.considered)) jämfördes; vidga urvalet eller läs in mer.",
            en:
                "No supplier fits. \(TextLayout.grouped(result.considered)) were compared; widen the filter, or import more."
        )
    }

    /// What was looked through.
    private func ground(_ result: RankedSuppliers) -> String {
        let age = DataAge(language: language)
        var sentences: [String] = []
        if result.considered > 0 {
            sentences.append(
                language.pick(
                    sv: "De bästa av \(TextLayout.grouped(result.considered)) jämförda leverantörer.",
                    en: "The best of \(TextLayout.grouped(result.considered)) suppliers compared."))
            if let without = result.withoutPlace, without > 0 {
                sentences.append(
                    language.pick(
                        sv:
                            "\(TextLayout.grouped(without)) leverantörer utan känd plats är inte medräknade; --unknown-place "
                            + "tar med dem.",
                        en:
                            "\(TextLayout.grouped(without)) suppliers without a known place are left out; --unknown-place "
                            + "includes them."))
            }
        }
        if let setting = age.setting(result.setting) { sentences.append(setting) }
        sentences.append(age.sentence(result.dataThrough, generation: result.generation))
        return sentences.joined(separator: " ")
    }

    /// The suppliers alone.
    /// - Parameter tellsNew: whether a column tells which have no known win; a list of one kind does without.
    func table(_ matches: [SupplierMatch], tellsNew: Bool) -> [String] {
        var columns: [Table.Column] = [
            .init(title: "#", alignment: .right),
            .init(title: language.pick(sv: "Poäng", en: "Score"), alignment: .right),
            .init(title: language.pick(sv: "Leverantör", en: "Supplier"), isFlexible: true),
            .init(title: language.pick(sv: "Storlek", en: "Size")),
        ]
        if tellsNew { columns.append(.init(title: language.pick(sv: "Ny", en: "New"))) }
        var table = Table(columns)
        for match in matches {
            var cells = [
                "\(match.rank)", language.points(match.score), Self.name(match.supplier, language),
                language.size(match.supplier.size),
            ]
            if tellsNew { cells.append(language.new(match.supplier.newcomer)) }
            table.add(cells, notes: notes(match))
        }
        return table.lines(for: terminal)
    }

    /// A supplier's name, with what the registers say against its being there: `Alfa AB (i likvidation sedan 2024-05-01)`.
    static func name(_ supplier: SupplierReference, _ language: TextLanguage) -> String {
        guard let status = supplier.status?.text.text(in: language) else { return supplier.name }
        let words = status.prefix(1).lowercased() + status.dropFirst()
        return "\(supplier.name) (\(words.hasSuffix(".") ? words.dropLast() : words[...]))"
    }

    /// Where an answer was kept.
    static func kept(_ dossier: DossierReference?, _ language: TextLanguage = .ofTerminal) -> [String] {
        dossier.map {
            [
                language.pick(
                    sv: "Sparat som post \($0.sequence) i akten \($0.id).",
                    en: "Kept as entry \($0.sequence) of dossier \($0.id).")
            ]
        } ?? []
    }

    private func notes(_ match: SupplierMatch) -> [String] {
        let indent = String(repeating: " ", count: 6)
        var notes: [String] = []
        let telling = match.signals.filter {
            $0.points > .zero && !$0.because.isEmpty && $0.name != FeedbackShare.signal
        }
        .sorted { ($1.points, $0.name) < ($0.points, $1.name) }
        for signal in telling.prefix(reasons) {
            let text = "+\(language.points(signal.points)) \(language.signal(signal.name)): \(signal.because)"
            let wrapped = TextLayout.wrap(text, width: terminal.width - indent.count - 2)
            for (index, line) in wrapped.enumerated() {
                notes.append(terminal.dim(indent + (index == 0 ? "" : "  ") + line))
            }
        }
        if let group = match.group {
            let others = group.members.map { "\($0.name) (\($0.rank))" }.joined(separator: ", ")
            let count = group.members.count
            let text = language.pick(
                sv: "och \(count) till i koncernen: \(others)", en: "and \(count) more of the group: \(others)")
            notes += TextLayout.wrap(text, width: terminal.width - indent.count).map { terminal.dim(indent + $0) }
        }
        if let feedback = match.feedback {
            notes += TextLayout.wrap(feedback.sentence(language), width: terminal.width - indent.count).map {
                terminal.dim(indent + $0)
            }
        }
        return notes
    }

    /// Three decimals, for tables in English; lists in either language use `TextLanguage.points`.
    static func short(_ points: Points) -> String {
        let thousandths = (points.millionths + 500) / 1000
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
