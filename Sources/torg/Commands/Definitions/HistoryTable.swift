import API

/// The versions of a definition, each with what it says under it.
struct HistoryTable {
    private let speech: LanguageOption
    private var table: Table

    init(_ speech: LanguageOption) {
        self.speech = speech
        table = Table([
            .init(title: "#", alignment: .right), .init(title: speech(sv: "När (UTC)", en: "When (UTC)")),
            .init(title: speech(sv: "Vem", en: "Who")), .init(title: speech(sv: "I bruk", en: "In use")),
            .init(title: speech(sv: "Skäl", en: "Reason"), isFlexible: true),
        ])
    }

    mutating func add(
        _ version: Int, _ at: Moment, _ by: String, _ retired: Bool, _ reason: String, _ says: [String],
        _ terminal: Terminal
    ) {
        let indent = String(repeating: " ", count: 4)
        let lines = says.filter { !$0.isEmpty }.flatMap { TextLayout.wrap($0, width: terminal.width - indent.count) }
        table.add(
            [
                "\(version)", at.text, by, retired ? speech(sv: "nej", en: "no") : speech(sv: "ja", en: "yes"), reason,
            ], notes: lines.map { terminal.dim(indent + $0) })
    }

    func lines(_ terminal: Terminal) -> [String] { table.lines(for: terminal) }
}
