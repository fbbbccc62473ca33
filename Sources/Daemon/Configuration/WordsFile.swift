import Language
import StrictYAML

/// `words.yaml`: the everyday words that stand for others.
enum WordsFile {
    /// The table in the order of the file.
    static func read(_ root: YAMLNode, _ issues: ConfigurationIssues) -> EverydayWords {
        if case .nothing = root.content { return EverydayWords() }
        var entries: [EverydayWords.Entry] = []
        /// By word: the line that has it.
        var lines: [String: Int] = [:]
        YAMLRecord.each("words", in: root, issues) { record in
            let words = record.words("words")
            let means = record.words("means").map(\.text)
            let because = record.byLanguage("because", required: false)
            if words.isEmpty { record.report("words", "says nothing", "write what people say: [blöja, blöjor]") }
            if means.isEmpty { record.report("means", "says nothing", "write what it stands for: [inkontinensskydd]") }
            for word in words {
                let key = FoldedText(word.text).strings.joined(separator: " ")
                if key.isEmpty {
                    record.report("words", "“\(word.text)” has no letters", "write a word", at: word.line)
                } else if let line = lines[key] {
                    record.report(
                        "words", "“\(word.text)” stands in line \(line) too", "keep one of them", at: word.line)
                }
                lines[key] = word.line
            }
            entries.append(EverydayWords.Entry(words: words.map(\.text), means: means, because: because))
        }
        return EverydayWords(entries)
    }

    /// The table that Torg is shipped with, `config/words.yaml`, which is compiled in.
    static let builtIn: EverydayWords = {
        let text = String(decoding: PackageResources.words_yaml, as: UTF8.self)
        guard let root = try? YAMLNode(parsing: text, file: "words.yaml") else { return EverydayWords() }
        return read(root, ConfigurationIssues())
    }()
}
