import Containers
import Procurement

@testable import Sheets

/// Texts that files and spreadsheets have stumbled over.
enum HostileText {
    private static let pieces = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\"", "\"\"", ";", ",", "'", " ", "\u{A0}", "\0", "\u{1}",
        "\u{1B}[2J",
        "\u{7F}", "\u{85}", "\u{FFFE}", "\u{FFFF}", "_x0041_", "_x005F_x0041_", "&amp;", "<t>", "]]>", "\u{202E}",
        "å", "日本", "👩‍💻", "e\u{301}", "HYPERLINK(\"http://x\")", "cmd|'/c calc'!A0", "0012", "1e5", "2026-01-01", "TRUE",
    ]

    static func made(_ chance: inout SplitMix64) -> String {
        (0..<Int.random(in: 0...6, using: &chance)).compactMap { _ in pieces.randomElement(using: &chance) }.joined()
    }

    /// Rows under the titles 1, 2, 3 and so on.
    static func sheet(_ rows: [[Cell]], columns: Int) -> Sheet {
        Sheet(
            "rows", sv: "Rader", en: "Rows", .sv,
            (0..<columns).map { column in
                Column(sv: "\(column + 1)", en: "\(column + 1)") { (row: [Cell]) in row[column] }
            },
            rows)
    }
}
