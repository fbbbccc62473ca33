import Matching
import Procurement

/// The sentences of an explored need.
package enum NeedReasons {
    /// How far the answer to a need reaches, and what nothing is known of.
    /// - Parameter text: the need as it was written, whose spelling the sentences keep.
    package static func reach(_ findings: NeedFindings, text: String = "") -> BilingualText {
        let spellings = Dictionary(NeedText(text).words.map { ($0.lowercased, $0.text) }) { first, _ in first }
        let words = findings.words.map { word in
            var word = word
            word.text = spellings[word.text] ?? word.text
            return word
        }
        return reach(findings.reach, words, similar: findings.similar.count)
    }

    /// The same of a category or a challenge.
    package static func reach(_ report: QuestionReport) -> BilingualText {
        reach(report.reach, report.words, similar: report.similar)
    }

    private static func reach(
        _ reach: NeedReach, _ words: [NeedFindings.Word], similar count: Int
    ) -> BilingualText {
        // What is said by the way needn't be known.
        let telling = words.filter { $0.weight >= 0.3 }
        let unknown = telling.filter { !$0.isKnown }.map(\.text)
        let known = quoted(telling.filter(\.isKnown).map(\.text))
        let similar = Figure.count(
            count, sv: ("upphandling liknar behovet", "upphandlingar liknar behovet"),
            en: ("procurement is like the need", "procurements are like the need"))
        let missing = unknown.isEmpty ? nil : absent(quoted(unknown), isOne: unknown.count == 1)
        let standing = standing(words)
        switch reach {
        case .well:
            return joined(BilingualText(sv: "\(similar.sv).", en: "\(similar.en)."), standing, missing)
        case .partly:
            guard count > 0 else {
                let sought = quoted(unknown)
                return joined(
                    BilingualText(
                        sv: "Inget i underlaget liknar det som söks" + (unknown.isEmpty ? "." : " (\(sought.sv))."),
                        en: "Nothing in the data is like what is sought" + (unknown.isEmpty ? "." : " (\(sought.en)).")),
                    known.sv.isEmpty
                        ? BilingualText(
                            sv: "Bara CPV och kategorierna ger en ledtråd.",
                            en: "Only the CPV and the categories give a hint.")
                        : BilingualText(
                            sv: "Listan bygger bara på \(known.sv).", en: "The list rests on \(known.en) alone."))
            }
            guard !known.sv.isEmpty else {
                return joined(
                    BilingualText(
                        sv:
                            "Svaret bygger bara på vad behovet gäller, inte på dess ord. \(similar.sv), ingen av dem helt.",
                        en:
                            "The answer rests on what the need is about, not on its words. \(similar.en), none of them fully."
                    ),
                    missing)
            }
            return joined(
                BilingualText(
                    sv:
                        "Bara en del av texten känns igen: svaret bygger på \(known.sv). \(similar.sv), ingen av dem "
                        + "helt.",
                    en:
                        "Only part of the text is known: the answer rests on \(known.en). \(similar.en), none of them "
                        + "fully."
                ), standing, missing, advice)
        case .nothing:
            guard !words.isEmpty else {
                return BilingualText(
                    sv: "Texten säger inte vad som behövs. Skriv vad det är, vad det ska klara och för vem.",
                    en: "The text doesn't say what is needed. Write what it is, what it must do and for whom.")
            }
            let aside = words.filter { $0.isKnown && $0.weight < 0.3 }.map(\.text)
            let hint = quoted(aside)
            return joined(
                missing,
                aside.isEmpty
                    ? nil
                    : BilingualText(
                        sv: "Känt är bara \(hint.sv), som inte säger vad som söks.",
                        en: "Only \(hint.en) is known, which doesn't say what is sought."),
                BilingualText(
                    sv: "Därför finns ingen lista att lita på. Skriv vad det är i stället för vad det heter.",
                    en: "So there is no list to rely on. Write what it is rather than what it is called."), advice)
        }
    }

    private static let advice = BilingualText(
        sv: "Pröva andra ord, sådana som en annons har, eller fråga efter en kategori eller en CPV-kod.",
        en: "Try other words, such as a notice has, or ask for a category or a CPV code.")

    /// Words that others stand for.
    private static func standing(_ words: [NeedFindings.Word]) -> BilingualText? {
        var seen: Set<[String]> = []
        let standing = words.filter { !$0.means.isEmpty && seen.insert($0.means).inserted }.prefix(5)
        guard !standing.isEmpty else { return nil }
        let sv = standing.map { "”\($0.text)” som \(Figure.names(Array($0.means.prefix(3))).sv)" }
        let en = standing.map { "“\($0.text)” as \(Figure.names(Array($0.means.prefix(3))).en)" }
        return BilingualText(
            sv: "Läses: \(sv.joined(separator: "; ")).", en: "Read: \(en.joined(separator: "; ")).")
    }

    /// Why a category is touched.
    package static func category(_ touch: NeedFindings.CategoryTouch, of similar: Int) -> BilingualText {
        sentences(similar: touch.similar, of: similar, words: touch.keywords, codes: touch.named)
    }

    /// Why a challenge is touched.
    package static func challenge(_ touch: NeedFindings.ChallengeTouch) -> BilingualText {
        sentences(similar: 0, of: 0, words: touch.words, codes: [])
    }

    /// Why a branch of the CPV is touched.
    package static func branch(_ branch: NeedFindings.Branch, of similar: Int) -> BilingualText {
        sentences(similar: branch.similar, of: similar, words: [], codes: branch.named)
    }

    private static func absent(_ names: BilingualText, isOne: Bool) -> BilingualText {
        BilingualText(
            sv: "\(names.sv) finns varken i någon upphandlings titel eller i CPV.",
            en: "\(names.en) \(isOne ? "is" : "are") neither in any procurement's title nor in the CPV.")
    }

    /// Words within the quotation marks of each language.
    private static func quoted(_ words: [String]) -> BilingualText {
        BilingualText(
            sv: Figure.names(words.map { "”\($0)”" }).sv, en: Figure.names(words.map { "“\($0)”" }).en)
    }

    private static func sentences(similar: Int, of whole: Int, words: [String], codes: [CPVCode]) -> BilingualText {
        var parts: [BilingualText] = []
        if !words.isEmpty {
            let names = quoted(words)
            parts.append(BilingualText(sv: "Texten innehåller \(names.sv).", en: "The text contains \(names.en)."))
        }
        if similar > 0 {
            parts.append(
                BilingualText(
                    sv: "\(similar) av de \(whole) liknande upphandlingarna hör dit.",
                    en: "\(similar) of the \(whole) similar procurements \(similar == 1 ? "belongs" : "belong") there.")
            )
        }
        if !codes.isEmpty {
            let names = Figure.names(codes.map(\.description), limit: 3)
            parts.append(
                BilingualText(
                    sv: "Ord ur texten finns i benämningen på CPV \(names.sv).",
                    en: "Words of the text are in the name of CPV \(names.en)."))
        }
        return BilingualText(
            sv: parts.map(\.sv).joined(separator: " "), en: parts.map(\.en).joined(separator: " "))
    }

    private static func joined(_ texts: BilingualText?...) -> BilingualText {
        let texts = texts.compactMap { $0 }
        return BilingualText(
            sv: texts.map(\.sv).joined(separator: " "), en: texts.map(\.en).joined(separator: " "))
    }
}
