import Matching
import Procurement

/// The sentences of an explored need.
package enum NeedReasons {
    /// How far the answer to a need reaches, and what nothing is known of.
    package static func reach(_ findings: NeedFindings) -> BilingualText {
        reach(findings.reach, findings.words, similar: findings.similar.count)
    }

    /// The same of a category or a challenge.
    package static func reach(_ report: QuestionReport) -> BilingualText {
        reach(report.reach, report.words, similar: report.similar)
    }

    private static func reach(
        _ reach: NeedFindings.Reach, _ words: [NeedFindings.Word], similar count: Int
    ) -> BilingualText {
        // What is said by the way needn't be known.
        let telling = words.filter { $0.weight >= 0.3 }
        let unknown = telling.filter { !$0.isKnown }.map(\.text)
        let known = telling.filter(\.isKnown).map(\.text)
        let similar = Figure.count(
            count, ("upphandling liknar behovet", "upphandlingar liknar behovet"),
            ("procurement is like the need", "procurements are like the need"))
        let missing = unknown.isEmpty ? nil : absent(unknown)
        let standing = standing(words)
        switch reach {
        case .well:
            return joined(BilingualText(sv: "\(similar.sv).", en: "\(similar.en)."), standing, missing)
        case .partly:
            guard count > 0 else {
                return joined(
                    BilingualText(
                        sv: "Ingen upphandling i dessa data liknar behovet. Bara CPV och kategorierna ger en ledtråd.",
                        en:
                            "No procurement in these data is like the need. Only the CPV and the categories give a hint."
                    ),
                    missing)
            }
            guard !known.isEmpty else {
                return joined(
                    BilingualText(
                        sv:
                            "Svaret bygger bara på vad texten rör, inte på dess ord. \(similar.sv), som bäst till en del.",
                        en:
                            "The answer rests on what the text touches, not on its words. \(similar.en), at best in part."
                    ),
                    missing)
            }
            let words = Figure.names(known)
            return joined(
                BilingualText(
                    sv:
                        "Bara en del av texten känns igen: svaret bygger på \(words.sv). \(similar.sv), som bäst till en "
                        + "del.",
                    en:
                        "Only part of the text is known: the answer rests on \(words.en). \(similar.en), at best in part."
                ), standing, missing, advice)
        case .nothing:
            guard !words.isEmpty else {
                return BilingualText(
                    sv: "Texten säger inte vad som behövs. Skriv vad det är, vad det ska klara och för vem.",
                    en: "The text doesn't say what is needed. Write what it is, what it must do and for whom.")
            }
            return joined(
                missing,
                BilingualText(
                    sv: "Därför finns ingen lista att lita på.", en: "So there is no list to rely on."), advice)
        }
    }

    private static let advice = BilingualText(
        sv: "Pröva andra ord, sådana som en annons har, eller fråga efter en kategori eller en CPV-kod.",
        en: "Try other words, such as a notice has, or ask for a category or a CPV code.")

    /// Words that others stand for.
    private static func standing(_ words: [NeedFindings.Word]) -> BilingualText? {
        let standing = words.filter { !$0.means.isEmpty }.prefix(5)
        guard !standing.isEmpty else { return nil }
        let sv = standing.map { "”\($0.text)” som \(Figure.names(Array($0.means.prefix(3))).sv)" }
        let en = standing.map { "\"\($0.text)\" as \(Figure.names(Array($0.means.prefix(3))).en)" }
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

    private static func absent(_ words: [String]) -> BilingualText {
        let names = Figure.names(words.map { "”\($0)”" })
        return BilingualText(
            sv: "\(names.sv) finns varken i någon upphandlings titel eller i CPV.",
            en:
                "\(names.en.replacing("”", with: "\"")) \(words.count == 1 ? "is" : "are") neither in any procurement's "
                + "title nor in the CPV.")
    }

    private static func sentences(similar: Int, of whole: Int, words: [String], codes: [CPVCode]) -> BilingualText {
        var parts: [BilingualText] = []
        if !words.isEmpty {
            let names = Figure.names(words)
            parts.append(BilingualText(sv: "Texten har \(names.sv).", en: "The text has \(names.en)."))
        }
        if similar > 0 {
            parts.append(
                BilingualText(
                    sv: "\(similar) av de \(whole) lika upphandlingarna ligger i den.",
                    en: "\(similar) of the \(whole) similar procurements \(similar == 1 ? "lies" : "lie") in it."))
        }
        if !codes.isEmpty {
            let names = Figure.names(codes.map(\.description), limit: 3)
            parts.append(
                BilingualText(
                    sv: "Ord ur texten står i namnet på \(names.sv).",
                    en: "Words of the text are in the name of \(names.en)."))
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
