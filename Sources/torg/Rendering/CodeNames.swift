import API
import Procurement

/// Codes of the CPV with what they are called, in the language of the terminal where there is a name in it.
struct CodeNames {
    private let texts: [String: String]

    init(_ named: [NamedCode], language: TextLanguage = .ofTerminal) {
        let languages = language == .sv ? ["sv", "en"] : ["en", "sv"]
        texts = Dictionary(
            named.compactMap { code in
                languages.lazy.compactMap { code.names[$0] }.first.map { (code.code, Self.text(code, name: $0)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The code alone where it has no name.
    func text(_ code: String) -> String { texts[code] ?? code }

    /// `72200000 Programmering`, or `72200000 (72: IT-tjänster)` where only a branch above it has a name.
    private static func text(_ code: NamedCode, name: String) -> String {
        if code.of == code.code { return "\(code.code) \(name)" }
        var branch = code.of[...]
        while branch.count > 2, branch.last == "0" { branch.removeLast() }
        return "\(code.code) (\(branch): \(name))"
    }
}
