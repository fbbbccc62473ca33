import API
import Procurement

/// How others went about it, in sentences that say of how many each figure is known.
package struct SummaryText: Speaking {
    package let language: TextLanguage

    package init(language: TextLanguage) { self.language = language }

    package func sentences(_ summary: ProcurementSummary) -> [String] {
        var sentences = [procedures(summary), endings(summary)]
        for values in summary.values where values.count == 1 {
            sentences.append(
                pick(
                    sv: "Värde i \(values.currency), känt för 1 av \(summary.procurements): \(amount(values.median)).",
                    en: "Value in \(values.currency), known for 1 of \(summary.procurements): \(amount(values.median))."
                ))
        }
        for values in summary.values where values.count > 1 {
            sentences.append(
                pick(
                    sv: "Värde i \(values.currency), känt för \(values.count) av \(summary.procurements): median "
                        + "\(amount(values.median)), hälften mellan \(amount(values.lowerQuartile)) och "
                        + "\(amount(values.upperQuartile)).",
                    en: "Value in \(values.currency), known for \(values.count) of \(summary.procurements): median "
                        + "\(amount(values.median)), half between \(amount(values.lowerQuartile)) and "
                        + "\(amount(values.upperQuartile))."))
        }
        if summary.values.isEmpty {
            sentences.append(pick(sv: "Inget värde är känt.", en: "No value is known."))
        }
        if summary.valuesWithheld > 0 {
            sentences.append(
                pick(
                    sv: "\(summary.valuesWithheld) döljer sitt värde.",
                    en: "\(summary.valuesWithheld) withhold their value."))
        }
        sentences.append(tenders(summary))
        return sentences
    }

    private func procedures(_ summary: ProcurementSummary) -> String {
        let parts = summary.procedures.prefix(5).map {
            "\($0.count) \($0.code.map(procedure) ?? pick(sv: "ej angivet", en: "not said"))"
        }
        return pick(sv: "Förfaranden: ", en: "Procedures: ") + parts.joined(separator: ", ") + "."
    }

    private func endings(_ summary: ProcurementSummary) -> String {
        var text = pick(
            sv: "\(summary.awarded) av \(summary.procurements) ledde till tilldelning",
            en: "\(summary.awarded) of \(summary.procurements) were awarded")
        if summary.failed > 0 {
            text += pick(
                sv: ", \(summary.failed) avslutades utan tilldelning",
                en: ", \(summary.failed) ended with nothing awarded")
        }
        if summary.undecided > 0 {
            text += pick(sv: ", \(summary.undecided) säger inget", en: ", \(summary.undecided) don't say")
        }
        if summary.failedLots > 0 {
            text += pick(
                sv: "; \(summary.failedLots) av \(summary.lots) delar fick ingen vinnare",
                en: "; \(summary.failedLots) of \(summary.lots) lots had no winner")
        }
        return text + "."
    }

    private func tenders(_ summary: ProcurementSummary) -> String {
        guard let tenders = summary.tenders else {
            return pick(sv: "Antalet anbud är inte känt för någon.", en: "How many tenders came is not known for any.")
        }
        return pick(
            sv: "Anbud per del, känt för \(summary.tendersStated) av \(summary.lots): median \(tenders.median), från "
                + "\(tenders.least) till \(tenders.greatest); ett enda i \(summary.singleTender).",
            en: "Tenders a lot, known for \(summary.tendersStated) of \(summary.lots): median \(tenders.median), "
                + "from \(tenders.least) to \(tenders.greatest); a single one in \(summary.singleTender).")
    }

    /// The value of one procurement in a table.
    package func value(_ value: Disclosure<Amount>?) -> String {
        switch value {
        case .stated(let amount): self.amount(amount)
        case .withheld: pick(sv: "dolt", en: "withheld")
        case nil: "–"
        }
    }

    /// The tenders of its lots in a table, such as 3 or 1–4.
    package func tenders(_ lots: [LotResult]) -> String {
        let counts = lots.compactMap { lot -> Int? in
            if case .stated(let count)? = lot.tenders { count } else { nil }
        }
        guard let least = counts.min(), let most = counts.max() else { return "–" }
        return least == most ? "\(least)" : "\(least)–\(most)"
    }

    package func outcome(_ outcome: ProcurementOutcome) -> String {
        switch outcome {
        case .awarded: pick(sv: "tilldelad", en: "awarded")
        case .failed: pick(sv: "utan tilldelning", en: "not awarded")
        case .unknown: "–"
        }
    }

    /// An amount with its whole part in groups; hundredths only where there are any.
    package func amount(_ amount: Amount) -> String {
        let parts = amount.amount.split(separator: ".", maxSplits: 1)
        let whole = Int(parts.first ?? "").map { GroupedNumber.text($0) } ?? amount.amount
        let rest = parts.count > 1 && parts[1] != "00" ? pick(sv: ",", en: ".") + parts[1] : ""
        return "\(whole)\(rest) \(amount.currency)"
    }

    /// The kind of procedure (BT-105), by its code.
    package func procedure(_ code: String) -> String {
        switch code {
        case "open": pick(sv: "öppet förfarande", en: "open")
        case "restricted": pick(sv: "selektivt förfarande", en: "restricted")
        case "neg-w-call": pick(sv: "förhandlat med föregående annonsering", en: "negotiated with a call")
        case "neg-wo-call": pick(sv: "förhandlat utan föregående annonsering", en: "negotiated without a call")
        case "comp-dial": pick(sv: "konkurrenspräglad dialog", en: "competitive dialogue")
        case "innovation": pick(sv: "innovationspartnerskap", en: "innovation partnership")
        case "oth-single": pick(sv: "annat förfarande i ett steg", en: "other, one stage")
        case "oth-mult": pick(sv: "annat förfarande i flera steg", en: "other, several stages")
        default: code
        }
    }
}
