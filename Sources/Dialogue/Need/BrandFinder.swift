import API

/// Finds names that point to one maker or supplier. It errs on the side of showing: a person decides.
struct BrandFinder: Sendable {
    private let words: [NeedText.Word]
    private let suppliers: [[String]]

    /// Words that a number follows without a product being meant: laws, standards, parts of documents, time.
    private static let ordinary: Set<String> = [
        "iso", "en", "ss", "ss-en", "ss-iso", "iec", "ieee", "din", "astm", "sis", "wcag", "sfs", "lou", "luf", "luk",
        "dnr", "diarienummer", "cpv", "nuts", "gdpr", "eu", "eg", "ab", "abt", "abk", "ama", "bbr", "agenda", "vision",
        "bilaga", "kapitel", "kap", "avsnitt", "sida", "punkt", "del", "fas", "etapp", "steg", "nivå", "klass", "typ",
        "tabell", "figur", "lot", "alternativ", "årskurs", "åk", "kvartal", "vecka", "år", "kl", "klockan", "version",
        "appendix", "annex", "chapter", "section", "page", "part", "phase", "stage", "level", "class", "type", "table",
        "figure", "year", "week", "quarter", "article", "artikel", "paragraf",
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december", "january", "february", "march", "may", "june", "july", "august", "october",
        "cirka", "ca", "omkring", "ungefär", "totalt", "minst", "högst", "max", "över", "under", "mellan", "från",
        "till",
        "på", "inom", "efter", "före", "senast", "varje", "alla", "våra", "vi", "de", "det", "den", "dessa", "av",
        "med",
        "för", "och", "eller", "i", "om", "samt", "har", "antal", "about", "around", "at", "over", "under", "between",
        "from", "to", "in", "within", "after", "before", "every", "all", "our", "we", "the", "these", "of", "with",
        "for",
        "and", "or", "some",
    ]
    /// Makes and products that needs of offices, schools and works name by habit. Ordinary words are left out, also where
    /// a product is called so (Word, Teams, Zoom): a list can't tell them apart.
    private static let makes: Set<String> = [
        "microsoft", "windows", "office365", "excel", "powerpoint", "outlook", "onedrive", "azure", "google",
        "chromebook",
        "chromebooks", "android", "apple", "ipad", "ipads", "macbook", "adobe", "photoshop", "acrobat", "autocad",
        "autodesk", "oracle", "sap", "salesforce", "citrix", "vmware", "cisco", "lenovo", "dell", "samsung", "canon",
        "xerox", "ricoh", "epson", "skype", "webex", "whatsapp", "facebook", "instagram", "visma", "volvo", "scania",
        "tesla", "toyota", "volkswagen", "mercedes", "husqvarna", "caterpillar", "stihl", "bosch", "siemens", "philips",
        "electrolux", "ikea", "kinnarps", "lego", "kahoot", "inera", "chatgpt", "copilot",
    ]
    /// Of the makes, those that are firms too: after these words the firm is meant.
    private static let firms: Set<String> = [
        "microsoft", "google", "apple", "adobe", "autodesk", "oracle", "sap", "salesforce", "cisco", "lenovo", "dell",
        "samsung", "canon", "xerox", "ricoh", "epson", "visma", "volvo", "scania", "tesla", "toyota", "volkswagen",
        "husqvarna", "bosch", "siemens", "philips", "electrolux", "ikea", "kinnarps", "inera",
    ]
    private static let beforeFirms: Set<String> = ["på", "hos", "at"]
    /// Ends of streets' names, which a number follows without a product being meant.
    private static let streets = [
        "gatan", "gata", "vägen", "torget", "torg", "gränd", "gränden", "allén", "stigen", "kajen", "street", "road",
        "avenue",
    ]
    /// Legal forms, which tell nothing of who it is.
    private static let legalForms: Set<String> = [
        "ab", "aktiebolag", "aktiebolaget", "hb", "kb", "handelsbolag", "kommanditbolag", "ek", "för", "förening",
        "publ", "ltd", "limited", "gmbh", "inc", "oy", "as", "a/s", "aps", "bv", "plc", "llc", "sweden", "sverige",
    ]
    /// Names too ordinary to be taken for a supplier when they stand alone.
    private static let shortest = 4

    init(_ text: NeedText, suppliers: [String]) {
        words = text.words
        var names = Set<[String]>()
        for supplier in suppliers {
            let parts = NeedText(supplier).words.map(\.lowercased)
            let kept = parts.filter { !Self.legalForms.contains($0) }
            guard kept.joined().count >= Self.shortest else { continue }
            names.insert(kept)
        }
        // The longest first, so that “Nordiska Broar Norr” is not taken for “Nordiska Broar”.
        self.suppliers = names.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
    }

    func findings() -> [NameFinding] {
        let byFirst = Dictionary(grouping: suppliers) { $0[0] }
        var findings: [NameFinding] = []
        var index = 0
        while index < words.count {
            if let (count, kind, certainty) = match(at: index, byFirst) {
                let name = words[index..<(index + count)].map(\.text).joined(separator: " ")
                findings.append(
                    NameFinding(name: name, kind: kind, certainty: certainty, offset: words[index].offset))
                index += count
            } else {
                index += 1
            }
        }
        return findings
    }

    private func match(
        at index: Int, _ byFirst: [String: [[String]]]
    ) -> (count: Int, kind: NameFinding.Kind, certainty: NameFinding.Certainty)? {
        let word = words[index]
        for name in byFirst[word.lowercased] ?? [] where word.isCapitalised {
            let end = index + name.count
            guard end <= words.count, words[index..<end].map(\.lowercased) == name else { continue }
            // One word at the start of a sentence may be a common word that is also a name.
            let isLone = name.count == 1 && word.opensSentence
            return (name.count, words[end - 1].isMarked ? .trademark : .supplier, isLone ? .possible : .likely)
        }
        if let count = markedName(at: index) { return (count, .trademark, .certain) }
        if let certainty = modelCertainty(word) { return (1, .model, certainty) }
        if let (count, certainty) = numberedName(at: index) { return (count, .product, certainty) }
        if isMixedCase(word.text) { return (1, .product, .likely) }
        if word.isCapitalised, Self.makes.contains(word.lowercased) {
            let isFirm =
                Self.firms.contains(word.lowercased) && index > 0
                && Self.beforeFirms.contains(words[index - 1].lowercased) && !word.isParted
            return (1, isFirm ? .supplier : .product, .likely)
        }
        return nil
    }

    /// Capitalised words that end in a marked one, or one marked word.
    private func markedName(at index: Int) -> Int? {
        if words[index].isMarked { return 1 }
        guard words[index].isCapitalised, !words[index].opensSentence else { return nil }
        var end = index + 1
        while end < words.count, end - index < 4, !words[end].isParted, words[end].isCapitalised || words[end].isNumber
        {
            if words[end].isMarked { return end - index + 1 }
            end += 1
        }
        return nil
    }

    /// `Office 365`, `Windows Server 2022`, `Galaxy Tab 10`: capitalised words and then a number.
    private func numberedName(at index: Int) -> (count: Int, certainty: NameFinding.Certainty)? {
        var end = index
        while end < words.count, end - index < 4, isNameWord(words[end]), end == index || !words[end].isParted {
            end += 1
        }
        guard end > index, end < words.count, words[end].isNumber, !words[end].isParted else { return nil }
        let last = words[end - 1].lowercased
        if Self.streets.contains(where: { last.hasSuffix($0) }) { return nil }
        // A year after a name may be a plan's, and a sentence may simply begin with a capital before a number.
        let isYear = words[end].text.utf8.count == 4 && ["19", "20"].contains(words[end].text.prefix(2))
        let isOpening = words[index].opensSentence && end == index + 1
        return (end - index + 1, isYear || isOpening ? .possible : .likely)
    }

    private func isNameWord(_ word: NeedText.Word) -> Bool {
        word.isCapitalised && !word.hasDigit && word.text.count > 1 && !Self.ordinary.contains(word.lowercased)
    }

    /// Letters and digits in one word that opens with a capital: `RTX4090`, `M404dn`. Not paper (`A4-format`),
    /// standards (`ISO9001`) or codes of procurement itself (`SE121`).
    private func modelCertainty(_ word: NeedText.Word) -> NameFinding.Certainty? {
        guard word.hasDigit, word.text.count >= 4, word.isCapitalised else { return nil }
        let parts = word.text.lowercased().split(whereSeparator: { "-/.".contains($0) })
        guard let head = parts.first, word.text.contains(where: \.isLetter) else { return nil }
        let name = String(head.prefix { $0.isLetter })
        if name.count == 1, head.count == 2 { return nil }
        if Self.ordinary.contains(name) || name == "se" { return nil }
        // A name, a hyphen and a number may be anything: `Covid-19`, `LOT-0001`.
        return parts.count > 1 && name.count == head.count ? .possible : .likely
    }

    /// `SharePoint`, `iPhone`, `YouTube`: a capital after a small letter, no hyphen between.
    private func isMixedCase(_ text: String) -> Bool {
        let letters = Array(text)
        guard letters.count >= 4, letters.allSatisfy({ $0.isLetter || $0.isNumber }) else { return false }
        let rises = zip(letters, letters.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
        return rises && letters.contains(where: \.isLowercase)
    }
}
