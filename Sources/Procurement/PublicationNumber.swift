/// The number under which the Official Journal publishes a notice, however it is written: `00123456-2024`,
/// `123456-2024` and `2024/S 106-123456` are one.
///
/// Source: the eForms SDK's `ojs-notice-id` (eight digits and the year), TED's DOC_ID (six and the year) and NO_DOC_OJS
/// (year, issue and number).
package struct PublicationNumber: Sendable, Hashable, CustomStringConvertible {
    package let number: Int
    package let year: Int

    /// `nil` for anything else, such as an id that a portal made up.
    package init?(_ text: String) {
        guard text.utf8.count <= 32 else { return nil }
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        if let year = Self.year(halves[1]), let number = Self.number(halves[0]) {
            self.number = number
            self.year = year
            return
        }
        // `2024/S 106-123456`
        let issue = halves[0].split(separator: "/", omittingEmptySubsequences: false)
        guard issue.count == 2, let year = Self.year(issue[0]), issue[1].first.map({ $0 == "S" || $0 == "s" }) == true,
            Self.number(issue[1].dropFirst().drop { $0 == " " }) != nil, let number = Self.number(halves[1])
        else { return nil }
        self.number = number
        self.year = year
    }

    /// Without leading zeros: `123456-2024`.
    package var description: String { "\(number)-\(year)" }

    private static func number(_ text: Substring) -> Int? {
        guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text)
        else { return nil }
        return value > 0 ? value : nil
    }

    private static func year(_ text: Substring) -> Int? {
        guard text.utf8.count == 4, let value = number(text), (1980...2199).contains(value) else { return nil }
        return value
    }
}
