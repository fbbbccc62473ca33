import Language

/// `words.yaml`: the everyday words that stand for others.
enum WordsFile {
    /// The table in the order of the file, what is wrong added to `issues`.
    static func read(_ root: ConfigurationNode, file: String, issues: inout [ConfigurationIssue]) -> EverydayWords {
        if case .nothing = root.content { return EverydayWords() }
        var entries: [EverydayWords.Entry] = []
        /// By word: the line that has it.
        var lines: [String: Int] = [:]
        for var record in RecordReader.records("words", in: root, file: file, issues: &issues) {
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
            issues += record.allIssues()
        }
        return EverydayWords(entries)
    }

    /// The table that Torg is shipped with, `config/words.yaml`, which is compiled in.
    static let builtIn: EverydayWords = {
        var issues: [ConfigurationIssue] = []
        let text = String(decoding: PackageResources.words_yaml, as: UTF8.self)
        guard let root = try? ConfigurationNode.parse(text, file: "words.yaml") else { return EverydayWords() }
        return read(root, file: "words.yaml", issues: &issues)
    }()
}
