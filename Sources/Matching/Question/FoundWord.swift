import Language

/// What a text has of a sought word.
struct FoundWord: Hashable {
    enum Manner: CaseIterable {
        /// The word itself.
        case whole
        /// What stands for it.
        case meaning
        /// One of the words that it, or what stands for it, is made of.
        case part
    }

    let manner: Manner
    /// As the question has it.
    let sought: String
    /// What the text has.
    let text: String
    let stem: Int32
}

extension SoughtWord {
    /// Nil where a text of a field has nothing of it.
    func found(in field: TextField, of text: Int32, _ index: QuestionIndex) -> FoundWord? {
        func has(_ tree: SoughtTree) -> Int32? { tree.stem.flatMap { field.has($0, in: text) ? $0 : nil } }
        if let stem = has(tree) { return FoundWord(manner: .whole, sought: self.text, text: self.text, stem: stem) }
        for (place, alternative) in alternatives.enumerated() {
            guard let stem = alternative.lazy.compactMap(has).first else { continue }
            let met = place < meanings.count ? meanings[place] : index.analyser.stems.string(stem)
            return FoundWord(manner: .meaning, sought: self.text, text: met, stem: stem)
        }
        // The last constituent says what a word is, so it is looked for first.
        func part(_ tree: SoughtTree) -> Int32? {
            for constituent in tree.constituents.reversed() {
                if let stem = has(constituent) ?? part(constituent) { return stem }
            }
            return nil
        }
        var wholes = [(tree, self.text)]
        for (trees, meaning) in zip(alternatives, meanings) { wholes += trees.map { ($0, meaning) } }
        for (tree, whole) in wholes {
            guard let stem = part(tree) else { continue }
            let met = Self.ending(of: whole, from: index.analyser.stems.string(stem))
            return FoundWord(manner: .part, sought: self.text, text: met, stem: stem)
        }
        return nil
    }

    /// `möbler` of `kontorsmöbler`, from the stem `möbl`; a stem that more than an inflection follows stands alone.
    private static func ending(of word: String, from stem: String) -> String {
        guard let start = word.ranges(of: stem).last?.lowerBound, word[start...].count <= stem.count + 4 else {
            return stem
        }
        return String(word[start...])
    }
}
