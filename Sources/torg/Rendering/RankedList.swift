import API

/// Ranked suppliers as a table with the reasons under each row.
struct RankedList {
    /// How many reasons stand under a supplier.
    let reasons: Int
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ result: RankedSuppliers) -> [String] {
        guard !result.matches.isEmpty else {
            return [
                language.pick(
                    "Ingen leverantör passar. \(TextLayout.grouped(result.considered)) prövades; vidga urvalet eller läs in mer.",
                    "No supplier fits. \(TextLayout.grouped(result.considered)) were considered; widen the filter, or import more."
                )
            ] + Self.kept(result.dossier)
        }
        return table(result.matches) + [
            "",
            terminal.dim(
                language.pick(
                    "\(result.matches.count) av \(TextLayout.grouped(result.considered)) prövade leverantörer, data av generation \(result.generation).",
                    "\(result.matches.count) of \(TextLayout.grouped(result.considered)) suppliers considered, data of generation \(result.generation)."
                )
            ),
        ] + Self.kept(result.dossier)
    }

    /// The suppliers alone.
    func table(_ matches: [SupplierMatch]) -> [String] {
        var table = Table([
            .init(title: "#", alignment: .right), .init(title: language.pick("Poäng", "Score"), alignment: .right),
            .init(title: language.pick("Leverantör", "Supplier"), isFlexible: true),
            .init(title: language.pick("Storlek", "Size")),
            .init(title: language.pick("Ny", "New")),
        ])
        for match in matches {
            table.add(
                [
                    "\(match.rank)", Self.short(match.score), match.supplier.name, language.size(match.supplier.size),
                    language.new(match.supplier.newcomer),
                ], notes: notes(match))
        }
        return table.lines(for: terminal)
    }

    /// Where an answer was kept.
    static func kept(_ dossier: DossierReference?) -> [String] {
        dossier.map { ["Kept as entry \($0.sequence) of dossier \($0.id)."] } ?? []
    }

    private func notes(_ match: SupplierMatch) -> [String] {
        let indent = String(repeating: " ", count: 6)
        var notes: [String] = []
        let telling = match.signals.filter { $0.points > .zero && !$0.because.isEmpty }
            .sorted { ($1.points, $0.name) < ($0.points, $1.name) }
        for signal in telling.prefix(reasons) {
            let text = "+\(Self.short(signal.points)) \(signal.name): \(signal.because)"
            let wrapped = TextLayout.wrap(text, width: terminal.width - indent.count - 2)
            for (index, line) in wrapped.enumerated() {
                notes.append(terminal.dim(indent + (index == 0 ? "" : "  ") + line))
            }
        }
        return notes
    }

    /// Three decimals are enough for people; `--json` has all.
    static func short(_ points: Points) -> String {
        let thousandths = (points.millionths + 500) / 1000
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
