import Sheets

/// Plain text in columns and paragraphs.
enum TextLayout {
    /// Breaks a text into lines that take at most `width` columns, at spaces where there are any.
    static func wrap(_ text: String, width: Int) -> [String] {
        let width = max(width, 10)
        var lines: [String] = []
        var line = ""
        var taken = 0
        for word in CleanText.line(text).split(whereSeparator: \.isWhitespace) {
            var word = word
            var columns = DisplayWidth.of(word)
            if !line.isEmpty, taken + 1 + columns > width {
                lines.append(line)
                (line, taken) = ("", 0)
            }
            while columns > width {
                let part = DisplayWidth.prefix(word, columns: width)
                lines.append(String(part))
                word = word[part.endIndex...]
                columns = DisplayWidth.of(word)
            }
            line += (line.isEmpty ? "" : " ") + word
            taken += (taken == 0 ? 0 : 1) + columns
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// The text in exactly `width` columns: filled up with spaces, or cut with an ellipsis.
    static func fit(_ text: String, width: Int) -> String {
        let text = CleanText.line(text)
        let columns = DisplayWidth.of(text)
        if columns <= width { return text + String(repeating: " ", count: width - columns) }
        let cut = DisplayWidth.prefix(text, columns: max(0, width - 1))
        // Where half of a wide character would fit, a space stands for it.
        return cut + "…" + String(repeating: " ", count: max(0, width - 1 - DisplayWidth.of(cut)))
    }

    /// The text moved to the right edge of `width` columns.
    static func right(_ text: String, width: Int) -> String {
        let text = CleanText.line(text)
        return String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
    }

    /// A whole number with thin groups of three, as Swedish text has it: 9 036.
    static func grouped(_ number: Int) -> String { GroupedNumber.text(number) }
}
