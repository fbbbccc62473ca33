/// The attributes at the beginning of a declaration, and the rest of it.
struct WireMarks {
    /// By name: what stands in the brackets.
    private var arguments: [String: String] = [:]
    /// What follows them.
    private(set) var rest: Substring

    init(_ declaration: String) {
        rest = declaration[...].trimmed
        while rest.first == "@" {
            let name = rest.dropFirst().prefix { $0.isLetter }
            rest = rest.dropFirst(name.count + 1)
            var argument = ""
            if rest.first == "(" {
                argument = String(Self.brackets(rest))
                rest = rest.dropFirst(argument.count)
                argument = String(argument.dropFirst().dropLast())
            }
            arguments[String(name)] = argument
            rest = rest.trimmed
        }
    }

    func has(_ mark: String) -> Bool { arguments[mark] != nil }

    /// What stands in the brackets of a mark; `nil` where there are none, or nothing in them.
    func argument(_ mark: String) -> String? { arguments[mark].flatMap { $0.isEmpty ? nil : $0 } }

    /// The same, for a string.
    func text(_ mark: String) -> String? {
        argument(mark)?.trimmingPrefix("\"").split(separator: "\"").first.map(String.init)
    }

    /// From a bracket to its other half; brackets in strings don't count.
    private static func brackets(_ text: Substring) -> Substring {
        var depth = 0
        var isInString = false
        var end = text.startIndex
        while end < text.endIndex {
            let character = text[end]
            end = text.index(after: end)
            switch character {
            case "\\" where isInString && end < text.endIndex: end = text.index(after: end)
            case "\"": isInString.toggle()
            case "(" where !isInString: depth += 1
            case ")" where !isInString:
                depth -= 1
                if depth == 0 { return text[..<end] }
            default: break
            }
        }
        return text
    }
}

extension Substring {
    /// Without space at either end.
    var trimmed: Substring {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return self[...last].drop { $0.isWhitespace }
    }
}
