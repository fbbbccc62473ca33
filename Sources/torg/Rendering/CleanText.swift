import JSON
import JSONRPC

/// Text from elsewhere, such as a name, a title, an error or the name of a file, as it may be shown on a terminal.
///
/// A terminal obeys some characters: control characters move the cursor, clear the screen or put words into the title, and
/// direction marks show a line in another order than it is written in. They are shown as `?`. A line feed or a tab in one
/// line is a space; what is invisible and says nothing is left out.
enum CleanText {
    /// On one line.
    static func line(_ text: String) -> String { clean(text) { $0 == "\n" || $0 == "\t" || $0 == "\r" ? " " : "?" } }

    /// With its line feeds and tabs.
    static func document(_ text: String) -> String {
        clean(text) { $0 == "\n" || $0 == "\t" ? Character($0) : $0 == "\r" ? " " : "?" }
    }

    /// A value whose texts, and names of members, are clean documents.
    static func value(_ value: JSONValue) -> JSONValue {
        switch value {
        case .null, .bool, .number: value
        case .string(let text): .string(document(text))
        case .array(let elements): .array(elements.map(self.value))
        case .object(let object):
            .object(JSONObject(object.members.map { .init(name: document($0.name), value: self.value($0.value)) }))
        }
    }

    /// JSON that says the same, with what a terminal would obey written as `\\u…`. Outside of texts there is none of it.
    static func json(_ text: String) -> String {
        escaped(text) { scalar in
            String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }
    }

    /// HTML that says the same, with what a terminal would obey written as `&#x…;`.
    static func html(_ text: String) -> String { escaped(text) { "&#x\(String($0.value, radix: 16));" } }

    private static func escaped(_ text: String, as escape: (Unicode.Scalar) -> String) -> String {
        func isShown(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "\n" || scalar == "\t" || fate(of: scalar) == .shown
        }
        guard !text.unicodeScalars.allSatisfy(isShown) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isShown(scalar) { clean.append(scalar) } else { clean.append(contentsOf: escape(scalar).unicodeScalars) }
        }
        return String(clean)
    }

    private enum Fate { case shown, replaced, leftOut }

    private static func fate(of scalar: Unicode.Scalar) -> Fate {
        // Most of all text; 0x7F is “delete”.
        if scalar.value < 0x7F { return scalar.value < 0x20 ? .replaced : .shown }
        switch scalar.value {
        // Soft hyphen, zero-width space, word joiner, byte order mark: they only say where a line may be broken.
        case 0xAD, 0x200B, 0x2060, 0xFEFF: return .leftOut
        // Joiners are part of how Persian, Hindi and emoji are written.
        case 0x200C, 0x200D: return .shown
        // The flags of Scotland and the like are a black flag and tags.
        case 0xE0020...0xE007F: return .leftOut
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return .replaced
        default: return .shown
        }
    }

    private static func clean(_ text: String, instead: (Unicode.Scalar) -> Character) -> String {
        guard text.unicodeScalars.contains(where: { fate(of: $0) != .shown }) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch fate(of: scalar) {
            case .shown: clean.append(scalar)
            case .replaced: clean.append(contentsOf: instead(scalar).unicodeScalars)
            case .leftOut: continue
            }
        }
        return String(clean)
    }
}
