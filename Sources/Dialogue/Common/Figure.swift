import Procurement

/// Numbers as people write them in each language.
enum Figure {
    /// A score of 0…1,000,000 micro-units with two decimals: 831,200 is `0,83` and `0.83`. Rounded half up.
    static func score(_ micro: Int) -> BilingualText {
        let hundredths = (micro.magnitude + 5_000) / 10_000
        let sign = micro < 0 && hundredths > 0 ? "-" : ""
        let cents = hundredths % 100
        let digits = "\(cents < 10 ? "0" : "")\(cents)"
        return BilingualText(
            sv: "\(sign)\(hundredths / 100),\(digits)", en: "\(sign)\(hundredths / 100).\(digits)")
    }

    /// A share in permille as a percentage with at most one decimal: 333 is `33,3 %` and `33.3%`.
    static func percent(permille: Int) -> BilingualText {
        let whole = permille / 10
        let tenth = permille % 10
        if tenth == 0 { return BilingualText(sv: "\(whole) %", en: "\(whole)%") }
        return BilingualText(sv: "\(whole),\(tenth) %", en: "\(whole).\(tenth)%")
    }

    /// `1 möte`, `5 möten`.
    static func count(_ count: Int, sv: (one: String, many: String), en: (one: String, many: String)) -> BilingualText {
        BilingualText(
            sv: "\(count) \(count == 1 ? sv.one : sv.many)", en: "\(count) \(count == 1 ? en.one : en.many)")
    }

    static func candidates(_ count: Int) -> BilingualText {
        self.count(count, sv: ("kandidat", "kandidater"), en: ("candidate", "candidates"))
    }

    static func seats(_ count: Int) -> BilingualText {
        self.count(count, sv: ("plats", "platser"), en: ("seat", "seats"))
    }

    static func newcomers(_ count: Int) -> BilingualText {
        self.count(count, sv: ("nykomling", "nykomlingar"), en: ("newcomer", "newcomers"))
    }

    static func meetings(_ count: Int) -> BilingualText {
        self.count(count, sv: ("möte", "möten"), en: ("meeting", "meetings"))
    }

    /// `a, b och c` and `a, b and c`.
    static func list(_ items: [BilingualText]) -> BilingualText {
        BilingualText(sv: joined(items.map(\.sv), by: "och"), en: joined(items.map(\.en), by: "and"))
    }

    /// The first `limit` names, and how many more there are.
    static func names(_ names: [String], limit: Int = 5) -> BilingualText {
        let shown = names.prefix(limit).map { BilingualText(sv: $0, en: $0) }
        let rest = names.count - shown.count
        return list(rest > 0 ? shown + [BilingualText(sv: "\(rest) till", en: "\(rest) more")] : Array(shown))
    }

    private static func joined(_ items: [String], by word: String) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(word) \(last)"
    }
}
