import Containers

/// Takes Swedish compounds apart by the words that a body of texts uses.
///
/// A word is cut in two where its end is a word of the texts and its beginning is one too, or a form that begins at least
/// three of their words (`skol`, `ladd`, `mat`). Of several cuts the one whose rarer half is most common wins, a short
/// half counting less; each half is cut again, three levels deep at most.
///
/// Unlike `CompoundSplitter`, which the index of titles is made with, it knows forms that are no words of their own.
package struct CompoundAnalyser: Sendable {
    private static let deepest = 3
    /// Looking at a word takes the square of its length, and whoever asks may send one of a megabyte.
    private static let longestWord = 60

    private let words: Vocabulary
    /// By word: how many texts hold it.
    private let texts: [Int32]
    /// The stems of all words of the texts.
    package private(set) var stems = Vocabulary()
    /// By stem: how many texts hold a word of it.
    private var textsOfStem: [Int32] = []
    /// Forms that begin words whose rest is a word.
    private var beginnings = Vocabulary()
    /// By form: how many different stems follow it.
    private var endingsOfBeginning: [Int32] = []
    /// By stem: how many different forms it follows.
    private var beginningsOfStem: [Int32] = []

    /// - Parameters:
    ///   - words: of the texts.
    ///   - texts: by word, how many hold it.
    package init(words: Vocabulary, texts: [Int32]) {
        self.words = words
        self.texts = texts
        let stemmer = WordStemmer()
        for word in 0..<Int32(words.count) {
            let stem = stems.intern(stemmer.stem(words[word])[...])
            if Int(stem) == textsOfStem.count { textsOfStem.append(0) }
            textsOfStem[Int(stem)] += texts[Int(word)]
        }
        learnBeginnings(stemmer)
    }

    /// Whether any text has the word, or one of its stem.
    package func knows(_ word: ArraySlice<UInt16>, _ stemmer: WordStemmer) -> Bool {
        count(word) > 0 || count(ofStem: word, stemmer) > 0
    }

    private static let shortestMisspelt = 6
    private static let leastTextsOfMeant: Int32 = 2

    /// The word of the texts that one which no text has is most likely a misspelling of: written without the rings and dots of
    /// å, ä and ö, else with one letter too many, too few, another or two turned about (Damerau 1964). Of several the one that
    /// most texts hold. Nil where there is none, and for a short word.
    package func meant(by word: ArraySlice<UInt16>) -> ArraySlice<UInt16>? {
        guard (Self.shortestMisspelt...Self.longestWord).contains(word.count) else { return nil }
        let plain = word.map(Self.plain)
        var best: (rank: Int, texts: Int32, word: Int32)?
        for number in 0..<Int32(words.count) where texts[Int(number)] >= Self.leastTextsOfMeant {
            let other = words[number]
            guard abs(other.count - word.count) <= 1 else { continue }
            let rank =
                other.count == word.count && zip(other, plain).allSatisfy({ Self.plain($0) == $1 })
                ? 2 : EditDistance.isOne(word, other) ? 1 : 0
            guard rank > 0 else { continue }
            if best.map({ (rank, texts[Int(number)]) > ($0.rank, $0.texts) }) ?? true {
                best = (rank, texts[Int(number)], number)
            }
        }
        return best.map { words[$0.word] }
    }

    private static func plain(_ unit: UInt16) -> UInt16 {
        unit == 0xE5 || unit == 0xE4 ? 0x61 : unit == 0xF6 ? 0x6F : unit
    }

    private mutating func learnBeginnings(_ stemmer: WordStemmer) {
        beginningsOfStem = Array(repeating: 0, count: stems.count)
        // By ending: the number of its stem; nil where no word can end so.
        var endings = Vocabulary()
        var stemOfEnding: [Int32?] = []
        var pairs: Set<UInt64> = []
        for number in 0..<Int32(words.count) {
            let word = words[number]
            guard (5...Self.longestWord).contains(word.count) else { continue }
            for length in 2..<(word.count - 2) {
                let rest = word.dropFirst(length)
                let ending = Int(endings.intern(rest))
                if ending == stemOfEnding.count {
                    stemOfEnding.append(canEnd(rest, stemmer) ? stems.id(of: stemmer.stem(rest)[...]) : nil)
                }
                guard let stem = stemOfEnding[ending] else { continue }
                let beginning = beginnings.intern(word.prefix(length))
                if Int(beginning) == endingsOfBeginning.count { endingsOfBeginning.append(0) }
                if pairs.insert(UInt64(UInt32(beginning)) << 32 | UInt64(UInt32(stem))).inserted {
                    endingsOfBeginning[Int(beginning)] += 1
                }
            }
        }
        for pair in pairs {
            let beginning = Int32(pair >> 32)
            if endingsOfBeginning[Int(beginning)] >= 3 || count(beginnings[beginning]) >= 2 {
                beginningsOfStem[Int(pair & 0xFFFF_FFFF)] += 1
            }
        }
    }

    private func count(_ word: ArraySlice<UInt16>) -> Int32 { words.id(of: word).map { texts[Int($0)] } ?? 0 }

    private func count(ofStem word: ArraySlice<UInt16>, _ stemmer: WordStemmer) -> Int32 {
        stems.id(of: stemmer.stem(word)[...]).map { textsOfStem[Int($0)] } ?? 0
    }

    // MARK: Halves

    private static let particles = Vocabulary(
        """
        för upp ner in ut av om till vid under över på mot med an be från genom fram efter sam åter bort åt och mellan utan \
        inom hos hur när där här som den det ett små stor nya alla mer eller ej icke
        """.split(separator: " ").map(String.init))
    private static let suffixes = Vocabulary(
        """
        ing ingar ning ningar ande ist are arna erna tion isk het heter kol eri erier ter ten ton sen son ser
        """.split(separator: " ").map(String.init))

    private static func isNoHalf(_ word: ArraySlice<UInt16>) -> Bool {
        particles.id(of: word) != nil || suffixes.id(of: word) != nil
    }

    private func canEnd(_ rest: ArraySlice<UInt16>, _ stemmer: WordStemmer) -> Bool {
        guard !Self.isNoHalf(rest) else { return false }
        let count = count(rest)
        if rest.count == 3 { return count >= 8 }
        return count >= 2 || (rest.count >= 5 && self.count(ofStem: rest, stemmer) >= 2)
    }

    /// How well a form is known as the first half: as a word, or as what begins several.
    private func strength(ofFirst form: ArraySlice<UInt16>, _ stemmer: WordStemmer) -> Int32 {
        guard Self.particles.id(of: form) == nil else { return 0 }
        func begins(_ form: ArraySlice<UInt16>) -> Int32 {
            beginnings.id(of: form).map { endingsOfBeginning[Int($0)] } ?? 0
        }
        if form.count == 2 {
            let (count, begins) = (count(form), begins(form))
            return count >= 5 && begins >= 5 ? min(count, begins) : 0
        }
        var strength: Int32 = 0
        // The binding s of `arbetsplats`.
        for form in form.count > 4 && form.last == 0x73 ? [form, form.dropLast()] : [form] {
            let count = count(form)
            if count >= (form.count >= 4 ? 2 : 5) { strength = max(strength, count) }
            if form.count >= 4 {
                let ofStem = self.count(ofStem: form, stemmer)
                if ofStem >= 2 { strength = max(strength, ofStem) }
            }
            if begins(form) >= 3 { strength = max(strength, begins(form)) }
        }
        return strength
    }

    private func strength(ofLast rest: ArraySlice<UInt16>, _ stemmer: WordStemmer) -> Int32 {
        guard rest.count >= 3, !Self.isNoHalf(rest) else { return 0 }
        let count = count(rest)
        if rest.count == 3, count < 8 { return 0 }
        var strength = count >= 2 ? count : 0
        if rest.count >= 5, let stem = stems.id(of: stemmer.stem(rest)[...]) {
            strength = max(strength, textsOfStem[Int(stem)])
            if beginningsOfStem[Int(stem)] >= 2 { strength = max(strength, beginningsOfStem[Int(stem)]) }
        }
        return strength >= 2 ? strength : 0
    }

    // MARK: Trees

    private func cut(_ word: ArraySlice<UInt16>, _ stemmer: WordStemmer) -> Int? {
        guard (6...Self.longestWord).contains(word.count) else { return nil }
        var best: Float = 0
        var place: Int?
        for length in 2..<(word.count - 2) {
            let last = strength(ofLast: word.dropFirst(length), stemmer)
            guard last > 0 else { continue }
            let shorter = min(length == 2 ? 3 : length, word.count - length)
            let share = min(1, Float(shorter - 1) / 3)
            guard Float(last) * share > best else { continue }
            let value = Float(min(strength(ofFirst: word.prefix(length), stemmer), last)) * share
            if value > best { (best, place) = (value, length) }
        }
        return place
    }

    /// The tree of a word of the texts; gives numbers to the stems of constituents that are no words of their own.
    package mutating func learn(_ word: ArraySlice<UInt16>, _ stemmer: WordStemmer) -> WordTree {
        for form in constituents(of: word, stemmer, depth: 0) {
            let stem = stems.intern(stemmer.stem(form)[...])
            if Int(stem) == textsOfStem.count {
                textsOfStem.append(0)
                beginningsOfStem.append(0)
            }
        }
        return tree(of: word, stemmer)
    }

    /// All that a word is made of, however deep.
    private func constituents(of word: ArraySlice<UInt16>, _ stemmer: WordStemmer, depth: Int) -> [ArraySlice<UInt16>] {
        halves(of: word, isSought: false, stemmer, depth: depth).flatMap {
            [$0] + constituents(of: $0, stemmer, depth: depth + 1)
        }
    }

    /// - Parameter isSought: of a word that is asked for the beginning may be unknown.
    package func tree(of word: ArraySlice<UInt16>, isSought: Bool = false, _ stemmer: WordStemmer) -> WordTree {
        tree(of: word, isSought: isSought, stemmer, depth: 0)
    }

    private func tree(of word: ArraySlice<UInt16>, isSought: Bool, _ stemmer: WordStemmer, depth: Int) -> WordTree {
        WordTree(
            stem: stems.id(of: stemmer.stem(word)[...]),
            constituents: halves(of: word, isSought: isSought, stemmer, depth: depth).map {
                tree(of: $0, isSought: false, stemmer, depth: depth + 1)
            })
    }

    /// The two constituents of a compound; none of a word that is no compound.
    private func halves(
        of word: ArraySlice<UInt16>, isSought: Bool, _ stemmer: WordStemmer, depth: Int
    ) -> [ArraySlice<UInt16>] {
        guard depth < Self.deepest, !word.allSatisfy({ (48...57).contains($0) }) else { return [] }
        var place = cut(word, stemmer)
        if place == nil, isSought, depth == 0, (9...Self.longestWord).contains(word.count) {
            place = (5..<(word.count - 3)).first { strength(ofLast: word.dropFirst($0), stemmer) >= 3 }
        }
        guard let place else { return [] }
        var first = word.prefix(place)
        if first.count > 4, first.last == 0x73, count(first) < 2 { first = first.dropLast() }
        return [first, word.dropFirst(place)]
    }

    /// Bytes held, for reports.
    package var memory: Int {
        words.memory + stems.memory + beginnings.memory + (texts.count + textsOfStem.count) * 4
            + (endingsOfBeginning.count + beginningsOfStem.count) * 4
    }
}
