/// Writes a list of definitions as a YAML file that people can go on with.
struct DefinitionText {
    /// What a key may hold.
    enum Value {
        /// The key is left out.
        case nothing
        case text(String)
        case list([String])
        case byLanguage([String: String])
        /// A list by language, under `sv`.
        case words([String])
    }

    private let key: String
    private let isEmpty: Bool

    /// - Parameter key: the only key of the file.
    init(_ key: String, _ count: Int) {
        self.key = key
        isEmpty = count == 0
    }

    func text(_ definitions: [[(key: String, value: Value)]]) -> String {
        if isEmpty { return "\(key): []\n" }
        let blocks = definitions.map { members in
            let lines = members.compactMap { line($0.key, $0.value) }
            return lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element + "\n" }.joined()
        }
        return "\(key):\n" + blocks.joined(separator: "\n")
    }

    private func line(_ key: String, _ value: Value) -> String? {
        switch value {
        case .nothing: nil
        case .text(let text): "\(key): \(Self.quoted(text))"
        case .list(let texts): texts.isEmpty ? nil : "\(key): \(Self.list(texts))"
        case .byLanguage(let texts):
            // Swedish first, as it is read; then by the alphabet.
            "\(key): {"
                + texts.sorted { ($1.key == "sv" ? 1 : 0, $0.key) < ($0.key == "sv" ? 1 : 0, $1.key) }
                .map { "\($0.key): \(Self.quoted($0.value))" }.joined(separator: ", ") + "}"
        case .words(let texts): texts.isEmpty ? nil : "\(key): {sv: \(Self.list(texts))}"
        }
    }

    /// Characters of a line, where it can be broken.
    private static let width = 110

    private static func list(_ texts: [String]) -> String {
        var text = "["
        var column = 0
        for (place, word) in texts.enumerated() {
            let next = quoted(word) + (place < texts.count - 1 ? "," : "]")
            if column > 0, column + next.count + 20 > width {
                text += "\n        "
                column = 0
            } else if place > 0 {
                text += " "
            }
            text += next
            column += next.count + 1
        }
        return text + (texts.isEmpty ? "]" : "")
    }

    /// In double quotes, where YAML reads nothing into a text.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
                    || (0x2028...0x2029).contains(scalar.value)
                {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
