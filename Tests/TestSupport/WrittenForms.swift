/// The ways in which people write a personal number, each of one number that nobody has: 811228-9874 is an example of the
/// Tax Agency's own.
package enum WrittenForms {
    /// Its ten digits.
    package static let digits = "8112289874"

    /// All of them with a valid check digit.
    package static let all: [String] = rows + dashes + spaced + grouped + otherDigits + vat

    private static let rows = [
        "8112289874", "198112289874", "pnr8112289874x", "(811228-9874)", "19811228-9874", "811228+9874",
        "19-811228-9874",
    ]

    private static let dashes =
        [
            "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE58}",
            "\u{FE63}",
            "\u{FF0D}", "\u{AD}-", "-\u{200B}", "\u{2060}-\u{FEFF}", "--",
        ].map { "811228\($0)9874" } + ["81\u{AD}1228-98\u{200D}74", "81122\u{200C}89874"]

    private static let spaced = [
        " ", "  ", "\u{2009}", "\u{A0}", "\u{202F}", "\u{3000}", "\t", " - ", "- ", " -", "\u{A0}–\u{A0}", "-\n",
        "-\r\n    ",
        "\n", "\u{2028}",
    ].map { "811228\($0)9874" }

    private static let grouped = [
        "1981-12-28-9874", "1981-12-28 9874", "1981 12 28 9874", "81.12.28-9874", "811228.9874", "1981.12.28.9874",
        "811228/9874", "81/12/28-9874", "1981/12/28-9874", "81 12 28 98 74", "19 81 12 28 98 74", "81-12-28-98-74",
        "811228-98 74", "8112 28-9874", "811 228 9874", "811228_9874", "8 1 1 2 2 8 - 9 8 7 4", "811228:9874",
        "811228, 9874",
        "811228 (9874)", "811228~9874", "811228*9874", "8 1 1 2 2 8 9 8 7 4",
    ]

    private static let otherDigits = [
        "８１１２２８-９８７４", "８１１２２８９８７４", "８１１２２８－９８７４", "٨١١٢٢٨-٩٨٧٤", "٨١١٢٢٨٩٨٧٤", "۸۱۱۲۲۸-۹۸۷۴",
        "८११२२८-९८७४", "𝟖𝟏𝟏𝟐𝟐𝟖-𝟗𝟖𝟕𝟒", "81¹²28-9874",
    ]

    private static let vat = [
        "SE811228987401", "SE811228987402", "SE811228987499", "se811228987401", "SE8112289874", "SE811228-987401",
        "SE 811228-9874 01", "SE-811228-9874-01", "SE19811228987401", "ＳＥ811228987401", "811228987401",
    ]

    /// Whether a text holds the number in any writing: its digits, of whatever script, in order, and nothing between
    /// that is a letter or another digit.
    package static func isHeld(by text: some StringProtocol) -> Bool {
        var run: [UInt8] = []
        let wanted = Array(digits.utf8)
        for scalar in text.unicodeScalars {
            if let value = scalar.properties.numericValue, (0...9).contains(value),
                scalar.properties.numericType != .numeric
            {
                run.append(48 + UInt8(value))
                if run.suffix(10) == wanted[...] { return true }
            } else if scalar.properties.isAlphabetic || run.count > 10_000 {
                run = []
            }
        }
        return false
    }
}
