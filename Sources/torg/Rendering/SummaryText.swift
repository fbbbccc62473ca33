import API
import Procurement

/// How others went about it, in sentences that say of how many each figure is known.
struct SummaryText {
    let language: TextLanguage

    func sentences(_ summary: ProcurementSummary) -> [String] {
        var sentences = [procedures(summary), endings(summary)]
        for values in summary.values where values.count == 1 {
            sentences.append(
                pick(
                    "Value in \(values.currency), known for 1 of \(summary.procurements): \(amount(values.median)).",
                    "Värde i \(values.currency), känt för 1 av \(summary.procurements): \(amount(values.median))."))
        }
        for values in summary.values where values.count > 1 {
            sentences.append(
                pick(
                    "Value in \(values.currency), known for \(values.count) of \(summary.procurements): median "
                        + "\(amount(values.median)), half between \(amount(values.lowerQuartile)) and "
                        + "\(amount(values.upperQuartile)).",
                    "Värde i \(values.currency), känt för \(values.count) av \(summary.procurements): median "
                        + "\(amount(values.median)), hälften mellan \(amount(values.lowerQuartile)) och "
                        + "\(amount(values.upperQuartile))."))
        }
        if summary.values.isEmpty {
            sentences.append(pick("No value is known.", "Inget värde är känt."))
        }
        if summary.valuesWithheld > 0 {
            sentences.append(
                pick(
                    "\(summary.valuesWithheld) withhold their value.", "\(summary.valuesWithheld) döljer sitt värde."))
        }
        sentences.append(tenders(summary))
        return sentences
    }

    private func procedures(_ summary: ProcurementSummary) -> String {
        let parts = summary.procedures.prefix(5).map {
            "\($0.count) \($0.code.map(procedure) ?? pick("not said", "ej angivet"))"
        }
        return pick("Procedures: ", "Förfaranden: ") + parts.joined(separator: ", ") + "."
    }

    private func endings(_ summary: ProcurementSummary) -> String {
        var text = pick(
            "\(summary.awarded) of \(summary.procurements) were awarded",
            "\(summary.awarded) av \(summary.procurements) ledde till tilldelning")
        if summary.failed > 0 {
            text += pick(
                ", \(summary.failed) ended with nothing awarded", ", \(summary.failed) avslutades utan tilldelning")
        }
        if summary.undecided > 0 {
            text += pick(", \(summary.undecided) don't say", ", \(summary.undecided) säger inget")
        }
        if summary.failedLots > 0 {
            text += pick(
                "; \(summary.failedLots) of \(summary.lots) lots had no winner",
                "; \(summary.failedLots) av \(summary.lots) delar fick ingen vinnare")
        }
        return text + "."
    }

    private func tenders(_ summary: ProcurementSummary) -> String {
        guard let tenders = summary.tenders else {
            return pick("How many tenders came is not known for any.", "Antalet anbud är inte känt för någon.")
        }
        return pick(
            "Tenders a lot, known for \(summary.tendersStated) of \(summary.lots): median \(tenders.median), "
                + "from \(tenders.least) to \(tenders.greatest); a single one in \(summary.singleTender).",
            "Anbud per del, känt för \(summary.tendersStated) av \(summary.lots): median \(tenders.median), från "
                + "\(tenders.least) till \(tenders.greatest); ett enda i \(summary.singleTender).")
    }

    /// The value of one procurement in a table.
    func value(_ value: Disclosure<Amount>?) -> String {
        switch value {
        case .stated(let amount): self.amount(amount)
        case .withheld: pick("withheld", "dolt")
        case nil: "–"
        }
    }

    /// The tenders of its lots in a table, such as 3 or 1–4.
    func tenders(_ lots: [LotResult]) -> String {
        let counts = lots.compactMap { lot -> Int? in
            if case .stated(let count)? = lot.tenders { count } else { nil }
        }
        guard let least = counts.min(), let most = counts.max() else { return "–" }
        return least == most ? "\(least)" : "\(least)–\(most)"
    }

    func outcome(_ outcome: ProcurementOutcome) -> String {
        switch outcome {
        case .awarded: pick("awarded", "tilldelad")
        case .failed: pick("not awarded", "utan tilldelning")
        case .unknown: "–"
        }
    }

    /// An amount with its whole part in groups; hundredths only where there are any.
    func amount(_ amount: Amount) -> String {
        let parts = amount.amount.split(separator: ".", maxSplits: 1)
        let whole = Int(parts.first ?? "").map(TextLayout.grouped) ?? amount.amount
        let rest = parts.count > 1 && parts[1] != "00" ? pick(".", ",") + parts[1] : ""
        return "\(whole)\(rest) \(amount.currency)"
    }

    /// The kind of procedure (BT-105), by its code.
    func procedure(_ code: String) -> String {
        switch code {
        case "open": pick("open", "öppet förfarande")
        case "restricted": pick("restricted", "selektivt förfarande")
        case "neg-w-call": pick("negotiated with a call", "förhandlat med föregående annonsering")
        case "neg-wo-call": pick("negotiated without a call", "förhandlat utan föregående annonsering")
        case "comp-dial": pick("competitive dialogue", "konkurrenspräglad dialog")
        case "innovation": pick("innovation partnership", "innovationspartnerskap")
        case "oth-single": pick("other, one stage", "annat förfarande i ett steg")
        case "oth-mult": pick("other, several stages", "annat förfarande i flera steg")
        default: code
        }
    }

    private func pick(_ english: String, _ swedish: String) -> String { language.pick(swedish, english) }
}
