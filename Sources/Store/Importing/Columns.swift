import Procurement

/// How lists of plain words stand in one column.
enum Columns {
    /// A character that no identifier holds.
    private static let separator: Character = "\u{1F}"

    static func list(_ words: [String]) -> String { words.joined(separator: String(separator)) }

    static func list(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    /// Eight digits each, a space between, in the order given.
    static func text(_ codes: [CPVCode]) -> String { codes.map(\.description).joined(separator: " ") }

    static func codes(_ text: String) -> [CPVCode] { text.split(separator: " ").compactMap { CPVCode($0) } }

    static func text(_ regions: [NUTSCode]) -> String { regions.map(\.code).joined(separator: " ") }

    static func regions(_ text: String) -> [NUTSCode] { text.split(separator: " ").compactMap { NUTSCode($0) } }

    /// `list:code` each.
    static func text(_ goals: [StrategicGoal]) -> String { list(goals.map { "\($0.list.rawValue):\($0.code)" }) }

    static func goals(_ text: String) -> [StrategicGoal] {
        list(text).compactMap { word in
            guard let colon = word.firstIndex(of: ":"), let list = StrategicGoal.List(rawValue: String(word[..<colon]))
            else { return nil }
            return StrategicGoal(list: list, code: String(word[word.index(after: colon)...]))
        }
    }
}
