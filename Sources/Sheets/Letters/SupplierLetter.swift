import API
import Procurement

/// An answer to a company that asks why it isn't on a list or in a plan: where it stands, what counted, what would change that,
/// what it can do itself, and how to ask for a correction. Plain words, two decimals.
package struct SupplierLetter {
    /// Where it stands for the question.
    package var standing: MatchingExplain.Result
    /// What was sought, such as the name of a category.
    package var need: String
    /// How many the list has.
    package var limit: Int
    /// What a plan did, in sentences; empty for a list.
    package var plan: [BilingualText] = []
    /// Whether it stands on the list of companies without a known win, and has its number among these.
    package var newcomers = false
    /// Who writes; absent where nobody is named.
    package var host: String?
    /// Where to write to; absent where nothing is said.
    package var contact: String?

    package init(standing: MatchingExplain.Result, need: String, limit: Int) {
        self.standing = standing
        self.need = need
        self.limit = limit
    }

    /// Paragraphs with an empty line between them; a line that begins with “– ” is a point of a list.
    package func text(_ language: TextLanguage) -> String {
        func pick(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }
        var lines = [
            pick(sv: "Till \(standing.supplier.name)", en: "To \(standing.supplier.name)"), "",
            pick(sv: "Varför ert företag står där det står", en: "Why your company stands where it stands"), "",
            asked(language), "",
        ]
        if !plan.isEmpty { lines += plan.map { $0.text(in: language) } + [""] }
        lines += [pick(sv: "Var ni står", en: "Where you stand"), place(language), ""]
        let counted = points(language)
        if !counted.isEmpty { lines += [pick(sv: "Vad som räknades", en: "What counted")] + counted + [""] }
        let changes = standing.reasons.dropFirst(standing.rank == nil ? 0 : 1)
        if !changes.isEmpty {
            lines += [
                standing.rank == nil
                    ? pick(sv: "Varför ni inte är med", en: "Why you are not on it")
                    : pick(sv: "Vad som skulle ändra det", en: "What would change it")
            ]
            lines += changes.map { "– " + $0.withTwoDecimals } + [""]
        }
        lines += [pick(sv: "Vad ni själva kan göra", en: "What you can do yourselves")] + advice(language) + [""]
        lines += [pick(sv: "Om något är fel", en: "If something is wrong"), correction(language), ""]
        lines += [host ?? "", contact ?? ""].filter { !$0.isEmpty }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private func asked(_ language: TextLanguage) -> String {
        let setting =
            [standing.setting?.buyer?.name ?? standing.setting?.buyer?.id].compactMap { $0 }
            + (standing.setting?.nuts ?? [])
        let ground =
            standing.dataThrough.map {
                language.pick(sv: "till och med \($0)", en: "through \($0)")
            } ?? language.pick(sv: "utan daterade annonser", en: "without dated notices")
        let whose = setting.joined(separator: ", ")
        return language.pick(
            sv:
                "Frågan gällde \(need)\(whose.isEmpty ? "" : ", för \(whose)"). Svaret bygger på offentliga annonser och register, "
                + "\(ground) (dataversion \(standing.generation)).",
            en:
                "The question was about \(need)\(whose.isEmpty ? "" : ", for \(whose)"). The answer rests on public notices and "
                + "registers, \(ground) (generation \(standing.generation)).")
    }

    private func place(_ language: TextLanguage) -> String {
        let considered = "\(standing.considered)"
        let compared = language.pick(
            sv: "\(considered) jämförda" + (newcomers ? " utan kända vinster" : ""),
            en: "\(considered) compared" + (newcomers ? " without a known win" : ""))
        guard let rank = standing.rank, let score = standing.score else {
            return language.pick(
                sv: "Ert företag jämfördes inte med de \(standing.considered) andra.",
                en: "Your company was not compared with the \(standing.considered) others.")
        }
        let points = language.hundredths(score)
        guard let last = standing.scoreOfLastPlace else {
            return language.pick(
                sv:
                    "Ni är nummer \(rank) av \(compared), med \(points) poäng av 1. Det är bland de \(limit) "
                    + "första: ni är med på listan.",
                en:
                    "You are number \(rank) of \(compared), with \(points) points of 1. That is among the "
                    + "first \(limit): you are on the list.")
        }
        guard last > score else {
            return language.pick(
                sv:
                    "Ni är nummer \(rank) av \(compared), med \(points) poäng av 1. Listan tar bara upp dem som "
                    + "något eget talar för: vinster, bransch, namn eller beskrivning. Om er är inget sådant känt.",
                en:
                    "You are number \(rank) of \(compared), with \(points) points of 1. The list has only those "
                    + "that something of their own speaks for: wins, industry, name or description. Nothing such is known of you."
            )
        }
        let isClose = language.hundredths(last) == points
        return language.pick(
            sv:
                "Ni är nummer \(rank) av \(compared), med \(points) poäng av 1. Listan tar upp de \(limit) "
                + "första, och den sista av dem har "
                + (isClose ? "bara någon tusendel mer." : "\(language.hundredths(last))."),
            en:
                "You are number \(rank) of \(compared), with \(points) points of 1. The list has the first "
                + "\(limit), and the last of them has "
                + (isClose ? "a few thousandths more." : "\(language.hundredths(last))."))
    }

    private func points(_ language: TextLanguage) -> [String] {
        let weighed = standing.signals.filter { $0.weight > .zero }
            .sorted { ($1.points, $0.name) < ($0.points, $1.name) }
        return weighed.map { signal in
            let name = language.signal(signal.name)
            guard signal.value != nil else {
                return language.pick(
                    sv: "– \(name): inget är känt, och det räknas inte mot er.",
                    en: "– \(name): nothing is known, and that doesn't count against you.")
            }
            let because = signal.because.isEmpty ? "" : ": \(signal.because.withTwoDecimals)"
            return language.pick(
                sv:
                    "– \(name), \(language.hundredths(signal.points)) av högst \(language.hundredths(signal.weight))\(because)",
                en:
                    "– \(name), \(language.hundredths(signal.points)) of at most \(language.hundredths(signal.weight))\(because)"
            )
        }
    }

    private func advice(_ language: TextLanguage) -> [String] {
        language == .sv
            ? [
                "– Ange er bransch: se till att näringsgrenen (SNI) hos SCB och verksamheten hos Bolagsverket säger vad ni gör i "
                    + "dag. Det är de orden vi läser.",
                "– Finns i registret: låt uppgifterna om ort, storlek och e-post stämma, så att ni kan nås och räknas på rätt plats.",
                "– Lämna anbud: varje kontrakt ni vinner hos en offentlig köpare syns i annonserna och räknas, också utanför "
                    + "vår kommun.",
                "– Kom på våra leverantörsträffar: de är öppna för alla, och den som anmäler sig får plats i den ordning "
                    + "anmälningarna kommer.",
            ]
            : [
                "– State your trade: see to it that your industry code (SNI) at Statistics Sweden and your business at the Companies "
                    + "Registration Office say what you do today. Those are the words that are read.",
                "– Be in the register: let place, size and e-mail be right, so that you can be reached and count where you are.",
                "– Tender: each contract that you win from a public buyer is in the notices and counts, also outside our "
                    + "municipality.",
                "– Come to our supplier meetings: they are open to all, and places go in the order in which registrations come.",
            ]
    }

    private func correction(_ language: TextLanguage) -> String {
        let to = contact.map { language.pick(sv: " till \($0)", en: " to \($0)") } ?? ""
        return language.pick(
            sv:
                "Listan är ett underlag för dem som ska bjuda in till samtal. Den avgör ingen upphandling, och ert anbud bedöms aldrig "
                + "efter den. Är en uppgift fel, skriv\(to) och säg vilken: vi rättar det som är vårt, och säger var det "
                + "andra rättas. Ni har också rätt att ta del av listan och skälen till den.",
            en:
                "The list is a ground for those who invite to talks. It decides no procurement, and no tender of yours is ever judged "
                + "by it. If something is wrong, write\(to) and say what: we correct what is ours, and say where the rest "
                + "is corrected. You also have the right to see the list and its reasons.")
    }
}

extension MatchingExplain.Result {
    /// Whether it stands on the list that was asked about.
    package var isListed: Bool { rank != nil && scoreOfLastPlace == nil }

    /// Whether it may stand on another list: a question in words lists those without a known win apart, too.
    package var mayBeListedApart: Bool { scoreOfLastPlace != nil && supplier.newcomer }
}

extension String {
    /// Scores in a sentence, numbers from 0 to 1 with three decimals or more, with two.
    package var withTwoDecimals: String {
        replacing(/([^0-9.,]|^)([01])([.,])([0-9]{3,6})(?![0-9])/) { found in
            let (before, whole, point, rest) = (found.output.1, found.output.2, found.output.3, found.output.4)
            let digits = rest + String(repeating: "0", count: 6 - rest.count)
            let millionths = (Int(whole) ?? 0) * 1_000_000 + (Int(digits) ?? 0)
            let language: TextLanguage = point == "," ? .sv : .en
            return before + language.hundredths(Points(millionths: millionths))
        }
    }
}
