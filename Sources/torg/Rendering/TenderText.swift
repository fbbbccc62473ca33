import API
import Procurement

/// What a supplier has tendered for, in a sentence.
struct TenderText {
    let language: TextLanguage

    /// Empty where the statistics know nothing of it.
    func lines(_ tenders: SupplierTenders?) -> [String] {
        guard let tenders else { return [] }
        let all = tenders.all
        var text = language.pick(
            sv: "Har lämnat anbud på \(lots(all.lots)) och fått kontrakt på \(TextLayout.grouped(all.contracted))",
            en: "Has tendered for \(lots(all.lots)), with a contract for \(TextLayout.grouped(all.contracted))")
        if let latest = tenders.latest {
            text += language.pick(sv: ", senast \(latest)", en: ", the latest on \(latest)")
        }
        text += "."
        let told = tenders.told
        if told.lots > 0, told != all {
            text += language.pick(
                sv: " Där också förlorarna är kända: \(told.contracted) av \(told.lots).",
                en: " Where the losers are known too: \(told.contracted) of \(told.lots).")
        }
        return [text + " " + tenders.source.text(in: language)]
    }

    private func lots(_ count: Int) -> String {
        let number = TextLayout.grouped(count)
        return count == 1
            ? language.pick(sv: "\(number) del", en: "\(number) lot")
            : language.pick(sv: "\(number) delar", en: "\(number) lots")
    }
}
